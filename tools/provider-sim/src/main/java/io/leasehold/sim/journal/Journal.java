package io.leasehold.sim.journal;

import io.leasehold.sim.key.KeyListener;
import io.leasehold.sim.key.SimKey;
import io.leasehold.sim.ledger.LedgerListener;
import io.leasehold.sim.ledger.LedgerRow;
import io.leasehold.sim.provider.World;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Keeps keys, groups and ledger in a file of JSON lines. Writing happens beside the event loops, a few times a second; a
 * crash loses at most what came since the last time. What is in the file is known here too, and replaces it whenever it
 * has grown by much: thus nothing can come between looking and writing.
 */
public final class Journal implements KeyListener, LedgerListener, AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Journal.class.getName());
    private static final long WRITE_EVERY_MILLIS = 200;
    private static final long CLOSE_WITHIN_SECONDS = 10;
    private static final long REPLACE_AFTER_BYTES = 64L * 1024 * 1024;

    private final Queue<Change> waiting = new ConcurrentLinkedQueue<>();
    private final ScheduledExecutorService writer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("journal").factory());
    private final State written;
    private final JournalFile file;
    private final long replaceAfterBytes;

    private Journal(State written, JournalFile file, long replaceAfterBytes) {
        this.written = written;
        this.file = file;
        this.replaceAfterBytes = replaceAfterBytes;
    }

    /** Fills keys, groups and ledger from the file, then follows them. The file is made where it is missing. */
    public static Journal follow(Path file, World world) throws IOException {
        return follow(file, world, REPLACE_AFTER_BYTES, WRITE_EVERY_MILLIS);
    }

    static Journal follow(Path file, World world, long replaceAfterBytes, long everyMillis) throws IOException {
        State written = State.empty();
        JournalFile.read(file, world.prices(), written::apply);
        written.changes().forEach(State.of(world)::apply);
        Journal journal = new Journal(written, JournalFile.create(file, written.changes()), replaceAfterBytes);
        world.keys().listen(journal);
        world.groups().listen(group -> journal.waiting.add(new Change.GroupSaved(group)));
        world.ledger().listen(journal);
        var _ = journal.writer.scheduleWithFixedDelay(journal::write, everyMillis, everyMillis, TimeUnit.MILLISECONDS);
        return journal;
    }

    @Override
    public void saved(SimKey key) {
        waiting.add(new Change.KeySaved(key));
    }

    @Override
    public void removed(String id) {
        waiting.add(new Change.KeyRemoved(id));
    }

    @Override
    public void appended(LedgerRow row) {
        waiting.add(new Change.RowAppended(row));
    }

    @Override
    public void cleared() {
        waiting.add(new Change.LedgerCleared());
    }

    private void write() {
        try {
            for (Change change = waiting.poll(); change != null; change = waiting.poll()) {
                // First, so that a line that can't be written is in the next file.
                written.apply(change);
                file.append(change);
            }
            file.flush();
            if (file.isTorn() || file.grown() >= replaceAfterBytes) {
                file.replaceBy(written.changes());
            }
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
        file.close();
    }
}
