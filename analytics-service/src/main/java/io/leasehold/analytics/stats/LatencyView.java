package io.leasehold.analytics.stats;

import io.leasehold.analytics.rollup.LatencySketch;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Microseconds that a share of the requests stayed within, each within 1 % of the true value. */
@Schema(name = "Latency")
record LatencyView(
        @Schema(description = "Half of the requests took no longer, in microseconds", examples = "812000")
        long p50Us,

        @Schema(description = "95 % of the requests took no longer, in microseconds", examples = "2034000")
        long p95Us,

        @Schema(description = "99 % of the requests took no longer, in microseconds", examples = "5120000")
        long p99Us) {

    static @Nullable LatencyView of(LatencySketch sketch) {
        if (sketch.quantile(0).isEmpty()) {
            return null;
        }
        return new LatencyView(micros(sketch, 0.5), micros(sketch, 0.95), micros(sketch, 0.99));
    }

    private static long micros(LatencySketch sketch, double share) {
        return Math.round(sketch.quantile(share).orElseThrow());
    }
}
