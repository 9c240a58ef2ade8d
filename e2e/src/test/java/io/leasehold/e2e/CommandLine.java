package io.leasehold.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The command line as it is packaged, each command a process without a terminal, in a home of its own. */
final class CommandLine {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long LONGEST_SECONDS = 90;

    private final Path home;
    private final URI url;
    private final StringBuilder everythingSaid = new StringBuilder();

    /**
     * How a command ended.
     *
     * @param out what it said to the standard output
     * @param err what it said to the standard error
     */
    record Ended(int code, String out, String err) {
        Ended done() {
            assertThat(code).as(out + err).isZero();
            return this;
        }

        /** What {@code -o json} printed. */
        JsonNode json() {
            done();
            try {
                return JSON.readTree(out);
            } catch (IOException noJson) {
                throw new UncheckedIOException(out, noJson);
            }
        }
    }

    CommandLine(Path home, URI url) {
        this.home = home;
        this.url = url;
    }

    /** What all commands have said, for whoever looks for what none may say. */
    String everythingSaid() {
        return everythingSaid.toString();
    }

    /** A command that is told nothing. */
    Ended run(String... arguments) {
        return tell("", arguments);
    }

    /** @param input what it reads from the standard input */
    Ended tell(String input, String... arguments) {
        try {
            Started started = start(arguments);
            try (OutputStream stdin = started.process.getOutputStream()) {
                stdin.write(input.getBytes(UTF_8));
            } catch (IOException readNothing) {
                // It ended without a look at it.
            }
            return started.end();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    Started start(String... arguments) throws IOException {
        Path jar = Path.of(System.getenv("LEASEHOLD_ROOT"), "cli", "target", "cli.jar");
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-jar",
                jar.toString()));
        line.addAll(List.of(arguments));
        Path out = Files.createTempFile(home, "said", ".out");
        Path err = Files.createTempFile(home, "said", ".err");
        ProcessBuilder builder =
                new ProcessBuilder(line).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("LEASEHOLD_"));
        builder.environment().put("LEASEHOLD_CONFIG_DIR", home.resolve("config").toString());
        builder.environment().put("LEASEHOLD_URL", url.toString());
        return new Started(builder.start(), out, err, String.join(" ", arguments));
    }

    /** One that goes on. */
    final class Started {
        private final Process process;
        private final Path out;
        private final Path err;
        private final String what;

        private Started(Process process, Path out, Path err, String what) {
            this.process = process;
            this.out = out;
            this.err = err;
            this.what = what;
        }

        /** What it has told so far. */
        String told() {
            return read(err);
        }

        /** Waits for the end; one that waits for somebody hangs, and fails the test. */
        Ended end() {
            try {
                boolean ended = process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS);
                process.destroyForcibly();
                assertThat(ended).as("leasehold %s ends by itself", what).isTrue();
            } catch (InterruptedException stopped) {
                process.destroyForcibly();
                Thread.currentThread().interrupt();
                throw new IllegalStateException(stopped);
            }
            Ended end = new Ended(process.exitValue(), read(out), read(err));
            everythingSaid.append(end.out()).append(end.err());
            return end;
        }

        private static String read(Path file) {
            try {
                return Files.readString(file);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }
}
