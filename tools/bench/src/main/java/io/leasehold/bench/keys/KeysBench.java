package io.leasehold.bench.keys;

import com.fasterxml.jackson.databind.JsonNode;
import io.leasehold.bench.load.Latency;
import io.leasehold.bench.process.MeasuredProcess;
import io.leasehold.bench.process.OwnStack;
import io.leasehold.bench.process.Starts;
import io.leasehold.bench.result.Spread;
import io.leasehold.bench.result.Table;
import io.leasehold.demo.LocalSystem;
import io.leasehold.localstack.LocalStackBuilder;
import io.leasehold.localstack.settings.Service;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Starts a key-service some times, adds many keys, and lists, filters and searches them; on a key-service and a Kafka of their own
 * beside the servers that run. It is compiled as it is in a pod, and wherever else it is started: quickly, and not further.
 */
public final class KeysBench {
    private static final int ROUNDS = 5;
    private static final int STARTS = 3;
    private static final int ADDED_ONE_BY_ONE = 500;
    private static final int ADDED_IN_BATCHES = 2_000;
    private static final int WARM_UP_ROUNDS = 4;
    private static final int IN_ALL = 100_000;

    private final OwnStack own;
    private final MeasuredProcess service;
    private final KeyPool pool;

    private KeysBench(OwnStack own, MeasuredProcess service, KeyPool pool) {
        this.own = own;
        this.service = service;
        this.pool = pool;
    }

    /** @throws IllegalStateException when no servers run */
    public static void run(Map<String, String> environment) throws IOException, SQLException, InterruptedException {
        System.out.printf(
                "Everything on this machine, %d processors, load average before: %.1f%n",
                Runtime.getRuntime().availableProcessors(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        try (OwnStack own = OwnStack.start(environment, Service.KEY_SERVICE, KeysBench::alone)) {
            Spread start = Starts.measure(own, STARTS);
            Table.title("key-service");
            Table.atMost("seconds from its start until it is ready", start, "%.2f", 3);
            new KeysBench(own, own.process(), KeyPool.make(LocalSystem.of(own.stack()))).run();
        }
    }

    private static LocalStackBuilder alone(LocalStackBuilder stack) {
        return stack.ownKafka().onlyServers();
    }

    private void run() throws SQLException, InterruptedException {
        int added = add("one in a call", "added", ADDED_ONE_BY_ONE, pool::addEach)
                + add("a hundred in a call", "batched", ADDED_IN_BATCHES, pool::addInBatches);
        new KeyRows(own.servers().postgres(), own.database()).add(IN_ALL - added, pool.workspaceId(), "added-0-0");
        lists();
    }

    private interface Adding {
        void add(String prefix, int count) throws InterruptedException;
    }

    /** @return how many, with those that warm up */
    private int add(String how, String prefix, int ofRound, Adding adding) throws InterruptedException {
        List<Double> rates = new ArrayList<>();
        List<Double> costs = new ArrayList<>();
        for (int round = 0; round < WARM_UP_ROUNDS + ROUNDS; round++) {
            Duration cpu = service.cpu();
            long began = System.nanoTime();
            adding.add(prefix + "-" + round + "-", ofRound);
            rates.add(ofRound / ((System.nanoTime() - began) / 1e9));
            costs.add(service.cpu().minus(cpu).toNanos() / 1e3 / ofRound);
            System.err.printf(
                    Locale.ROOT,
                    "adding, %s, round %d, with %d to warm up, of %d: %.0f/s%n",
                    how,
                    round + 1,
                    WARM_UP_ROUNDS,
                    WARM_UP_ROUNDS + ROUNDS,
                    rates.getLast());
        }
        Table.title("Keys added, not verified, " + how);
        Table.atLeast("keys/s", measured(rates), "%.0f", 300);
        Table.row("key-service's CPU µs per key", measured(costs), "%.0f");
        return (WARM_UP_ROUNDS + ROUNDS) * ofRound;
    }

    private static Spread measured(List<Double> rounds) {
        return Spread.of(rounds.subList(WARM_UP_ROUNDS, rounds.size()));
    }

    private void lists() {
        Table.title("Pages of 50 of %,d keys".formatted(IN_ALL));
        measure("first page", "");
        show("page after page", Latency.of(new Pages()::next));
        measure("state=disabled", "state=disabled");
        measure("provider=anthropic", "provider=anthropic");
        measure("text of half of them", "text=production");
        measure("text of one of them", "text=seeded-045678");
        measure("text of none", "text=nothing-is-called-so");
        measure("state and text", "state=disabled&text=team:13");
    }

    private void measure(String title, String query) {
        show(title, Latency.of(number -> pool.list(query)));
    }

    private static void show(String title, Latency latency) {
        Table.row("p50 ms, " + title, Spread.once(latency.p50()), "%.1f");
        Table.atMost("p95 ms, " + title, Spread.once(latency.p95()), "%.1f", 50);
    }

    /** Reads on where it was, and from the beginning after the end. */
    private final class Pages {
        private String query = "";

        void next(int number) {
            JsonNode cursor = pool.list(query).path("next_cursor");
            query = cursor.isTextual() ? "cursor=" + cursor.asText() : "";
        }
    }
}
