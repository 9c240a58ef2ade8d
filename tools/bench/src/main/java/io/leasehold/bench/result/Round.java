package io.leasehold.bench.result;

import io.leasehold.bench.load.Outcome;
import io.leasehold.bench.process.Use;
import java.time.Duration;

/** One target under one load for a few seconds. */
public record Round(Outcome outcome, Use gateway, Use simulator) {
    double requestsPerSecond() {
        return outcome.answered() / seconds(outcome.elapsed());
    }

    double p50Millis() {
        return seconds(outcome.p50()) * 1_000;
    }

    double p99Millis() {
        return seconds(outcome.p99()) * 1_000;
    }

    /** What a request cost the gateway. */
    public double gatewayCpuMicros() {
        return microsPerRequest(gateway.cpu());
    }

    double simulatorCpuMicros() {
        return microsPerRequest(simulator.cpu());
    }

    double bothCpuMicros() {
        return microsPerRequest(gateway.cpu().plus(simulator.cpu()));
    }

    double gatewayMegabytes() {
        return megabytes(gateway);
    }

    double simulatorMegabytes() {
        return megabytes(simulator);
    }

    private double microsPerRequest(Duration cpu) {
        return seconds(cpu) * 1_000_000 / outcome.answered();
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }

    private static double megabytes(Use use) {
        return use.residentMemory() / 1e6;
    }
}
