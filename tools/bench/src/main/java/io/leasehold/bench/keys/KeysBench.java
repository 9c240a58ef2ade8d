package io.leasehold.bench.keys;

import com.fasterxml.jackson.databind.JsonNode;
import io.leasehold.bench.load.Latency;
import io.leasehold.demo.LocalSystem;
import io.leasehold.localstack.StackAddresses;
import io.leasehold.localstack.settings.Service;
import io.leasehold.localstack.settings.StackHome;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Adds many keys, lists, filters and searches them, and says how long key-service took to start. */
public final class KeysBench {
    private static final int ROUNDS = 5;
    private static final int ADDED_ONE_BY_ONE = 500;
    private static final int ADDED_IN_BATCHES = 2_000;
    private static final int WARM_UP = 500;
    private static final int IN_ALL = 100_000;
    private static final Pattern STARTED = Pattern.compile("started in ([0-9.]+)s");

    private final StackHome home;
    private final KeyPool pool;
    private final KeyRows rows;

    private KeysBench(StackHome home, KeyPool pool, KeyRows rows) {
        this.home = home;
        this.pool = pool;
        this.rows = rows;
    }

    /** @throws IllegalStateException when nothing runs */
    public static void run(Map<String, String> environment) throws IOException, SQLException, InterruptedException {
        StackHome home = StackHome.fromEnvironment(environment);
        KeyPool pool = KeyPool.make(LocalSystem.running(environment));
        StackAddresses addresses = StackAddresses.load(home.addresses());
        new KeysBench(home, pool, new KeyRows(addresses.postgres(), Service.KEY_SERVICE.database())).run();
    }

    private void run() throws IOException, SQLException, InterruptedException {
        start();
        add();
        int added = 2 * WARM_UP + ROUNDS * (ADDED_ONE_BY_ONE + ADDED_IN_BATCHES);
        rows.add(IN_ALL - added, pool.workspaceId(), "warm-0");
        lists();
        System.out.println("Its workspace stays, with secrets in the store. ./leasehold up --fresh begins anew.");
    }

    private void start() throws IOException {
        try (Stream<String> lines = Files.lines(home.log(Service.KEY_SERVICE.id()))) {
            lines.flatMap(line -> STARTED.matcher(line).results())
                    .reduce((earlier, later) -> later)
                    .map(MatchResult::group)
                    .ifPresent(started -> System.out.println("key-service " + started));
        }
    }

    private void add() throws InterruptedException {
        pool.addEach("warm-", WARM_UP);
        measureAdding("one in a call", "added", ADDED_ONE_BY_ONE, pool::addEach);
        pool.addInBatches("warm-batch-", WARM_UP);
        measureAdding("a hundred in a call", "batched", ADDED_IN_BATCHES, pool::addInBatches);
        System.out.println();
    }

    private interface Adding {
        void add(String prefix, int count) throws InterruptedException;
    }

    private static void measureAdding(String how, String prefix, int ofRound, Adding adding)
            throws InterruptedException {
        List<Double> rates = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            long began = System.nanoTime();
            adding.add(prefix + "-" + round + "-", ofRound);
            double seconds = (System.nanoTime() - began) / (double) TimeUnit.SECONDS.toNanos(1);
            rates.add(ofRound / seconds);
            System.err.printf(
                    Locale.ROOT, "adding, %s, round %d of %d: %.0f/s%n", how, round + 1, ROUNDS, rates.getLast());
        }
        rates.sort(null);
        System.out.printf(
                Locale.ROOT,
                "keys added a second, not verified, %s: %.0f (%.0f–%.0f)%n",
                how,
                rates.get(ROUNDS / 2),
                rates.getFirst(),
                rates.getLast());
    }

    private void lists() {
        System.out.printf("%-44s%10s%10s%10s%n", "ms, pages of 50 of " + IN_ALL + " keys", "p50", "p95", "p99");
        measure("first page", "");
        System.out.println(Latency.of(new Pages()::next).text("page after page"));
        measure("state=disabled", "state=disabled");
        measure("provider=anthropic", "provider=anthropic");
        measure("text of half of them", "text=production");
        measure("text of one of them", "text=seeded-045678");
        measure("text of none", "text=nothing-is-called-so");
        measure("state and text", "state=disabled&text=team:13");
    }

    private void measure(String title, String query) {
        System.out.println(Latency.of(number -> pool.list(query)).text(title));
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
