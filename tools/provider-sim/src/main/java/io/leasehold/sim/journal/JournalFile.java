package io.leasehold.sim.journal;

import io.leasehold.sim.format.Json;
import io.leasehold.sim.ledger.PriceTable;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Iterator;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Changes on disk, as lines of JSON. It grows until it is replaced by fewer lines that say the same. */
final class JournalFile implements AutoCloseable {
    private static final int BUFFER = 64 * 1024;

    @FunctionalInterface
    private interface Writing {
        int write() throws IOException;
    }

    private final Path file;
    private OutputStream out;
    private long grown;
    private boolean torn;

    private JournalFile(Path file, OutputStream out) {
        this.file = file;
        this.out = out;
    }

    /** Tells {@code changes} what is in {@code file}, which need not be there. */
    static void read(Path file, PriceTable prices, Consumer<Change> changes) throws IOException {
        if (!Files.exists(file)) {
            return;
        }
        JournalTail.dropTornLine(file);
        try (Stream<String> lines = Files.lines(file)) {
            lines.forEach(line -> changes.accept(parse(line).toChange(prices)));
        }
    }

    /** Puts a file with just those changes there, to be gone on with. */
    static JournalFile create(Path file, Stream<Change> changes) throws IOException {
        return new JournalFile(file, replace(file, changes));
    }

    /** Does nothing once writing has failed; see {@link #isTorn}. */
    void append(Change change) throws IOException {
        if (!torn) {
            grown += whole(() -> write(out, change));
        }
    }

    void flush() throws IOException {
        if (!torn) {
            whole(() -> {
                out.flush();
                return 0;
            });
        }
    }

    /** Bytes since it was created or last replaced. */
    long grown() {
        return grown;
    }

    /** Whether writing failed, so that part of a line may be there; only replacing it mends that. */
    boolean isTorn() {
        return torn;
    }

    /** Goes on with just those changes. At every moment there is one whole file, the former or the new one. */
    void replaceBy(Stream<Change> changes) throws IOException {
        OutputStream former = out;
        out = replace(file, changes);
        grown = 0;
        torn = false;
        former.close();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    private static OutputStream replace(Path file, Stream<Change> changes) throws IOException {
        // What an interrupted attempt left there is overwritten.
        Path next = file.resolveSibling(file.getFileName() + ".new");
        FileChannel channel = FileChannel.open(
                next, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE);
        try {
            OutputStream lines = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER);
            for (Iterator<Change> each = changes.iterator(); each.hasNext(); ) {
                write(lines, each.next());
            }
            lines.flush();
            channel.force(true);
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
            return lines;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /** Until it has ended nobody knows how much of it is on disk. */
    private int whole(Writing writing) throws IOException {
        torn = true;
        int bytes = writing.write();
        torn = false;
        return bytes;
    }

    private static int write(OutputStream lines, Change change) throws IOException {
        byte[] line = Json.bytes(JournalEntry.of(change));
        lines.write(line);
        lines.write('\n');
        return line.length + 1;
    }

    private static JournalEntry parse(String line) {
        try {
            return Json.MAPPER.readValue(line, JournalEntry.class);
        } catch (IOException e) {
            throw new UncheckedIOException("the data file has a line that is not the simulator's", e);
        }
    }
}
