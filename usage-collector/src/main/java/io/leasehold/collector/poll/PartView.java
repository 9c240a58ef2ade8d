package io.leasehold.collector.poll;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How one part of the figures was read the last time. */
@Schema(name = "PolledPart")
record PartView(
        @Schema(description = "What was asked for", examples = "usage")
        PollPart part,

        @Schema(
                description = "How it went the last time",
                enumeration = {
                    "ok",
                    "missing_key",
                    "invalid_key",
                    "rate_limited",
                    "unavailable",
                    "timeout",
                    "parse_error"
                },
                examples = "ok")
        String status,

        @Schema(
                description = "What happened and what to do next; null when all is well",
                examples = "anthropic did not answer in time. It is tried again by itself.",
                nullable = true)
        @Nullable
        String error,

        @Schema(
                description = "How fresh the figures are; null when they never were read",
                examples = "2026-11-21T09:45:12Z",
                nullable = true)
        @Nullable
        Instant asOf) {
    static PartView of(PartState state) {
        return new PartView(state.part(), state.status().wireName(), state.message(), state.asOf());
    }
}
