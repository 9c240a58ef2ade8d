package io.leasehold.e2e.kubernetes;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A program of this machine, such as {@code helm}, that is run to its end. */
final class Command {
    private Command() {}

    /**
     * @param input what it reads
     * @return its standard output
     * @throws CommandFailedException with what it said, unless it ends with 0
     */
    static String run(String input, List<String> line) {
        try {
            Path complaints = Files.createTempFile("command", ".err");
            Process process =
                    new ProcessBuilder(line).redirectError(complaints.toFile()).start();
            try (OutputStream stdin = process.getOutputStream()) {
                stdin.write(input.getBytes(UTF_8));
            }
            String said = new String(process.getInputStream().readAllBytes(), UTF_8);
            int status = process.waitFor();
            String complained = Files.readString(complaints);
            Files.delete(complaints);
            if (status != 0) {
                throw new CommandFailedException(line, said + complained);
            }
            return said;
        } catch (IOException failure) {
            throw new UncheckedIOException("Can't run " + line.getFirst(), failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** A program that ended with another code than 0. */
    static final class CommandFailedException extends IllegalStateException {
        private static final long serialVersionUID = 1;

        private CommandFailedException(List<String> line, String said) {
            super(String.join(" ", line) + "\n" + said);
        }
    }
}
