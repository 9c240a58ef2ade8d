package io.leasehold.collector.poll;

import io.leasehold.providers.usage.BucketWidth;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What somebody wants of a poll plan; null is left to the next wider one. */
record PlanChoice(
        @Nullable Duration interval,
        @Nullable Set<PollPart> parts,
        @Nullable Integer backfillDays,
        @Nullable BucketWidth bucket) {
    static final PlanChoice NONE = new PlanChoice(null, null, null, null);
}
