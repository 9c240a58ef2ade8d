package io.leasehold.localstack.process;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A running server process that we started. */
public final class ServerProcess {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Process process;
    private final ProcessSpec spec;
    private final Signal stopSignal;

    private ServerProcess(Process process, ProcessSpec spec, Signal stopSignal) {
        this.process = process;
        this.spec = spec;
        this.stopSignal = stopSignal;
    }

    public static ServerProcess start(ProcessSpec spec) throws IOException {
        return start(spec, Signal.TERM);
    }

    /** @param stopSignal what asks this server to end in order */
    public static ServerProcess start(ProcessSpec spec, Signal stopSignal) throws IOException {
        LogFile.rotate(spec.log());
        var command = new ArrayList<>(OwnSession.prefix());
        command.addAll(spec.command());
        var builder = new ProcessBuilder(command)
                .directory(spec.folder().toFile())
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(spec.log().toFile());
        // What the user tells the launcher is not meant for the servers, and theirs comes from us alone.
        builder.environment().keySet().removeIf(name -> name.startsWith("LEASEHOLD_") || name.startsWith("KC_"));
        builder.environment().putAll(spec.environment());
        return new ServerProcess(builder.start(), spec, stopSignal);
    }

    public long pid() {
        return process.pid();
    }

    /** As the operating system says it; together with the pid it names a process for ever. */
    public Instant startedAt() {
        return process.info().startInstant().orElseGet(Instant::now);
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    public Path log() {
        return spec.log();
    }

    public List<String> lastLines(int count) throws IOException {
        return LogFile.lastLines(spec.log(), count);
    }

    /** How it ended: {@code exit code 1}, {@code killed by signal 9}. */
    public String ending() {
        int status = process.exitValue();
        return status > 128 ? "killed by signal " + (status - 128) : "exit code " + status;
    }

    /** Completes when it has ended, for whatever reason. */
    public CompletableFuture<Process> onExit() {
        return process.onExit();
    }

    /** Asks it to end, waits, and kills it if it does not. */
    public void stop() throws IOException, InterruptedException {
        if (!process.isAlive()) {
            return;
        }
        stopSignal.send(pid());
        if (!process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
            kill();
        }
    }

    /** Ends it at once, as a crash would. */
    public void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }
}
