package io.leasehold.collector.poll;

import io.leasehold.kit.problem.InvalidRequestProblem;
import io.leasehold.providers.usage.BucketWidth;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What somebody wants of a poll plan; what is null or left out is left to the next wider one. */
@Schema(name = "PollPlanChoice")
record PlanChoiceView(
        @Schema(
                description =
                        "How often the provider is asked, by ISO 8601, one minute to one day; null for what goes otherwise",
                examples = "PT30M",
                nullable = true)
        @Nullable
        String interval,

        @Schema(
                description = "What is asked for; null for what goes otherwise",
                examples = "[\"cost\",\"usage\"]",
                nullable = true)
        @Nullable
        Set<PollPart> parts,

        @Schema(
                description = "How many days before today are read, 0 to 90; null for what goes otherwise",
                examples = "90",
                nullable = true)
        @Nullable
        Integer backfillDays,

        @Schema(
                description =
                        "How fine usage is read, where the provider has such buckets; a day keeps the buckets that it was first read in; null for what goes otherwise",
                enumeration = {"minute", "hour", "day"},
                examples = "hour",
                nullable = true)
        @Nullable
        String bucket) {
    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofDays(1);

    static PlanChoiceView of(PlanChoice choice) {
        Duration interval = choice.interval();
        BucketWidth bucket = choice.bucket();
        return new PlanChoiceView(
                interval == null ? null : interval.toString(),
                choice.parts(),
                choice.backfillDays(),
                bucket == null ? null : bucket.wireName());
    }

    /** @throws InvalidRequestProblem naming what can't be */
    PlanChoice choice() {
        if (backfillDays != null && (backfillDays < 0 || backfillDays > PollPlan.MOST_BACKFILL_DAYS)) {
            throw new InvalidRequestProblem("backfill_days", "must be from 0 to " + PollPlan.MOST_BACKFILL_DAYS);
        }
        return new PlanChoice(parsedInterval(), parts, backfillDays, parsedBucket());
    }

    private @Nullable Duration parsedInterval() {
        if (interval == null) {
            return null;
        }
        try {
            Duration parsed = Duration.parse(interval);
            if (parsed.compareTo(SHORTEST) >= 0 && parsed.compareTo(LONGEST) <= 0) {
                return parsed;
            }
        } catch (DateTimeException unreadable) {
            throw noInterval();
        }
        throw noInterval();
    }

    private static InvalidRequestProblem noInterval() {
        return new InvalidRequestProblem("interval", "must be from PT1M to P1D, as in PT30M");
    }

    private @Nullable BucketWidth parsedBucket() {
        if (bucket == null) {
            return null;
        }
        return Arrays.stream(BucketWidth.values())
                .filter(width -> width.wireName().equals(bucket))
                .findFirst()
                .orElseThrow(() -> new InvalidRequestProblem("bucket", "must be minute, hour or day"));
    }
}
