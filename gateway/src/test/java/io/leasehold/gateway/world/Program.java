package io.leasehold.gateway.world;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A program of somebody else's, which must end well. */
public final class Program {
    private static final int PATIENCE_SECONDS = 120;

    private final List<String> command;
    private final Path folder;
    private final Map<String, String> environment = new HashMap<>();

    /** @param folder in which it runs */
    public Program(List<String> command, Path folder) {
        this.command = command;
        this.folder = folder;
    }

    /** With one more variable in its environment. */
    public Program with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    /** What it said. */
    public String said() throws IOException, InterruptedException {
        File said = Files.createTempFile("program-", ".out").toFile();
        File complained = Files.createTempFile("program-", ".err").toFile();
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(said)
                .redirectError(complained);
        builder.environment().putAll(environment);
        Process process = builder.start();
        try {
            boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (!ended || process.exitValue() != 0) {
                throw new IllegalStateException(
                        "%s %s: %s".formatted(command.getFirst(), ended ? "failed" : "does not end", read(complained)));
            }
            return read(said);
        } finally {
            process.destroyForcibly();
            Files.delete(said.toPath());
            Files.delete(complained.toPath());
        }
    }

    private static String read(File file) throws IOException {
        return Files.readString(file.toPath(), UTF_8);
    }
}
