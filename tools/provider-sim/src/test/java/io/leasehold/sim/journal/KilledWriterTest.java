package io.leasehold.sim.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.leasehold.sim.fault.Faults;
import io.leasehold.sim.group.Groups;
import io.leasehold.sim.http.Serial;
import io.leasehold.sim.key.KeyRing;
import io.leasehold.sim.key.Provider;
import io.leasehold.sim.ledger.Geo;
import io.leasehold.sim.ledger.Ledger;
import io.leasehold.sim.ledger.LedgerRow;
import io.leasehold.sim.ledger.Outcome;
import io.leasehold.sim.ledger.PriceTable;
import io.leasehold.sim.ledger.Rate;
import io.leasehold.sim.ledger.Speed;
import io.leasehold.sim.ledger.Tokens;
import io.leasehold.sim.provider.World;
import io.leasehold.sim.time.SimClock;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What is on disk at any moment is what a kill at that moment leaves. The n-th request costs n nano-dollars, so that a
 * bill over k requests shows at once whether one is missing or there twice.
 */
class KilledWriterTest {
    private static final long SMALL = 20_000;
    private static final int MOMENTS = 150;

    private static final Vertx VERTX = Vertx.vertx();
    private static final PriceTable PRICES = PriceTable.load();
    private static final Rate RATE = PRICES.find(Provider.ANTHROPIC, "claude-opus-5", Speed.STANDARD, Geo.GLOBAL)
            .orElseThrow();

    @TempDir
    private Path folder;

    @AfterAll
    static void stop() {
        VERTX.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void aKillAtAnyMomentLosesNoWrittenRequestAndDoublesNone() throws IOException {
        World world = world();
        Set<Object> files = new HashSet<>();
        long known = 0;
        try (Journal journal = follow(world)) {
            for (long i = 0; i < MOMENTS; i++) {
                rows(i * 50 + 1, i * 50 + 50).forEach(world.ledger()::append);
                files.add(
                        Files.readAttributes(file(), BasicFileAttributes.class).fileKey());
                Path moment = Files.copy(file(), folder.resolve("moment-" + i));

                long requests = requestsIn(moment);

                assertThat(requests).isBetween(known, i * 50 + 50);
                known = requests;
            }
        }
        assertThat(files).as("how often it was replaced meanwhile").hasSizeGreaterThan(3);
        assertThat(requestsIn(file())).isEqualTo(MOMENTS * 50);
    }

    @Test
    void aFileThatWasBegunBesideItIsNoHindrance() throws IOException {
        DataFile.write(file(), rows(1, 10));
        Files.writeString(folder.resolve("sim.jsonl.new"), "{\"row\":{\"serial\":1");

        try (Journal journal = follow(world())) {
            assertThat(folder.resolve("sim.jsonl.new")).doesNotExist();
        }

        assertThat(requestsIn(file())).isEqualTo(10);
    }

    @Test
    void aRestartLeavesOnlyWhatIsStillTrue() throws IOException {
        World world = world();
        try (Journal journal = follow(world)) {
            for (int round = 0; round < 20; round++) {
                world.ledger().clear();
                rows(1, 100).forEach(world.ledger()::append);
            }
        }

        // Twenty times a hundred rows were written and one hundred are left.
        try (Journal journal = follow(world())) {
            assertThat(Files.readAllLines(file())).hasSize(100);
        }
    }

    private Journal follow(World world) throws IOException {
        return Journal.follow(file(), world, SMALL, 1);
    }

    private static long requestsIn(Path file) throws IOException {
        State state = State.empty();
        JournalFile.read(file, PRICES, state::apply);
        List<LedgerRow> rows = state.ledger().rows();
        long requests = rows.stream().mapToLong(LedgerRow::requests).sum();
        assertThat(rows.stream().mapToLong(LedgerRow::costNanos).sum()).isEqualTo(requests * (requests + 1) / 2);
        return requests;
    }

    private static Stream<LedgerRow> rows(long from, long to) {
        return LongStream.rangeClosed(from, to).mapToObj(KilledWriterTest::row);
    }

    private static LedgerRow row(long number) {
        Tokens tokens = new Tokens(number, 0, 0, 0, 1);
        return new LedgerRow(number, "key", null, RATE, tokens, number, Outcome.COMPLETED, false, number, number, 1);
    }

    private Path file() {
        return folder.resolve("sim.jsonl");
    }

    private static World world() {
        return new World(
                VERTX, new SimClock(), new KeyRing(), new Groups(), new Ledger(), new Faults(), PRICES, new Serial());
    }
}
