package io.leasehold.sim.anthropic.report;

import io.leasehold.sim.anthropic.report.AnalyticsQuery.Cell;
import io.leasehold.sim.http.Query;
import io.leasehold.sim.ledger.LedgerRow;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code analytics/usage} and {@code analytics/cost}: figures by any dimension, the key among them. */
public final class AnalyticsReport {
    private static final Set<Dimension> COST_DIMENSIONS = Collections.unmodifiableSet(
            EnumSet.complementOf(EnumSet.of(Dimension.ACCOUNT_ID, Dimension.SERVICE_ACCOUNT_ID)));
    private static final Set<Dimension> USAGE_DIMENSIONS = Collections.unmodifiableSet(EnumSet.complementOf(
            EnumSet.of(Dimension.ACCOUNT_ID, Dimension.SERVICE_ACCOUNT_ID, Dimension.COST_TYPE, Dimension.TOKEN_TYPE)));
    private static final List<String> USAGE_ORDERS =
            List.of("total_tokens", "uncached_input_tokens", "output_tokens", "requests", AnalyticsQuery.TIME);
    private static final List<String> COST_ORDERS = List.of("amount", "list_amount", AnalyticsQuery.TIME);

    private AnalyticsReport() {}

    /** There are no discounts, so the list price is the price. */
    record Cost(
            String amount,
            String listAmount,
            String currency,
            @Nullable Long requests) {}

    private record CostSum(BigDecimal dollars, long requests) {
        CostSum plus(CostSum other) {
            return new CostSum(dollars.add(other.dollars), requests + other.requests);
        }
    }

    public static AnalyticsPage usage(Query parameters, List<LedgerRow> rows, Instant now) {
        AnalyticsQuery query = AnalyticsQuery.of(parameters, USAGE_DIMENSIONS, USAGE_ORDERS, now);
        Map<Cell, UsageSum> sums = new HashMap<>();
        for (LedgerRow row : rows) {
            if (query.counts(row)) {
                Cell cell = query.cell(row, query.grouping().group(dimension -> dimension.of(row)));
                sums.computeIfAbsent(cell, absent -> new UsageSum()).add(row);
            }
        }
        return AnalyticsPage.of(
                query,
                sums,
                USAGE_DIMENSIONS,
                sum -> figure(query.orderBy(), sum),
                (fields, sum) -> fields.put("usage", usage(sum)),
                now);
    }

    public static AnalyticsPage cost(Query parameters, List<LedgerRow> rows, Instant now) {
        AnalyticsQuery query = AnalyticsQuery.of(parameters, COST_DIMENSIONS, COST_ORDERS, now);
        Map<Cell, CostSum> sums = new HashMap<>();
        rows.stream().filter(query::counts).forEach(row -> addCost(sums, query, row));
        boolean split =
                query.grouping().has(Dimension.COST_TYPE) || query.grouping().has(Dimension.TOKEN_TYPE);
        return AnalyticsPage.of(
                query,
                sums,
                COST_DIMENSIONS,
                CostSum::dollars,
                (fields, sum) -> fields.put("cost", cost(sum, split)),
                now);
    }

    private static void addCost(Map<Cell, CostSum> sums, AnalyticsQuery query, LedgerRow row) {
        if (!query.grouping().has(Dimension.TOKEN_TYPE)) {
            Cell cell = query.cell(row, query.grouping().group(dimension -> dimension.of(row)));
            sums.merge(cell, new CostSum(row.cost().dollars(), row.requests()), CostSum::plus);
            return;
        }
        for (CostPart part : CostPart.of(row)) {
            Cell cell = query.cell(row, query.grouping().group(part::of));
            sums.merge(cell, new CostSum(part.dollars(), 0), CostSum::plus);
        }
    }

    private static long figure(String orderBy, UsageSum sum) {
        return switch (orderBy) {
            case "uncached_input_tokens" -> sum.uncachedInput();
            case "output_tokens" -> sum.output();
            case "requests" -> sum.requests();
            default -> sum.total();
        };
    }

    private static Map<String, @Nullable Object> usage(UsageSum sum) {
        Map<String, @Nullable Object> usage = new LinkedHashMap<>();
        sum.putTokens(usage);
        usage.put("total_tokens", sum.total());
        usage.put("requests", sum.requests());
        sum.putTools(usage);
        return usage;
    }

    private static Cost cost(CostSum sum, boolean split) {
        String amount = Cents.of(sum.dollars());
        return new Cost(amount, amount, "USD", split ? null : sum.requests());
    }
}
