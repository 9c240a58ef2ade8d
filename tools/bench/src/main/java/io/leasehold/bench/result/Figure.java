package io.leasehold.bench.result;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** A line of a table. */
public enum Figure {
    REQUESTS_PER_SECOND("requests/s", 0, false, Round::requestsPerSecond),
    P50("p50 ms", 2, false, Round::p50Millis),
    ADDED_P50("added p50 ms", 2, true, Round::p50Millis),
    P99("p99 ms", 2, false, Round::p99Millis),
    ADDED_P99("added p99 ms", 2, true, Round::p99Millis),
    FIRST_BYTE_P50("first byte, p50 ms", 2, false, Round::firstByteP50Millis),
    ADDED_FIRST_BYTE_P50("first byte, added p50 ms", 2, true, Round::firstByteP50Millis),
    FIRST_BYTE_P99("first byte, p99 ms", 2, false, Round::firstByteP99Millis),
    ADDED_FIRST_BYTE_P99("first byte, added p99 ms", 2, true, Round::firstByteP99Millis),
    CPU("CPU µs/request", 1, false, Round::proxyCpuMicros),
    SIMULATOR_CPU("CPU µs/request, simulator", 1, false, Round::simulatorCpuMicros),
    MEMORY("resident MB", 0, false, Round::proxyMegabytes),
    SIMULATOR_MEMORY("resident MB, simulator", 0, false, Round::simulatorMegabytes),
    AT_A_TIME("at a time", 0, false, Round::mostAtATime);

    /** What a load at its limit tells. */
    public static final List<Figure> THROUGHPUT =
            List.of(REQUESTS_PER_SECOND, CPU, SIMULATOR_CPU, MEMORY, SIMULATOR_MEMORY);

    /** What a load at a fixed rate tells; the requests per second show whether the rate was held. */
    public static final List<Figure> LATENCY =
            List.of(REQUESTS_PER_SECOND, P50, ADDED_P50, P99, ADDED_P99, CPU, SIMULATOR_CPU);

    /** What many slow streams tell. */
    public static final List<Figure> STREAMS = List.of(
            AT_A_TIME,
            FIRST_BYTE_P50,
            ADDED_FIRST_BYTE_P50,
            FIRST_BYTE_P99,
            ADDED_FIRST_BYTE_P99,
            CPU,
            SIMULATOR_CPU,
            MEMORY);

    private final String label;
    private final int decimals;
    private final boolean added;
    private final ToDoubleFunction<Round> value;

    Figure(String label, int decimals, boolean added, ToDoubleFunction<Round> value) {
        this.label = label;
        this.decimals = decimals;
        this.added = added;
        this.value = value;
    }

    String label() {
        return label;
    }

    /**
     * Where the values of these rounds lie.
     *
     * @param direct the rounds of the way without anything in between, each beside one of these; null where these are they
     * @return empty where it is not known, or means nothing
     */
    Optional<Spread> of(List<Round> rounds, @Nullable List<Round> direct) {
        List<Double> values = values(rounds);
        if (values.stream().anyMatch(one -> one.isNaN())) {
            return Optional.empty();
        }
        if (!added) {
            return Optional.of(Spread.of(values));
        }
        return Optional.ofNullable(direct).map(others -> Spread.ofDifferences(values, values(others)));
    }

    List<Double> values(List<Round> rounds) {
        return rounds.stream().map(value::applyAsDouble).toList();
    }

    String format(Spread spread) {
        return spread.format("%." + decimals + "f", Locale.ROOT);
    }
}
