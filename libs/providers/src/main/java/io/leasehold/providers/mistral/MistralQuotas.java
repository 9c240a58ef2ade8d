package io.leasehold.providers.mistral;

import com.fasterxml.jackson.databind.JsonNode;
import io.leasehold.providers.Access;
import io.leasehold.providers.http.JsonFields;
import io.leasehold.providers.quota.Quota;
import io.leasehold.providers.quota.QuotaSnapshot;
import io.leasehold.providers.quota.Quotas;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an organisation may still spend this month, and the monthly tokens of its models, of which Mistral does not tell
 * what is left. Months are taken for UTC's.
 */
final class MistralQuotas implements Quotas {
    private static final String SPEND = "monthly_spend";
    private static final String TOKENS = "tokens";

    private final MistralApi api;
    private final Clock clock;

    MistralQuotas(MistralApi api, Clock clock) {
        this.api = api;
        this.clock = clock;
    }

    @Override
    public QuotaSnapshot read(Access holder) {
        Instant now = clock.instant();
        Instant nextMonth = nextMonth(now);
        List<Quota> quotas = new ArrayList<>();
        JsonNode limits = api.adminGet(holder, "/spend-limit").path("limits");
        if (limits.path("completion").isObject()) {
            quotas.add(spend(limits.path("completion"), MistralApi.currency(limits), nextMonth));
        }
        api.adminGet(holder, "/rate-limit").path("tokens_limits_by_model").properties().stream()
                .flatMap(model -> tokens(model.getKey(), model.getValue(), nextMonth).stream())
                .forEach(quotas::add);
        return new QuotaSnapshot(null, null, quotas, now);
    }

    /** {@code total_usage} counts what the coding tools cost too, as the limit does. */
    private static Quota spend(JsonNode completion, String currency, Instant resetsAt) {
        boolean unlimited = completion.path("no_monthly_limit").asBoolean();
        BigDecimal limit = unlimited ? null : JsonFields.amountOrNull(completion, "usage_limit");
        BigDecimal total = JsonFields.amountOrNull(completion, "total_usage");
        BigDecimal used = total == null ? JsonFields.amountOrNull(completion, "usage") : total;
        BigDecimal left = limit == null || used == null ? null : limit.subtract(used);
        boolean reached = completion.path("monthly_limit_reached").asBoolean();
        return new Quota(
                SPEND,
                currency,
                unlimited,
                limit,
                reached ? BigDecimal.ZERO : atLeastNothing(left),
                left == null ? null : atLeastNothing(left.negate()),
                false,
                resetsAt);
    }

    private static Optional<Quota> tokens(String model, JsonNode limit, Instant resetsAt) {
        return Optional.ofNullable(JsonFields.amountOrNull(limit, "tokens_per_month"))
                .map(monthly -> new Quota(model, TOKENS, false, monthly, null, null, null, resetsAt));
    }

    private static @Nullable BigDecimal atLeastNothing(@Nullable BigDecimal amount) {
        return amount == null ? null : amount.max(BigDecimal.ZERO);
    }

    private static Instant nextMonth(Instant now) {
        LocalDate today = now.atOffset(ZoneOffset.UTC).toLocalDate();
        return today.withDayOfMonth(1)
                .plusMonths(1)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
    }
}
