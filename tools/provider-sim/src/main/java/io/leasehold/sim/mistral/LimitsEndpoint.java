package io.leasehold.sim.mistral;

import io.leasehold.sim.http.Exchange;
import io.leasehold.sim.key.Provider;
import io.leasehold.sim.ledger.LedgerFilter;
import io.leasehold.sim.ledger.LedgerRow;
import io.leasehold.sim.ledger.NanoUsd;
import io.leasehold.sim.provider.World;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** {@code /v1/admin/spend-limit} and {@code /v1/admin/rate-limit}. Limits are told and not enforced. */
final class LimitsEndpoint {
    static final long TOKENS_A_MINUTE = 2_000_000;
    private static final long TOKENS_A_MONTH = 10_000_000_000L;
    private static final int REQUESTS_A_SECOND = 6;

    private final World world;
    private final MistralCalls calls;
    private final ModelCatalog catalog;
    private final BillCurrency currency;
    private final AtomicReference<SpendLimit> limit = new AtomicReference<>(new SpendLimit(null, true));

    LimitsEndpoint(World world, MistralCalls calls, ModelCatalog catalog, BillCurrency currency) {
        this.world = world;
        this.calls = calls;
        this.catalog = catalog;
        this.currency = currency;
    }

    private record SpendLimit(@Nullable BigDecimal amount, boolean none) {}

    record Completion(
            boolean noMonthlyLimit,
            boolean monthlyLimitReached,
            BigDecimal usage,
            BigDecimal vibeUsage,
            BigDecimal totalUsage,
            @Nullable BigDecimal usageLimit) {}

    record Limits(
            Completion completion,
            boolean lastPaymentFailure,
            @Nullable Boolean lastPaymentFailureProtection,
            String currency) {}

    record SpendView(Limits limits) {}

    record ModelLimit(long tokensPerMinute, long tokensPerMonth) {}

    record RateView(int requestsPerSecond, Map<String, ModelLimit> tokensLimitsByModel) {}

    void spend(Exchange exchange) {
        calls.report(exchange, this::view);
    }

    void setSpend(Exchange exchange) {
        calls.withAdminKey(exchange, fields -> {
            limit.set(new SpendLimit(
                    fields.amount("amount"), fields.flag("no_monthly_limit").orElse(false)));
            calls.guard().offLoop(exchange, this::view);
        });
    }

    void rates(Exchange exchange) {
        calls.withAdminKey(exchange, () -> {
            Map<String, ModelLimit> byModel = new TreeMap<>();
            catalog.list().forEach(model -> byModel.put(model.id(), new ModelLimit(TOKENS_A_MINUTE, TOKENS_A_MONTH)));
            exchange.json(200, new RateView(REQUESTS_A_SECOND, byModel));
        });
    }

    private Object view() {
        SpendLimit current = limit.get();
        BigDecimal spent = spentThisMonth().dollars();
        BigDecimal most = Objects.requireNonNullElse(current.amount(), spent.add(BigDecimal.ONE));
        boolean reached = !current.none() && spent.compareTo(most) >= 0;
        Completion completion =
                new Completion(current.none(), reached, spent, BigDecimal.ZERO, spent, current.amount());
        return new SpendView(new Limits(completion, false, null, currency.code()));
    }

    private NanoUsd spentThisMonth() {
        Instant start = YearMonth.from(world.clock().instant().atOffset(ZoneOffset.UTC))
                .atDay(1)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
        LedgerFilter thisMonth = new LedgerFilter(null, Provider.MISTRAL, start, null);
        return world.ledger().rows().stream()
                .filter(thisMonth::accepts)
                .map(LedgerRow::cost)
                .reduce(NanoUsd.ZERO, NanoUsd::plus);
    }
}
