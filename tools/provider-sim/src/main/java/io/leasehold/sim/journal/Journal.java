package io.leasehold.sim.journal;

import io.leasehold.sim.format.Json;
import io.leasehold.sim.key.KeyListener;
import io.leasehold.sim.key.SimKey;
import io.leasehold.sim.ledger.LedgerListener;
import io.leasehold.sim.ledger.LedgerRow;
import io.leasehold.sim.provider.World;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Keeps keys, groups and ledger in a file of JSON lines that only grows. Writing happens beside the event loops, a few times a
 * second; a crash loses at most what came since the last time.
 */
public final class Journal implements KeyListener, LedgerListener, AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Journal.class.getName());
    private static final long WRITE_EVERY_MILLIS = 200;
    private static final long CLOSE_WITHIN_SECONDS = 10;

    private final Queue<JournalEntry> waiting = new ConcurrentLinkedQueue<>();
    private final ScheduledExecutorService writer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("journal").factory());
    private final OutputStream out;

    private Journal(OutputStream out) {
        this.out = out;
    }

    /** Fills keys, groups and ledger from the file, then follows them. The file is made where it is missing. */
    public static Journal follow(Path file, World world) throws IOException {
        if (Files.exists(file)) {
            JournalTail.dropTornLine(file);
            replay(file, world);
        }
        Journal journal = new Journal(new BufferedOutputStream(
                Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)));
        world.keys().listen(journal);
        world.groups().listen(group -> journal.waiting.add(JournalEntry.saved(group)));
        world.ledger().listen(journal);
        var _ = journal.writer.scheduleWithFixedDelay(
                journal::write, WRITE_EVERY_MILLIS, WRITE_EVERY_MILLIS, TimeUnit.MILLISECONDS);
        return journal;
    }

    private static void replay(Path file, World world) throws IOException {
        try (Stream<String> lines = Files.lines(file)) {
            lines.forEach(line -> apply(parse(line), world));
        }
    }

    private static JournalEntry parse(String line) {
        try {
            return Json.MAPPER.readValue(line, JournalEntry.class);
        } catch (IOException e) {
            throw new UncheckedIOException("the data file has a line that is not the simulator's", e);
        }
    }

    private static void apply(JournalEntry entry, World world) {
        if (entry.key() != null) {
            world.keys().save(entry.key());
        } else if (entry.removedKey() != null) {
            world.keys().remove(entry.removedKey());
        } else if (entry.group() != null) {
            world.groups().save(entry.group());
        } else if (entry.row() != null) {
            world.ledger().append(entry.row().toRow(world.prices()));
        } else {
            world.ledger().clear();
        }
    }

    @Override
    public void saved(SimKey key) {
        waiting.add(JournalEntry.saved(key));
    }

    @Override
    public void removed(String id) {
        waiting.add(JournalEntry.removed(id));
    }

    @Override
    public void appended(LedgerRow row) {
        waiting.add(JournalEntry.appended(RowEntry.of(row)));
    }

    @Override
    public void cleared() {
        waiting.add(JournalEntry.ledgerCleared());
    }

    private void write() {
        try {
            for (JournalEntry entry = waiting.poll(); entry != null; entry = waiting.poll()) {
                out.write(Json.bytes(entry));
                out.write('\n');
            }
            out.flush();
        } catch (IOException e) {
            LOG.log(Level.ERROR, "The data file can't be written; a restart will not know what happened now", e);
        }
    }

    /** Writes what is waiting. */
    @Override
    public void close() throws IOException {
        var _ = writer.submit(this::write);
        writer.shutdown();
        try {
            if (!writer.awaitTermination(CLOSE_WITHIN_SECONDS, TimeUnit.SECONDS)) {
                LOG.log(Level.ERROR, "The data file was not written to its end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        out.close();
    }
}
