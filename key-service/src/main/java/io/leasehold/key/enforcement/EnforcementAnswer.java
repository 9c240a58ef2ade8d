package io.leasehold.key.enforcement;

import io.leasehold.contracts.Period;
import java.math.BigDecimal;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a key's provider enforces of it by our doing. */
@Schema(name = "KeyEnforcement")
record EnforcementAnswer(
        @Schema(description = "Null where no limit was to be set there", nullable = true) @Nullable
        Limit limit,

        @Schema(description = "Null where it was never nearly at a limit while a node had it", nullable = true)
        @Nullable
        Stop stop) {

    static EnforcementAnswer of(Enforcement known) {
        ProviderLimit limit = known.limit();
        DirectStop stop = known.stop();
        return new EnforcementAnswer(limit == null ? null : Limit.of(limit), stop == null ? null : Stop.of(stop));
    }

    /** A limit that is set here, as it is at the provider. */
    @Schema(name = "KeyLimitAtProvider")
    record Limit(
            @Schema(description = "In USD; null where none is set there", examples = "50", nullable = true) @Nullable
            BigDecimal amount,

            @Schema(
                    description = "When it starts again, at 00:00 UTC; null for never",
                    enumeration = {"daily", "weekly", "monthly"},
                    examples = "daily",
                    nullable = true)
            @Nullable
            String reset,

            @Schema(
                    description = "When it was set last; null for never",
                    examples = "2026-11-21T10:00:00Z",
                    nullable = true)
            @Nullable
            Instant setAt,

            @Schema(
                    description = "Why it isn't there as it is here, and what to do; null where it is",
                    examples = "OpenRouter did not answer in time.",
                    nullable = true)
            @Nullable
            String message,

            @Schema(
                    description = "When it is tried again; null where that is no use",
                    examples = "2026-11-21T10:00:15Z",
                    nullable = true)
            @Nullable
            Instant nextTryAt) {
        private static Limit of(ProviderLimit limit) {
            return new Limit(
                    limit.amount() == null ? null : limit.amount().stripTrailingZeros(),
                    limit.reset(),
                    limit.setAt(),
                    limit.message(),
                    limit.message() == null ? null : limit.nextAttemptAt());
        }
    }

    /** An end of use that no gateway can put to it. */
    @Schema(name = "KeyStopAtProvider")
    record Stop(
            @Schema(description = "Whether the provider is to refuse the key", examples = "true")
            boolean wanted,

            @Schema(description = "Whether it was told to", examples = "true")
            boolean done,

            @Schema(
                    description = "When it was told last, either way; null for never",
                    examples = "2026-11-21T10:00:00Z",
                    nullable = true)
            @Nullable
            Instant doneAt,

            @Schema(
                    description = "The period of the limit that is nearly reached; null where none is",
                    examples = "day",
                    nullable = true)
            @Nullable
            Period period,

            @Schema(
                    description = "When that begins anew; null for never",
                    examples = "2026-11-22T00:00:00Z",
                    nullable = true)
            @Nullable
            Instant windowEnd,

            @Schema(
                    description = "That limit in USD; null where none is nearly reached",
                    examples = "10",
                    nullable = true)
            @Nullable
            BigDecimal limit,

            @Schema(
                    description =
                            "What counts as spent of it, in USD, when that was found; null where none is nearly reached",
                    examples = "9.2",
                    nullable = true)
            @Nullable
            BigDecimal used,

            @Schema(
                    description = "How fresh the provider's figures were",
                    examples = "2026-11-21T09:00:00Z",
                    nullable = true)
            @Nullable
            Instant asOf,

            @Schema(
                    description = "Why it isn't done, and what to do by hand; null where it is",
                    examples =
                            "Cohere can't switch a key off. Disable it here, which stops its use through Leasehold, or revoke it.",
                    nullable = true)
            @Nullable
            String message,

            @Schema(
                    description = "When it is tried again; null where that is no use",
                    examples = "2026-11-21T10:00:15Z",
                    nullable = true)
            @Nullable
            Instant nextTryAt) {
        private static Stop of(DirectStop stop) {
            return new Stop(
                    stop.wanted(),
                    stop.done(),
                    stop.doneAt(),
                    stop.period(),
                    stop.windowEnd(),
                    stop.limitAmount() == null ? null : stop.limitAmount().stripTrailingZeros(),
                    stop.used() == null ? null : stop.used().stripTrailingZeros(),
                    stop.asOf(),
                    stop.message(),
                    stop.nextAttemptAt());
        }
    }
}
