package io.leasehold.localstack.process;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** Log files of components: begun anew at every start, with the one before kept beside it. */
public final class LogFile {
    private static final int TAIL_BYTES = 64 * 1024;

    private LogFile() {}

    /** Moves {@code x.log} to {@code x.old.log}. */
    public static void rotate(Path log) throws IOException {
        Files.createDirectories(log.toAbsolutePath().getParent());
        if (Files.exists(log)) {
            String old = log.getFileName().toString().replaceFirst("\\.log$", ".old.log");
            Files.move(log, log.resolveSibling(old), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** At most that many lines from the end; none if there is no such file. */
    public static List<String> lastLines(Path log, int count) throws IOException {
        if (!Files.exists(log)) {
            return List.of();
        }
        List<String> lines = tail(log).lines().toList();
        return lines.subList(Math.max(0, lines.size() - count), lines.size());
    }

    private static String tail(Path log) throws IOException {
        try (var file = new RandomAccessFile(log.toFile(), "r")) {
            long start = Math.max(0, file.length() - TAIL_BYTES);
            file.seek(start);
            byte[] bytes = new byte[(int) (file.length() - start)];
            file.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }
}
