package io.leasehold.bench.leases;

import io.leasehold.bench.Options;
import io.leasehold.bench.load.Call;
import io.leasehold.bench.load.ClosedLoop;
import io.leasehold.bench.load.Generator;
import io.leasehold.bench.load.Load;
import io.leasehold.bench.load.OpenLoop;
import io.leasehold.bench.load.Outcome;
import io.leasehold.bench.process.MeasuredProcess;
import io.leasehold.bench.result.Spread;
import io.leasehold.bench.result.Table;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;

/** What is measured, in its order. */
final class Trials {
    static final int NODES = 10_000;

    private static final int MANY_NODES = 100_000;
    private static final int LEASES_EACH = 10;
    private static final int ENDING = 10_000;

    /** The rate of hold calls where latency is measured, and of asks while leases end. */
    private static final int STEADY = 200;

    private static final Duration WARM_UP = Duration.ofSeconds(8);
    private static final int MOST_WARM_UP_ROUNDS = 6;

    /** A round that costs no less than this much of the one before: there is not much left to compile. */
    private static final double WARM = 0.9;

    /** A replica asks again when half of a slice that should last for ten seconds is spent. */
    private static final int SECONDS_BETWEEN_REFILLS = 5;

    private static final int GATEWAY_REQUESTS = 100_000;

    /** What many leases may slow. */
    private static final double QUARTER_MORE = 1.25;

    private static final double QUARTER_LESS = 0.75;

    /** Whoever asks while many leases end must not notice. */
    private static final double NOT_STARVED_MILLIS = 100;

    private final Options options;
    private final Generator generator;
    private final MeasuredProcess service;
    private final Fleet fleet;
    private final FleetRows rows;
    private final Asks asks;
    private final HoldCalls holds;

    Trials(
            Options options,
            Generator generator,
            MeasuredProcess service,
            Fleet fleet,
            FleetRows rows,
            Asks asks,
            HoldCalls holds) {
        this.options = options;
        this.generator = generator;
        this.service = service;
        this.fleet = fleet;
        this.rows = rows;
        this.asks = asks;
        this.holds = holds;
    }

    /**
     * @param heldGrants at the rate that latency is measured at, as are {@code heldHolds}
     * @param grants flat out, as are {@code holds}
     */
    private record Capacity(Rounds heldGrants, Rounds grants, Rounds heldHolds, Rounds holds) {}

    void run() throws SQLException, InterruptedException {
        rows.make(fleet, NODES);
        warmUp();
        Capacity few = measure("few leases");
        fill();
        warmUp();
        Capacity many = measure("a million leases");
        compare(few, many);
        end();
    }

    private void warmUp() throws InterruptedException {
        warmUp("warming up, grants", asks.call());
        holds.restart();
        warmUp("warming up, holds", holds.call());
    }

    /** What a JVM does first is to compile, which takes it thousands of calls and is no cost of theirs. */
    private void warmUp(String title, Call call) throws InterruptedException {
        double before = Double.MAX_VALUE;
        for (int round = 0; round < MOST_WARM_UP_ROUNDS; round++) {
            double cost = Rounds.run(title, new ClosedLoop(generator, WARM_UP), call, 1, service)
                    .cpu()
                    .median();
            if (cost > WARM * before) {
                return;
            }
            before = cost;
        }
    }

    private Capacity measure(String with) throws InterruptedException {
        Rounds held = rounds("grants, " + with, new OpenLoop(generator, options.rate(), options.length()), true);
        Rounds grants = rounds("grants, " + with, new ClosedLoop(generator, options.length()), true);
        holds.restart();
        Rounds steady = rounds("holds, " + with, new OpenLoop(generator, STEADY, options.length()), false);
        Rounds holdCalls = rounds("holds, " + with, new ClosedLoop(generator, options.length()), false);
        printGrants(with, held, grants);
        printHolds(with, steady, holdCalls);
        return new Capacity(held, grants, steady, holdCalls);
    }

    private Rounds rounds(String title, Load load, boolean ofGrants) throws InterruptedException {
        return Rounds.run(title, load, ofGrants ? asks.call() : holds.call(), options.rounds(), service);
    }

    private void printGrants(String with, Rounds held, Rounds flatOut) {
        Table.title("Grants, " + with);
        Table.row("p50 ms at " + options.rate() + "/s", held.p50(), "%.2f");
        Table.atMost("p99 ms at " + options.rate() + "/s", held.p99(), "%.2f", 10);
        printNotHeld(held);
        Table.atLeast(
                "leases/s flat out, " + options.connections() + " connections", flatOut.perSecond(), "%.0f", 3_000);
        Table.row("the service's CPU µs per lease, flat out", flatOut.cpu(), "%.0f");
    }

    private void printHolds(String with, Rounds held, Rounds flatOut) {
        Table.title("Hold calls of %d windows, %d replicas, %s".formatted(HoldCalls.WINDOWS, Fleet.REPLICAS, with));
        Table.row("p50 ms at " + STEADY + "/s", held.p50(), "%.2f");
        Table.atMost("p99 ms at " + STEADY + "/s", held.p99(), "%.2f", 10);
        printNotHeld(held);
        Table.row("calls/s flat out", flatOut.perSecond(), "%.0f");
        Table.row("p99 ms flat out, " + options.connections() + " at a time", flatOut.p99(), "%.2f");
        Table.row("the service's CPU µs per call, flat out", flatOut.cpu(), "%.0f");
        printArithmetic(flatOut.perSecond().median());
        printSteadyArithmetic();
    }

    private static void printNotHeld(Rounds rounds) {
        if (rounds.notHeld() > 0) {
            System.out.printf(
                    "  The rate was not held in %d of %d rounds: these are latencies of an overloaded machine.%n",
                    rounds.notHeld(), rounds.outcomes().size());
        }
    }

    private static void printArithmetic(double callsPerSecond) {
        double leases = callsPerSecond * HoldCalls.LEASES_OF_A_CALL * SECONDS_BETWEEN_REFILLS;
        System.out.printf(
                Locale.ROOT,
                "  A slice lasts for 10 s and is refilled at half, so a window is asked for once in %d s. %.0f calls/s × %d leases"
                        + " × %d s keep %,.0f leases in use supplied:%n",
                SECONDS_BETWEEN_REFILLS,
                callsPerSecond,
                HoldCalls.LEASES_OF_A_CALL,
                SECONDS_BETWEEN_REFILLS,
                leases);
        for (int each : List.of(1, 10, 100)) {
            System.out.printf(
                    Locale.ROOT,
                    "  at %3d requests/s of each lease %,12.0f gateway requests/s, %s %,d%n",
                    each,
                    leases * each,
                    leases * each >= GATEWAY_REQUESTS ? "enough for" : "short of",
                    GATEWAY_REQUESTS);
        }
    }

    /** What the rate is enough for at which latency was measured. */
    private static void printSteadyArithmetic() {
        int leases = STEADY * HoldCalls.LEASES_OF_A_CALL * SECONDS_BETWEEN_REFILLS;
        System.out.printf(
                Locale.ROOT,
                "  The latency is that of %d calls/s, which keep %,d leases supplied: %,d gateway requests/s at %d/s of each.%n",
                STEADY,
                leases,
                GATEWAY_REQUESTS,
                GATEWAY_REQUESTS / leases);
    }

    private void fill() throws SQLException {
        long began = System.nanoTime();
        rows.addNodes(fleet, NODES, MANY_NODES);
        rows.addLeases(fleet, LEASES_EACH);
        asks.grow(MANY_NODES);
        System.err.printf(
                Locale.ROOT,
                "%,d nodes and %,d leases are there after %.0f s%n",
                MANY_NODES,
                MANY_NODES * LEASES_EACH,
                seconds(began));
    }

    private static void compare(Capacity few, Capacity many) {
        Table.title("What %,d leases and %,d nodes in the tables slow".formatted(MANY_NODES * LEASES_EACH, MANY_NODES));
        Table.atLeast(
                "leases/s, by those with few",
                ratio(many.grants(), few.grants(), Rounds::perSecond),
                "%.2f",
                QUARTER_LESS);
        Table.atLeast(
                "hold calls/s, by those with few",
                ratio(many.holds(), few.holds(), Rounds::perSecond),
                "%.2f",
                QUARTER_LESS);
        Table.atMost(
                "p50 of grants, by that with few",
                ratio(many.heldGrants(), few.heldGrants(), Rounds::p50),
                "%.2f",
                QUARTER_MORE);
        Table.atMost(
                "p50 of hold calls, by that with few",
                ratio(many.heldHolds(), few.heldHolds(), Rounds::p50),
                "%.2f",
                QUARTER_MORE);
    }

    private static Spread ratio(Rounds many, Rounds few, Function<Rounds, Spread> figure) {
        return one(figure.apply(many).median() / figure.apply(few).median());
    }

    /** Leases that end in the same second, while nodes ask for others. */
    private void end() throws SQLException, InterruptedException {
        Rounds before = rounds("grants, nothing ends", new OpenLoop(generator, STEADY, options.length()), true);
        Instant end = Instant.now().plusSeconds(5).truncatedTo(ChronoUnit.SECONDS);
        rows.addLeasesThatEnd(fleet, ENDING, end);
        Thread.sleep(Math.max(0, Duration.between(Instant.now(), end).toMillis()));
        CompletableFuture<Double> swept = CompletableFuture.supplyAsync(() -> secondsUntilSwept(end));
        Outcome meanwhile = new OpenLoop(generator, STEADY, options.length())
                .run(asks.call())
                .expectNoFailure("grants, while leases end");
        Table.title("%,d leases that end in the same second, %d asks/s meanwhile".formatted(ENDING, STEADY));
        Table.atMost("seconds until all are swept", one(swept.join()), "%.1f", 5);
        Table.row("p50 ms of asks, nothing ends", before.p50(), "%.2f");
        Table.row(
                "p50 ms of asks meanwhile",
                one(Rounds.millis(meanwhile.latency().p50())),
                "%.2f");
        Table.row("p99 ms of asks, nothing ends", before.p99(), "%.2f");
        Table.atMost(
                "p99 ms of asks meanwhile",
                one(Rounds.millis(meanwhile.latency().p99())),
                "%.2f",
                NOT_STARVED_MILLIS);
    }

    private double secondsUntilSwept(Instant end) {
        try {
            while (rows.countOverdue(fleet, end) > 0) {
                Thread.sleep(50);
            }
            return Duration.between(end, Instant.now()).toMillis() / 1_000.0;
        } catch (SQLException failure) {
            throw new CompletionException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CompletionException(stopped);
        }
    }

    private static Spread one(double figure) {
        return new Spread(figure, figure, figure);
    }

    private static double seconds(long began) {
        return (System.nanoTime() - began) / 1e9;
    }
}
