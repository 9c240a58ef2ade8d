package io.leasehold.analytics.repricing;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The record of a repricing, as it stands. */
@Schema(name = "Repricing")
record RepricingView(
        @Schema(description = "Never changes", examples = "0199f000-0000-7000-8000-0000000008a1")
        UUID id,

        @Schema(description = "running or done", examples = "done")
        String state,

        @Schema(description = "Where it begins, inclusive", examples = "2026-11-01T00:00:00Z")
        Instant from,

        @Schema(description = "Where it ends, exclusive", examples = "2026-11-30T10:00:00Z")
        Instant to,

        @Schema(description = "The only provider; null for all", examples = "anthropic") @Nullable
        String provider,

        @Schema(description = "The only model; null for all", examples = "claude-opus-5") @Nullable
        String model,

        @Schema(description = "Whether nothing was changed", examples = "false")
        boolean dryRun,

        @Schema(description = "Why", examples = "Contract 2026-117 holds since October") @Nullable
        String reason,

        @Schema(description = "Who had it done", examples = "ada")
        String createdBy,

        @Schema(description = "When it was asked for", examples = "2026-11-30T10:00:00Z")
        Instant createdAt,

        @Schema(description = "When it was done; null while it runs", examples = "2026-11-30T10:00:07Z") @Nullable
        Instant finishedAt,

        @Schema(description = "How far it has come", examples = "2026-11-30T09:59:58Z")
        Instant reachedAt,

        @Schema(description = "How many requests were looked at", examples = "12000")
        long requests,

        @Schema(description = "How many of them have another cost by it", examples = "11800")
        long requestsChanged,

        @Schema(description = "How many of those had no known cost before", examples = "40")
        long requestsPriced,

        @Schema(
                description = "How many have no known cost after it: no price is known, or what was used is not",
                examples = "3")
        long requestsUnpriced,

        @Schema(description = "What is known of their cost before, in USD", examples = "182.25")
        BigDecimal costBefore,

        @Schema(description = "What is known of their cost after it, in USD", examples = "145.8")
        BigDecimal costAfter) {

    static RepricingView of(Repricing repricing) {
        RepricingSums sums = repricing.sums();
        return new RepricingView(
                repricing.repricingId(),
                repricing.finishedAt() == null ? "running" : "done",
                repricing.beginsAt(),
                repricing.endsAt(),
                repricing.provider(),
                repricing.model(),
                repricing.dryRun(),
                repricing.reason(),
                repricing.createdBy(),
                repricing.createdAt(),
                repricing.finishedAt(),
                repricing.reachedAt(),
                sums.requests(),
                sums.changed(),
                sums.priced(),
                sums.unpriced(),
                sums.before(),
                sums.after());
    }

    URI location() {
        return URI.create("/api/v1/stats/repricings/" + id);
    }
}
