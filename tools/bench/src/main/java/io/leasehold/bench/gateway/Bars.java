package io.leasehold.bench.gateway;

import io.leasehold.bench.result.Figure;
import io.leasehold.bench.result.Report;
import io.leasehold.bench.result.Spread;
import io.leasehold.bench.result.Table;
import org.jspecify.annotations.Nullable;

/**
 * What the gateway should keep, on two processors that it shares with all the rest.
 *
 * @param throughput plain messages, as many as go through
 * @param latency plain messages at a fixed rate
 * @param streams many slow ones at a time
 * @param start in seconds
 * @param streamsWanted at a time
 */
record Bars(Report throughput, Report latency, Report streams, Spread start, int streamsWanted) {
    private static final double TIMES_NGINX = 2.5;
    private static final double ADDED_P50_MILLIS = 0.5;
    private static final double ADDED_P99_MILLIS = 5;
    private static final double MEGABYTES = 300;
    private static final double START_SECONDS = 2;
    private static final double ADDED_FIRST_BYTE_MILLIS = 1;

    void print() {
        String way = Way.GATEWAY;
        Table.title("The gateway, capture none");
        @Nullable Spread byNginx = throughput.ratio(Figure.CPU, way, Way.NGINX).orElse(null);
        if (byNginx != null) {
            Table.atMost("CPU per plain request, by nginx's", byNginx, "%.2f", TIMES_NGINX);
        }
        Table.atMost("p50 ms added, plain", latency.of(Figure.ADDED_P50, way), "%.2f", ADDED_P50_MILLIS);
        Table.atMost("p99 ms added, plain", latency.of(Figure.ADDED_P99, way), "%.2f", ADDED_P99_MILLIS);
        Table.atMost("resident MB, flat out", throughput.of(Figure.MEMORY, way), "%.0f", MEGABYTES);
        Table.atMost("resident MB, streams", streams.of(Figure.MEMORY, way), "%.0f", MEGABYTES);
        Table.atMost("seconds from its start until it is ready", start, "%.2f", START_SECONDS);
        Table.atLeast("streams at a time", streams.of(Figure.AT_A_TIME, way), "%.0f", streamsWanted);
        Table.atMost(
                "p99 ms added until a stream's first byte",
                streams.of(Figure.ADDED_FIRST_BYTE_P99, way),
                "%.2f",
                ADDED_FIRST_BYTE_MILLIS);
    }
}
