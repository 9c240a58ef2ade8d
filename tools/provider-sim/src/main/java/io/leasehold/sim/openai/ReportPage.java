package io.leasehold.sim.openai;

import io.leasehold.sim.ledger.LedgerRow;
import io.leasehold.sim.report.BucketPage;
import io.leasehold.sim.report.PageToken;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A page of a report, with empty buckets too. */
record ReportPage(
        String object,
        List<Bucket> data,
        boolean hasMore,
        @Nullable String nextPage) {

    record Bucket(String object, long startTime, long endTime, List<?> results) {}

    /** @param results of the rows of one bucket */
    static ReportPage of(ReportQuery query, List<LedgerRow> rows, Function<List<LedgerRow>, List<?>> results) {
        BucketPage page = query.page();
        List<List<LedgerRow>> byBucket = new ArrayList<>();
        for (int i = 0; i < page.size(); i++) {
            byBucket.add(new ArrayList<>());
        }
        rows.stream()
                .filter(query::accepts)
                .forEach(row -> page.indexOf(Instant.ofEpochMilli(row.startedAt()))
                        .ifPresent(i -> byBucket.get(i).add(row)));
        List<Bucket> buckets = new ArrayList<>();
        for (int i = 0; i < page.size(); i++) {
            buckets.add(new Bucket(
                    "bucket",
                    page.start(i).getEpochSecond(),
                    page.start(i + 1).getEpochSecond(),
                    results.apply(byBucket.get(i))));
        }
        String next = page.next().map(PageToken::of).orElse(null);
        return new ReportPage("page", buckets, next != null, next);
    }
}
