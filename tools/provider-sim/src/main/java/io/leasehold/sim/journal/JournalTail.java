package io.leasehold.sim.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Repairs the end of a journal whose writer was killed. */
final class JournalTail {
    private JournalTail() {}

    /** Cuts off what follows the last end of line. */
    static void dropTornLine(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            long end = channel.size();
            ByteBuffer last = ByteBuffer.allocate(1);
            while (end > 0 && byteAt(channel, end - 1, last) != '\n') {
                end--;
            }
            channel.truncate(end);
        }
    }

    private static byte byteAt(FileChannel channel, long position, ByteBuffer into) throws IOException {
        into.clear();
        channel.read(into, position);
        return into.get(0);
    }
}
