package io.leasehold.sim.anthropic.report;

import io.leasehold.sim.report.BucketPage;
import io.leasehold.sim.report.PageToken;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of a classic report. */
public record BucketedReport(
        List<Bucket> data, boolean hasMore, @Nullable String nextPage) {

    public record Bucket(Instant startingAt, Instant endingAt, List<?> results) {}

    /** @param results one list per bucket of the page */
    static BucketedReport of(BucketPage page, List<List<?>> results) {
        List<Bucket> buckets = new ArrayList<>();
        for (int i = 0; i < page.size(); i++) {
            buckets.add(new Bucket(page.start(i), page.start(i + 1), results.get(i)));
        }
        String next = page.next().map(PageToken::of).orElse(null);
        return new BucketedReport(buckets, next != null, next);
    }
}
