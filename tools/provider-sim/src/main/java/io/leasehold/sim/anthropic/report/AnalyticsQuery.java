package io.leasehold.sim.anthropic.report;

import io.leasehold.sim.anthropic.report.Grouping.Group;
import io.leasehold.sim.http.InvalidRequest;
import io.leasehold.sim.http.Query;
import io.leasehold.sim.ledger.LedgerRow;
import io.leasehold.sim.report.PageToken;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** What an analytics report is asked: range, groups, filters, order and page. */
record AnalyticsQuery(
        AnalyticsRange range,
        Grouping grouping,
        RowFilter filter,
        String orderBy,
        boolean ascending,
        int limit,
        int offset) {
    static final String TIME = "time";
    private static final int GROUPS_AT_MOST = 5;
    private static final int USUAL_ROWS = 20;
    private static final int MOST_ROWS = 1000;

    /** One row of a report before its figures: a bucket and a group. */
    record Cell(Instant start, Group group) {
        static final Comparator<Cell> BY_TIME =
                Comparator.comparing(Cell::start).thenComparing(Cell::group, Group.BY_VALUES);
    }

    /** @param orders the names to order by, the usual one first */
    static AnalyticsQuery of(Query query, Set<Dimension> dimensions, List<String> orders, Instant now) {
        String orderBy = query.one("order_by").orElse(orders.getFirst());
        if (!orders.contains(orderBy)) {
            throw new InvalidRequest("order_by: Input should be one of " + orders);
        }
        String order = query.one("order").orElse("desc");
        if (!order.equals("asc") && !order.equals("desc")) {
            throw new InvalidRequest("order: Input should be 'asc' or 'desc'");
        }
        return new AnalyticsQuery(
                AnalyticsRange.of(query, now),
                Grouping.of(query, dimensions, GROUPS_AT_MOST),
                RowFilter.of(query, dimensions),
                orderBy,
                order.equals("asc"),
                query.number("limit", USUAL_ROWS, 1, MOST_ROWS),
                query.one("page").map(PageToken::offset).orElse(0));
    }

    boolean counts(LedgerRow row) {
        return range.holds(Instant.ofEpochMilli(row.startedAt())) && filter.accepts(row);
    }

    Cell cell(LedgerRow row, Group group) {
        return new Cell(range.bucketStart(Instant.ofEpochMilli(row.startedAt())), group);
    }
}
