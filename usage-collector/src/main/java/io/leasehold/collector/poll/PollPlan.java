package io.leasehold.collector.poll;

import io.leasehold.providers.usage.BucketWidth;
import java.time.Duration;
import java.util.Set;

/**
 * What is polled of an account, and how often.
 *
 * @param backfillDays how many days before today are read
 * @param bucket how fine usage is read, where the provider has such buckets
 */
record PollPlan(Duration interval, Set<PollPart> parts, int backfillDays, BucketWidth bucket) {
    /** No provider tells more, and a bill that is older is settled. */
    static final int MOST_BACKFILL_DAYS = 90;

    PollPlan {
        parts = Set.copyOf(parts);
    }

    /** The same with what somebody wants otherwise. */
    PollPlan with(PlanChoice choice) {
        return new PollPlan(
                choice.interval() == null ? interval : choice.interval(),
                choice.parts() == null ? parts : choice.parts(),
                choice.backfillDays() == null ? backfillDays : choice.backfillDays(),
                choice.bucket() == null ? bucket : choice.bucket());
    }
}
