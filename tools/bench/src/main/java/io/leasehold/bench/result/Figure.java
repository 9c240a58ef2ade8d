package io.leasehold.bench.result;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** A line of a table. */
public enum Figure {
    REQUESTS_PER_SECOND("requests/s", 0, true, Round::requestsPerSecond),
    P50("p50 ms", 2, true, Round::p50Millis),
    P99("p99 ms", 2, true, Round::p99Millis),
    GATEWAY_CPU("CPU µs/request, gateway", 1, false, Round::gatewayCpuMicros),
    SIMULATOR_CPU("CPU µs/request, simulator", 1, true, Round::simulatorCpuMicros),
    BOTH_CPU("CPU µs/request, both", 1, true, Round::bothCpuMicros),
    GATEWAY_MEMORY("resident MB, gateway", 0, false, Round::gatewayMegabytes),
    SIMULATOR_MEMORY("resident MB, simulator", 0, false, Round::simulatorMegabytes);

    /** What a load at its limit tells. */
    public static final List<Figure> THROUGHPUT =
            List.of(REQUESTS_PER_SECOND, GATEWAY_CPU, SIMULATOR_CPU, BOTH_CPU, GATEWAY_MEMORY, SIMULATOR_MEMORY);

    /** What a load at a fixed rate tells; the requests per second show whether the rate was held. */
    public static final List<Figure> LATENCY =
            List.of(REQUESTS_PER_SECOND, P50, P99, GATEWAY_CPU, SIMULATOR_CPU, BOTH_CPU);

    private final String label;
    private final int decimals;
    private final boolean comparable;
    private final ToDoubleFunction<Round> value;

    Figure(String label, int decimals, boolean comparable, ToDoubleFunction<Round> value) {
        this.label = label;
        this.decimals = decimals;
        this.comparable = comparable;
        this.value = value;
    }

    String label() {
        return label;
    }

    /** Whether one target's divided by the other's means something. */
    boolean comparable() {
        return comparable;
    }

    List<Double> of(List<Round> rounds) {
        return rounds.stream().map(value::applyAsDouble).toList();
    }

    String format(Spread spread) {
        return spread.format("%." + decimals + "f", Locale.ROOT);
    }
}
