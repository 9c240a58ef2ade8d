package io.leasehold.sim.anthropic.report;

import io.leasehold.sim.http.InvalidRequest;
import io.leasehold.sim.http.Query;
import io.leasehold.sim.report.BucketPage;
import io.leasehold.sim.report.BucketWidth;
import java.time.Instant;

/** The page of buckets that a classic report is asked for by {@code starting_at} and {@code ending_at}. */
final class ClassicPage {
    private ClassicPage() {}

    static BucketPage of(Query query, BucketWidth width, Instant now) {
        Instant from = query.requiredInstant("starting_at");
        Instant end = query.instant("ending_at").orElse(now);
        if (query.one("ending_at").isPresent() && !end.isAfter(from)) {
            throw new InvalidRequest("ending_at: must be after starting_at");
        }
        return BucketPage.of(query, width, from, end);
    }
}
