package io.leasehold.bench.usage;

import io.leasehold.bench.Options;
import io.leasehold.bench.load.Latency;
import io.leasehold.bench.process.MeasuredProcess;
import io.leasehold.bench.result.Spread;
import io.leasehold.bench.result.Table;
import io.leasehold.demo.LocalSystem;
import io.leasehold.localstack.settings.Service;
import io.leasehold.localstack.settings.StackHome;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Has accounts of all providers polled, and asks for what is known of them, on the system that runs. */
public final class UsageBench {
    private static final int ACCOUNTS = 500;
    private static final Duration INTERVAL = Duration.ofHours(1);
    private static final Duration IDLE = Duration.ofSeconds(20);
    private static final int WARM_UP_ROUNDS = 3;

    /** As providers take that are not on this machine. */
    private static final Duration LATENCY = Duration.ofMillis(200);

    private final LocalSystem system;
    private final MeasuredProcess collector;
    private final int rounds;

    private UsageBench(LocalSystem system, MeasuredProcess collector, int rounds) {
        this.system = system;
        this.collector = collector;
        this.rounds = rounds;
    }

    /** @throws IllegalStateException when nothing runs, or a poll fails */
    public static void run(Options options, Map<String, String> environment) throws IOException, InterruptedException {
        StackHome home = StackHome.fromEnvironment(environment);
        LocalSystem system = LocalSystem.running(environment);
        MeasuredProcess collector = MeasuredProcess.find(home, Service.USAGE_COLLECTOR.id());
        System.out.printf(
                "%d rounds. Everything on this machine, %d processors, load average before: %.1f%n",
                options.rounds(),
                Runtime.getRuntime().availableProcessors(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        new UsageBench(system, collector, options.rounds()).run();
    }

    private void run() throws InterruptedException {
        try (PolledAccounts few = PolledAccounts.make(system, PolledAccounts.PROVIDERS)) {
            answers("an account of each of " + few.count() + " providers", few);
            refreshes(few);
        }
        idle();
        try (PolledAccounts many = PolledAccounts.make(system, ACCOUNTS)) {
            polls(many);
            answers(many.count() + " accounts", many);
        }
    }

    /** One call after the other, as a page would ask; nobody is asked for it but the collector. */
    private void answers(String of, PolledAccounts accounts) {
        List<Latency> measured = new ArrayList<>();
        for (int round = 1; round <= rounds; round++) {
            measured.add(Latency.of(number -> accounts.known()));
            System.err.println(measured.getLast().text("answers, %s, round %d of %d".formatted(of, round, rounds)));
        }
        Table.title("What is known of all providers, " + of);
        Table.row("p50 ms", spread(measured, Latency::p50), "%.2f");
        Table.row("p95 ms", spread(measured, Latency::p95), "%.2f");
        Table.atMost("p99 ms", spread(measured, Latency::p99), "%.2f", 5);
    }

    private void refreshes(PolledAccounts accounts) throws InterruptedException {
        accounts.slowDown(LATENCY);
        for (int round = 0; round < WARM_UP_ROUNDS; round++) {
            accounts.refreshAll();
        }
        List<Refreshes> measured = new ArrayList<>();
        for (int round = 1; round <= rounds; round++) {
            measured.add(Refreshes.run(accounts));
            System.err.printf(
                    "refreshes, round %d of %d: %.0f ms, the slowest alone %.0f ms%n",
                    round,
                    rounds,
                    measured.getLast().allMillis(),
                    measured.getLast().slowestAloneMillis());
        }
        Table.title("Refresh of %d providers whose calls take %d ms".formatted(accounts.count(), LATENCY.toMillis()));
        Table.row("the slowest alone, ms", spread(measured, Refreshes::slowestAloneMillis), "%.0f");
        Table.row("all at once, ms", spread(measured, Refreshes::allMillis), "%.0f");
        Table.atMost("all at once, by the slowest alone", spread(measured, Refreshes::ratio), "%.2f", 1.5);
    }

    private void idle() throws InterruptedException {
        Duration before = collector.cpu();
        Thread.sleep(IDLE);
        double percent = new PollCost(1, collector.cpu().minus(before), IDLE).percentOfACore(IDLE);
        Table.title("usage-collector");
        Table.row("% of a core while little is due", Spread.once(percent), "%.2f");
    }

    private void polls(PolledAccounts accounts) throws InterruptedException {
        for (int round = 0; round < WARM_UP_ROUNDS; round++) {
            accounts.refreshAll();
        }
        List<PollCost> measured = new ArrayList<>();
        List<Effort> efforts = new ArrayList<>();
        for (int round = 1; round <= rounds; round++) {
            Duration before = collector.cpu();
            Duration wall = accounts.refreshAll();
            measured.add(new PollCost(accounts.count(), collector.cpu().minus(before), wall));
            efforts.add(accounts.effort());
            System.err.printf(
                    "polls, round %d of %d: %.1f s, %.1f ms of CPU each%n",
                    round,
                    rounds,
                    measured.getLast().seconds(),
                    measured.getLast().cpuMillisPerPoll());
        }
        Table.title("%d accounts polled on one replica".formatted(accounts.count()));
        Table.row("calls per poll", spread(efforts, Effort::callsPerPoll), "%.1f");
        Table.row("kB answered per poll", spread(efforts, Effort::kilobytesPerPoll), "%.1f");
        Table.row("seconds for all", spread(measured, PollCost::seconds), "%.1f");
        Table.row("CPU ms per poll", spread(measured, PollCost::cpuMillisPerPoll), "%.1f");
        Table.atMost(
                "% of a core at one poll of each an hour",
                spread(measured, cost -> cost.percentOfACore(INTERVAL)), "%.2f", 5);
    }

    private static <T> Spread spread(List<T> rounds, ToDoubleFunction<T> figure) {
        return Spread.of(rounds.stream().map(figure::applyAsDouble).toList());
    }
}
