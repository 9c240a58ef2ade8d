package io.leasehold.collector.poll;

import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is polled, and how often. */
@Schema(name = "PollPlanInForce")
record PlanInForceView(
        @Schema(description = "How often the provider is asked, by ISO 8601, one minute to one day", examples = "PT30M")
        String interval,

        @Schema(description = "What is asked for", examples = "[\"cost\",\"usage\"]")
        Set<PollPart> parts,

        @Schema(description = "How many days before today are read, 0 to 90", examples = "90")
        int backfillDays,

        @Schema(
                description =
                        "How fine usage is read, where the provider has such buckets; a day keeps the buckets that it was first read in",
                enumeration = {"minute", "hour", "day"},
                examples = "hour")
        String bucket) {
    static PlanInForceView of(PollPlan plan) {
        return new PlanInForceView(
                plan.interval().toString(),
                plan.parts(),
                plan.backfillDays(),
                plan.bucket().wireName());
    }
}
