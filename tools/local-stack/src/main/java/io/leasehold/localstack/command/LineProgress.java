package io.leasehold.localstack.command;

import io.leasehold.localstack.component.ProgressListener;
import java.io.PrintStream;
import java.time.Duration;

/** One line per event, for log files and pipes. */
final class LineProgress implements ProgressListener {
    private final PrintStream out;

    LineProgress(PrintStream out) {
        this.out = out;
    }

    @Override
    public void starting(String component) {
        print(component, "starting…");
    }

    @Override
    public void doing(String component, String what) {
        print(component, what + "…");
    }

    @Override
    public void ready(String component, Duration took) {
        print(component, "ready in " + seconds(took));
    }

    @Override
    public void skipped(String component, String reason) {
        print(component, reason);
    }

    @Override
    public void failed(String component) {
        print(component, "failed");
    }

    @Override
    public void stopped(String component) {
        print(component, "stopped");
    }

    static String seconds(Duration took) {
        return "%.1f s".formatted(took.toMillis() / 1000f);
    }

    private synchronized void print(String component, String what) {
        out.printf("  %-22s %s%n", component, what);
    }
}
