package io.leasehold.localstack.process;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A program that does one thing and ends, such as {@code initdb} or Maven. */
public final class Tool {
    private final List<String> command;
    private final Map<String, String> environment = new HashMap<>();

    private Tool(List<String> command) {
        this.command = List.copyOf(command);
    }

    public static Tool of(List<String> command) {
        return new Tool(command);
    }

    public static Tool of(String... command) {
        return new Tool(List.of(command));
    }

    public Tool variable(String name, String value) {
        environment.put(name, value);
        return this;
    }

    /**
     * Runs it to its end, or until we are interrupted.
     *
     * @param log takes its output
     * @throws IOException when it fails, with its last lines
     */
    public void run(Path log) throws IOException, InterruptedException {
        Files.createDirectories(log.toAbsolutePath().getParent());
        var builder = new ProcessBuilder(command)
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        int status = await(builder.start());
        if (status != 0) {
            throw new IOException("%s failed:\n%s"
                    .formatted(
                            Path.of(command.getFirst()).getFileName(), String.join("\n", LogFile.lastLines(log, 20))));
        }
    }

    private static int await(Process process) throws InterruptedException {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            throw e;
        }
    }
}
