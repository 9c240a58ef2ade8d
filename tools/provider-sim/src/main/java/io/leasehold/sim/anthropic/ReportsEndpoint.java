package io.leasehold.sim.anthropic;

import io.leasehold.sim.anthropic.report.AnalyticsReport;
import io.leasehold.sim.anthropic.report.CostReport;
import io.leasehold.sim.anthropic.report.UsageReport;
import io.leasehold.sim.http.Exchange;
import io.leasehold.sim.http.Query;
import io.leasehold.sim.key.Provider;
import io.leasehold.sim.ledger.LedgerRow;
import io.leasehold.sim.provider.World;
import java.time.Instant;
import java.util.List;

/** Usage and cost reports over the ledger. */
final class ReportsEndpoint {
    private static final String ANALYTICS_BETA = "analytics-usage-cost-2026-08-24";

    private final World world;
    private final AnthropicCalls calls;
    private final ModelCatalog catalog;

    ReportsEndpoint(World world, AnthropicCalls calls, ModelCatalog catalog) {
        this.world = world;
        this.calls = calls;
        this.catalog = catalog;
    }

    /** A report as a function of what was asked, of the ledger and of the time. */
    @FunctionalInterface
    private interface Report {
        Object of(Query query, List<LedgerRow> rows, Instant now);
    }

    void usage(Exchange exchange) {
        report(exchange, UsageReport::of);
    }

    void cost(Exchange exchange) {
        report(exchange, (query, rows, now) -> CostReport.of(query, rows, now, this::displayName));
    }

    void analyticsUsage(Exchange exchange) {
        requireBeta(exchange);
        report(exchange, AnalyticsReport::usage);
    }

    void analyticsCost(Exchange exchange) {
        requireBeta(exchange);
        report(exchange, AnalyticsReport::cost);
    }

    private void report(Exchange exchange, Report report) {
        Query query = exchange.query();
        calls.report(exchange, () -> report.of(query, rows(), world.clock().instant()));
    }

    private List<LedgerRow> rows() {
        return world.ledger().rows().stream()
                .filter(row -> row.provider() == Provider.ANTHROPIC)
                .toList();
    }

    private String displayName(String model) {
        return catalog.find(model).map(AnthropicModel::displayName).orElse(model);
    }

    private static void requireBeta(Exchange exchange) {
        String betas = exchange.header("anthropic-beta");
        if (betas == null || !betas.contains(ANALYTICS_BETA)) {
            throw AnthropicError.invalid(
                    "anthropic-beta: this endpoint is in beta and needs the header value " + ANALYTICS_BETA);
        }
    }
}
