package io.leasehold.collector.poll;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a poll took. */
@Schema(name = "PollEffort")
record EffortView(
        @Schema(description = "How many calls of the provider", examples = "4")
        int calls,

        @Schema(description = "How many bytes it answered", examples = "18231")
        long bytes,

        @Schema(description = "How many milliseconds", examples = "912")
        long tookMs) {
    static @Nullable EffortView of(PollStore.@Nullable Effort effort) {
        return effort == null ? null : new EffortView(effort.calls(), effort.bytes(), effort.tookMs());
    }
}
