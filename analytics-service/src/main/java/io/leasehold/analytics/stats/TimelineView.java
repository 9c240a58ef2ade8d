package io.leasehold.analytics.stats;

import io.leasehold.analytics.range.Granularity;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Figures over time. */
@Schema(name = "Timeline")
record TimelineView(
        @Schema(description = "How the range is cut", examples = "hour")
        Granularity granularity,

        @Schema(description = "By whose clock it is cut", examples = "Europe/Berlin")
        String zone,

        @Schema(description = "One for every part of the range, in order, also where nothing happened")
        List<Point> points,

        @Schema(description = "What happened in the range and may explain a change, in order; the newest 500")
        List<Marker> markers) {

    @Schema(name = "TimelinePoint")
    record Point(
            @Schema(
                    description =
                            "When the part begins; the first may begin before the range, and then counts from the range on",
                    examples = "2026-11-21T09:00:00Z")
            Instant at,

            @Schema(description = "How many were admitted", examples = "50")
            long requests,

            @Schema(description = "How many of them failed, also after a good beginning", examples = "1")
            long errors,

            @Schema(description = "Tokens of all classes of input", examples = "100000")
            long inputTokens,

            @Schema(description = "Tokens of all classes of output", examples = "13000")
            long outputTokens,

            @Schema(
                    description =
                            "What is known of the cost, in USD; null where the cost of none of the requests is known",
                    examples = "0.512345678",
                    nullable = true)
            @Nullable
            BigDecimal cost,

            @Schema(description = "How many requests cost leaves out, because nobody knows theirs", examples = "0")
            long unknownCostRequests) {

        static Point of(Instant at, Totals totals) {
            return new Point(
                    at,
                    totals.requests(),
                    totals.errors(),
                    totals.inputTokens(),
                    totals.outputTokens(),
                    totals.costOrUnknown(),
                    totals.unknownCost());
        }
    }

    /** Something that happened and may explain a change. */
    @Schema(name = "TimelineMarker")
    record Marker(
            @Schema(description = "When it happened", examples = "2026-11-21T09:12:00Z")
            Instant at,

            @Schema(description = "What happened: node_joined", examples = "node_joined")
            String kind,

            @Schema(description = "To which node", examples = "0199f2a0-7c1e-7aaa-8bbb-0123456789ab")
            UUID nodeId,

            @Schema(description = "What the node is called", examples = "node-a")
            String label) {

        static Marker nodeJoined(UUID nodeId, String name, Instant at) {
            return new Marker(at, "node_joined", nodeId, name);
        }
    }
}
