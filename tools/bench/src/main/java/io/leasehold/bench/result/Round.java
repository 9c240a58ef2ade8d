package io.leasehold.bench.result;

import io.leasehold.bench.load.Outcome;
import io.leasehold.bench.process.Use;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One way under one load for a few seconds.
 *
 * @param proxy what the process in between used; null where there is none, or none that is known
 * @param simulator what the process at the end used
 */
public record Round(Outcome outcome, @Nullable Use proxy, Use simulator) {
    double requestsPerSecond() {
        return outcome.answered() / seconds(outcome.elapsed());
    }

    double p50Millis() {
        return millis(outcome.latency().p50());
    }

    double p99Millis() {
        return millis(outcome.latency().p99());
    }

    double firstByteP50Millis() {
        return millis(outcome.firstByte().p50());
    }

    double firstByteP99Millis() {
        return millis(outcome.firstByte().p99());
    }

    double mostAtATime() {
        return outcome.mostAtATime();
    }

    /** What a request cost the process in between; not a number where that is not known. */
    public double proxyCpuMicros() {
        return proxy == null ? Double.NaN : microsPerRequest(proxy.cpu());
    }

    double simulatorCpuMicros() {
        return microsPerRequest(simulator.cpu());
    }

    /** Not a number where it is not known. */
    double proxyMegabytes() {
        return proxy == null ? Double.NaN : megabytes(proxy);
    }

    double simulatorMegabytes() {
        return megabytes(simulator);
    }

    private double microsPerRequest(Duration cpu) {
        return seconds(cpu) * 1_000_000 / outcome.answered();
    }

    private static double millis(Duration duration) {
        return seconds(duration) * 1_000;
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }

    private static double megabytes(Use use) {
        return use.residentMemory() / 1e6;
    }
}
