package io.leasehold.analytics.stats;

import io.leasehold.analytics.range.Granularity;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Figures over time, one point for every part of the range, also where nothing happened.
 *
 * @param markers the newest 500 of the range
 */
@Schema(name = "Timeline")
record TimelineView(
        @Schema(examples = "hour") Granularity granularity,
        @Schema(examples = "Europe/Berlin") String zone,
        List<Point> points,
        List<Marker> markers) {

    /**
     * @param at when the part begins; the first may begin before the range, and then counts from the range on
     * @param unknownCostRequests those that {@code cost} leaves out
     */
    @Schema(name = "TimelinePoint")
    record Point(
            @Schema(examples = "2026-11-21T09:00:00Z") Instant at,
            @Schema(examples = "50") long requests,
            @Schema(examples = "1") long errors,
            @Schema(examples = "100000") long inputTokens,
            @Schema(examples = "13000") long outputTokens,

            @Schema(examples = "0.512345678", nullable = true) @Nullable
            BigDecimal cost,

            @Schema(examples = "0") long unknownCostRequests) {

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
            @Schema(examples = "2026-11-21T09:12:00Z") Instant at,
            @Schema(examples = "node_joined") String kind,

            @Schema(examples = "0199f2a0-7c1e-7aaa-8bbb-0123456789ab")
            UUID nodeId,

            @Schema(examples = "node-a") String label) {

        static Marker nodeJoined(UUID nodeId, String name, Instant at) {
            return new Marker(at, "node_joined", nodeId, name);
        }
    }
}
