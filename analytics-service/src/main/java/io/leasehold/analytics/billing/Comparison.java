package io.leasehold.analytics.billing;

import io.leasehold.analytics.range.TimeRange;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Sets an account's bill against what the gateway counted. Only time that the provider reported is compared; where it
 * reported nothing, the gateway's figure for the whole range stands alone.
 */
record Comparison(TimeRange range, AccountRow account, List<CostWindow> windows, List<ConvertedBill> converted) {
    private static final int COVERAGE_PLACES = 4;

    ReconciliationView view(@Nullable Instant gatewayAsOf) {
        BigDecimal gateway = gatewayCost();
        BigDecimal provider = providerCost();
        return new ReconciliationView(
                account.accountId(),
                account.name(),
                account.provider(),
                latest(CostWindow::from, Comparator.reverseOrder()),
                latest(CostWindow::to, Comparator.naturalOrder()),
                gateway,
                gatewayAsOf,
                unknownCost(),
                provider,
                latest(CostWindow::asOf, Comparator.naturalOrder()),
                gateway == null || provider == null ? null : gateway.subtract(provider),
                coverage(gateway, provider),
                complete(),
                otherCurrencies(),
                converted.stream().map(ReconciliationView.Converted::of).toList(),
                account.status(),
                account.message());
    }

    private @Nullable BigDecimal gatewayCost() {
        long requests = windows.isEmpty() ? account.requests() : sum(CostWindow::requests);
        if (unknownCost() > 0 && unknownCost() == requests) {
            return null;
        }
        return windows.isEmpty()
                ? account.cost()
                : windows.stream().map(CostWindow::cost).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private long unknownCost() {
        return windows.isEmpty() ? account.unknownCost() : sum(CostWindow::unknownCost);
    }

    private @Nullable BigDecimal providerCost() {
        if (windows.isEmpty() || !otherCurrencies().isEmpty()) {
            return null;
        }
        return windows.stream().map(CostWindow::billed).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static @Nullable BigDecimal coverage(@Nullable BigDecimal gateway, @Nullable BigDecimal provider) {
        if (gateway == null || provider == null || provider.signum() == 0) {
            return null;
        }
        return gateway.divide(provider, COVERAGE_PLACES, RoundingMode.HALF_UP);
    }

    private boolean complete() {
        Duration reported = windows.stream().map(this::withinRange).reduce(Duration.ZERO, Duration::plus);
        return windows.stream().allMatch(CostWindow::complete) && reported.compareTo(range.length()) >= 0;
    }

    private Duration withinRange(CostWindow window) {
        Instant from = window.from().isBefore(range.from()) ? range.from() : window.from();
        Instant to = window.to().isAfter(range.to()) ? range.to() : window.to();
        return Duration.between(from, to);
    }

    private List<String> otherCurrencies() {
        return windows.stream()
                .flatMap(window -> window.otherCurrencies().stream())
                .distinct()
                .sorted()
                .toList();
    }

    private long sum(Function<CostWindow, Long> figure) {
        return windows.stream().mapToLong(figure::apply).sum();
    }

    private @Nullable Instant latest(Function<CostWindow, Instant> time, Comparator<Instant> order) {
        return windows.stream().map(time).max(order).orElse(null);
    }
}
