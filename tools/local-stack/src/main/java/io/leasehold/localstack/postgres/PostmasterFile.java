package io.leasehold.localstack.postgres;

import io.leasehold.localstack.process.RunState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The file in which PostgreSQL itself remembers its process. It finds a server whose launcher died before it could write its
 * run-state.
 */
public final class PostmasterFile {
    private static final int PID_LINE = 0;
    private static final int START_LINE = 2;

    private PostmasterFile() {}

    /** What a data folder says of its server; empty if none was left running. */
    public static Optional<RunState> read(Path data) throws IOException {
        Path file = data.resolve("postmaster.pid");
        return Files.exists(file) ? parse(Files.readAllLines(file)) : Optional.empty();
    }

    static Optional<RunState> parse(List<String> lines) {
        if (lines.size() <= START_LINE) {
            return Optional.empty();
        }
        try {
            long pid = Long.parseLong(lines.get(PID_LINE).strip());
            long started = Long.parseLong(lines.get(START_LINE).strip());
            return Optional.of(
                    new RunState(PostgresComponent.NAME, pid, Instant.ofEpochSecond(started), new TreeMap<>()));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
