package io.leasehold.sim.anthropic.report;

import io.leasehold.sim.anthropic.report.Grouping.Group;
import io.leasehold.sim.http.Query;
import io.leasehold.sim.ledger.LedgerRow;
import io.leasehold.sim.report.BucketPage;
import io.leasehold.sim.report.BucketWidth;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** {@code usage_report/messages}: tokens per bucket and group, empty buckets included. */
public final class UsageReport {
    /** In the order in which a result has them. */
    private static final List<Dimension> ALWAYS_SHOWN = List.of(
            Dimension.ACCOUNT_ID,
            Dimension.API_KEY_ID,
            Dimension.WORKSPACE_ID,
            Dimension.SERVICE_ACCOUNT_ID,
            Dimension.MODEL,
            Dimension.SERVICE_TIER,
            Dimension.CONTEXT_WINDOW,
            Dimension.INFERENCE_GEO);

    private static final Set<Dimension> DIMENSIONS = Set.of(
            Dimension.ACCOUNT_ID,
            Dimension.API_KEY_ID,
            Dimension.WORKSPACE_ID,
            Dimension.SERVICE_ACCOUNT_ID,
            Dimension.MODEL,
            Dimension.SERVICE_TIER,
            Dimension.CONTEXT_WINDOW,
            Dimension.INFERENCE_GEO,
            Dimension.SPEED);

    private final BucketPage page;
    private final Grouping grouping;
    private final RowFilter filter;

    private UsageReport(Query query, Instant now) {
        BucketWidth width =
                BucketWidth.of("bucket_width", query.one("bucket_width").orElse("1d"));
        this.page = ClassicPage.of(query, width, now);
        this.grouping = Grouping.of(query, DIMENSIONS, DIMENSIONS.size());
        this.filter = RowFilter.of(query, DIMENSIONS);
    }

    public static BucketedReport of(Query query, List<LedgerRow> rows, Instant now) {
        UsageReport report = new UsageReport(query, now);
        return BucketedReport.of(report.page, report.results(rows));
    }

    private List<List<?>> results(List<LedgerRow> rows) {
        List<Map<Group, UsageSum>> buckets = new ArrayList<>();
        for (int i = 0; i < page.size(); i++) {
            buckets.add(new TreeMap<>(Group.BY_VALUES));
        }
        for (LedgerRow row : rows) {
            if (filter.accepts(row)) {
                page.indexOf(Instant.ofEpochMilli(row.startedAt()))
                        .ifPresent(i -> buckets.get(i)
                                .computeIfAbsent(
                                        grouping.group(dimension -> dimension.of(row)), group -> new UsageSum())
                                .add(row));
            }
        }
        List<List<?>> results = new ArrayList<>();
        buckets.forEach(bucket -> results.add(views(bucket)));
        return results;
    }

    private List<Map<String, @Nullable Object>> views(Map<Group, UsageSum> bucket) {
        List<Map<String, @Nullable Object>> views = new ArrayList<>();
        bucket.forEach((group, sum) -> views.add(view(group, sum)));
        return views;
    }

    private Map<String, @Nullable Object> view(Group group, UsageSum sum) {
        Map<Dimension, @Nullable String> values = grouping.values(group);
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        ALWAYS_SHOWN.forEach(dimension -> fields.put(dimension.wireName(), values.get(dimension)));
        if (grouping.has(Dimension.SPEED)) {
            fields.put(Dimension.SPEED.wireName(), values.get(Dimension.SPEED));
        }
        sum.putTokens(fields);
        sum.putTools(fields);
        return fields;
    }
}
