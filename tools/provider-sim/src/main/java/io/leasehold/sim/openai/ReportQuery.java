package io.leasehold.sim.openai;

import io.leasehold.sim.http.InvalidRequest;
import io.leasehold.sim.http.Query;
import io.leasehold.sim.ledger.LedgerRow;
import io.leasehold.sim.report.BucketPage;
import io.leasehold.sim.report.BucketWidth;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a report is asked for.
 *
 * @param groups the dimensions to group by
 */
record ReportQuery(BucketPage page, Set<String> groups, List<String> projects, List<String> keys) {

    /**
     * @param most buckets of a day that a page may have
     * @param dimensions that may be grouped by
     */
    static ReportQuery of(Query query, int most, Set<String> dimensions, Instant now) {
        BucketWidth width =
                BucketWidth.of("bucket_width", query.one("bucket_width").orElse("1d"));
        Instant from = seconds(query, "start_time");
        if (from == null) {
            throw new InvalidRequest("Missing required parameter: 'start_time'.");
        }
        Instant end = seconds(query, "end_time");
        if (end != null && !end.isAfter(from)) {
            throw new InvalidRequest("'end_time' must be after 'start_time'.");
        }
        Set<String> groups = Set.copyOf(query.many("group_by"));
        if (!dimensions.containsAll(groups)) {
            throw new InvalidRequest("'group_by' must be among " + dimensions + ".");
        }
        int largest = width == BucketWidth.DAY ? most : width.largestPage();
        return new ReportQuery(
                BucketPage.of(query, width, largest, from, end == null ? now : end),
                groups,
                query.many("project_ids"),
                query.many("api_key_ids"));
    }

    boolean accepts(LedgerRow row) {
        return (projects.isEmpty() || projects.contains(project(row)))
                && (keys.isEmpty() || keys.contains(row.keyId()));
    }

    /** A dimension's value where the report is grouped by it. */
    @Nullable
    String grouped(String dimension, String value) {
        return groups.contains(dimension) ? value : null;
    }

    static String project(LedgerRow row) {
        String project = row.workspaceId();
        return project == null ? Organization.DEFAULT_PROJECT.id() : project;
    }

    private static @Nullable Instant seconds(Query query, String name) {
        try {
            return query.one(name)
                    .map(value -> Instant.ofEpochSecond(Long.parseLong(value)))
                    .orElse(null);
        } catch (NumberFormatException e) {
            throw new InvalidRequest("'" + name + "' must be a time in Unix seconds.");
        }
    }
}
