package io.leasehold.bench;

import io.leasehold.bench.load.Call;
import io.leasehold.bench.load.Load;
import io.leasehold.bench.load.Message;
import io.leasehold.bench.load.Target;
import io.leasehold.bench.process.MeasuredProcess;
import io.leasehold.bench.process.Use;
import io.leasehold.bench.result.Figure;
import io.leasehold.bench.result.Report;
import io.leasehold.bench.result.Round;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The same load on both targets by turns, round after round. */
record Experiment(Target direct, Target gateway, MeasuredProcess gatewayProcess, MeasuredProcess simulatorProcess) {
    private static final int MOST_WARM_UP_ROUNDS = 5;

    /** A round that costs no less than this much of the one before: there is not much left to compile. */
    private static final double WARM = 0.95;

    /** What a JVM does first is to compile, which takes it thousands of requests and is no cost of theirs. */
    void warmUp(Message message, Load load) throws InterruptedException {
        double before = Double.MAX_VALUE;
        for (int round = 1; round <= MOST_WARM_UP_ROUNDS; round++) {
            measure(direct, message, load);
            double cost = measure(gateway, message, load).gatewayCpuMicros();
            System.err.printf("%s: warming up, %.0f µs of the gateway's CPU per request%n", message.title(), cost);
            if (cost > WARM * before) {
                return;
            }
            before = cost;
        }
    }

    Report run(Message message, Load load, List<Figure> figures, int rounds) throws InterruptedException {
        String title = message.title() + ", " + load.title();
        List<Round> directRounds = new ArrayList<>();
        List<Round> gatewayRounds = new ArrayList<>();
        System.err.println(title + ": a round that is thrown away");
        measure(direct, message, load);
        measure(gateway, message, load);
        for (int round = 1; round <= rounds; round++) {
            System.err.printf("%s: round %d of %d%n", title, round, rounds);
            directRounds.add(measure(direct, message, load));
            gatewayRounds.add(measure(gateway, message, load));
        }
        return new Report(title, figures, directRounds, gatewayRounds);
    }

    private Round measure(Target target, Message message, Load load) throws InterruptedException {
        Duration gatewayBefore = gatewayProcess.cpu();
        Duration simulatorBefore = simulatorProcess.cpu();
        return new Round(
                load.run(new Call(target, message)).expectNoFailure(target),
                Use.since(gatewayBefore, gatewayProcess),
                Use.since(simulatorBefore, simulatorProcess));
    }
}
