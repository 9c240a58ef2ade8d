package io.leasehold.bench.gateway;

import io.leasehold.bench.load.Call;
import io.leasehold.bench.load.Load;
import io.leasehold.bench.load.Message;
import io.leasehold.bench.process.MeasuredProcess;
import io.leasehold.bench.process.Use;
import io.leasehold.bench.result.Figure;
import io.leasehold.bench.result.Report;
import io.leasehold.bench.result.Round;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * The same load on all ways by turns, round after round.
 *
 * @param ways the first is the one with nothing in between
 */
record Experiment(List<Way> ways, MeasuredProcess simulator) {
    private static final int MOST_WARM_UP_ROUNDS = 5;

    /** A round that costs no less than this much of the one before: there is not much left to compile. */
    private static final double WARM = 0.95;

    Experiment {
        ways = List.copyOf(ways);
    }

    /** Without one of the ways. */
    Experiment without(String name) {
        return new Experiment(
                ways.stream().filter(way -> !way.name().equals(name)).toList(), simulator);
    }

    /** What a JVM does first is to compile, which takes it thousands of requests and is no cost of theirs. */
    void warmUp(Message message, Load load) throws InterruptedException {
        double before = Double.MAX_VALUE;
        for (int round = 1; round <= MOST_WARM_UP_ROUNDS; round++) {
            double cost = 0;
            for (Way way : ways) {
                double one = measure(way, message, load).proxyCpuMicros();
                cost = way.name().equals(Way.GATEWAY) ? one : cost;
            }
            System.err.printf("%s: warming up, %.0f µs of the gateway's CPU per request%n", message.title(), cost);
            if (cost > WARM * before) {
                return;
            }
            before = cost;
        }
    }

    Report run(Message message, Load load, List<Figure> figures, int rounds) throws InterruptedException {
        String title = message.title() + ", " + load.title();
        SequencedMap<String, List<Round>> done = new LinkedHashMap<>();
        System.err.println(title + ": a round that is thrown away");
        for (Way way : ways) {
            measure(way, message, load);
        }
        for (int round = 1; round <= rounds; round++) {
            System.err.printf("%s: round %d of %d%n", title, round, rounds);
            for (Way way : ways) {
                done.computeIfAbsent(way.name(), first -> new ArrayList<>()).add(measure(way, message, load));
            }
        }
        return new Report(title, figures, done);
    }

    private Round measure(Way way, Message message, Load load) throws InterruptedException {
        Duration proxyBefore = way.cpu();
        Duration simulatorBefore = simulator.cpu();
        return new Round(
                load.run(new Call(way.target(), message)).expectNoFailure(way.target()),
                way.useSince(proxyBefore),
                Use.since(simulatorBefore, simulator));
    }
}
