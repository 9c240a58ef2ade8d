package io.leasehold.bench.leases;

import io.leasehold.bench.load.Call;
import io.leasehold.bench.load.Load;
import io.leasehold.bench.load.Outcome;
import io.leasehold.bench.process.MeasuredProcess;
import io.leasehold.bench.process.Use;
import io.leasehold.bench.result.Spread;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** The same load several times over. */
record Rounds(String title, List<Outcome> outcomes, List<Double> cpuMicros) {
    private static final double NANOS_PER_MILLI = 1e6;

    static Rounds run(String title, Load load, Call call, int rounds, MeasuredProcess service)
            throws InterruptedException {
        List<Outcome> outcomes = new ArrayList<>();
        List<Double> cpuMicros = new ArrayList<>();
        for (int round = 1; round <= rounds; round++) {
            Duration before = service.cpu();
            Outcome outcome = load.run(call).expectNoFailure(title);
            outcomes.add(outcome);
            cpuMicros.add(Use.since(before, service).cpu().toNanos() / 1e3 / Math.max(1, outcome.answered()));
            System.err.printf(
                    Locale.ROOT,
                    "%s, %s, round %d of %d: %.0f/s, p99 %.1f ms, %.0f µs of the service's CPU each%s%n",
                    title,
                    load.title(),
                    round,
                    rounds,
                    outcome.perSecond(),
                    millis(outcome.latency().p99()),
                    cpuMicros.getLast(),
                    outcome.heldRate() ? "" : ", rate not held");
        }
        return new Rounds(title, outcomes, cpuMicros);
    }

    Spread p50() {
        return spread(outcome -> millis(outcome.latency().p50()));
    }

    Spread p99() {
        return spread(outcome -> millis(outcome.latency().p99()));
    }

    Spread perSecond() {
        return spread(Outcome::perSecond);
    }

    Spread cpu() {
        return Spread.of(cpuMicros);
    }

    long notHeld() {
        return outcomes.stream().filter(outcome -> !outcome.heldRate()).count();
    }

    private Spread spread(ToDoubleFunction<Outcome> figure) {
        return Spread.of(outcomes.stream().map(figure::applyAsDouble).toList());
    }

    static double millis(Duration time) {
        return time.toNanos() / NANOS_PER_MILLI;
    }
}
