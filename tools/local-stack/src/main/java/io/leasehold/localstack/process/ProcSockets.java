package io.leasehold.localstack.process;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/** Listening sockets as Linux tells them under {@code /proc}. */
final class ProcSockets {
    private static final Path PROC = Path.of("/proc");
    private static final String LISTENING = "0A";

    private ProcSockets() {}

    static boolean isAvailable() {
        return Files.exists(PROC.resolve("net/tcp"));
    }

    static OptionalLong listener(int port) throws IOException {
        var sockets = new HashSet<String>();
        for (String table : List.of("net/tcp", "net/tcp6")) {
            Path file = PROC.resolve(table);
            if (Files.exists(file)) {
                sockets.addAll(listening(Files.readAllLines(file), port));
            }
        }
        return sockets.isEmpty() ? OptionalLong.empty() : holder(sockets);
    }

    /** The sockets, as links in {@code /proc/<pid>/fd} name them, that listen on the port. */
    static Set<String> listening(List<String> table, int port) {
        var sockets = new HashSet<String>();
        String ending = ":%04X".formatted(port);
        for (String line : table) {
            String[] columns = line.strip().split("\\s+", -1);
            if (columns.length > 9 && columns[1].endsWith(ending) && columns[3].equals(LISTENING)) {
                sockets.add("socket:[" + columns[9] + "]");
            }
        }
        return sockets;
    }

    private static OptionalLong holder(Set<String> sockets) throws IOException {
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(PROC, "[0-9]*")) {
            for (Path process : processes) {
                if (holdsAny(process.resolve("fd"), sockets)) {
                    return OptionalLong.of(Long.parseLong(process.getFileName().toString()));
                }
            }
        }
        return OptionalLong.empty();
    }

    private static boolean holdsAny(Path descriptors, Set<String> sockets) {
        try (DirectoryStream<Path> links = Files.newDirectoryStream(descriptors)) {
            for (Path link : links) {
                if (sockets.contains(Files.readSymbolicLink(link).toString())) {
                    return true;
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            // Another user's process, or one that has just ended.
        }
        return false;
    }
}
