package io.leasehold.localstack.command;

import io.leasehold.localstack.component.ProgressListener;
import java.io.PrintStream;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** One line per component that is redrawn in place, with the seconds counting while it starts. */
final class LiveProgress implements ProgressListener {
    private static final Duration REDRAW = Duration.ofMillis(250);
    private static final String CLEAR_LINE = "\u001b[2K";

    private final PrintStream out;
    private final Map<String, Line> lines = new LinkedHashMap<>();
    private int drawn;

    /** @param since when it began to take time, in nanoseconds; 0 once it is over */
    private record Line(String text, long since) {
        String render(long now) {
            return since == 0 ? text : "%s %d s".formatted(text, (now - since) / 1_000_000_000);
        }
    }

    LiveProgress(PrintStream out) {
        this.out = out;
        Thread.ofVirtual().start(this::redrawForEver);
    }

    private void redrawForEver() {
        try {
            while (true) {
                Thread.sleep(REDRAW);
                redrawIfCounting();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void starting(String component) {
        show(component, new Line("starting…", System.nanoTime()));
    }

    @Override
    public void doing(String component, String what) {
        show(component, new Line(what + "…", System.nanoTime()));
    }

    @Override
    public void ready(String component, Duration took) {
        show(component, new Line("ready in " + LineProgress.seconds(took), 0));
    }

    @Override
    public void skipped(String component, String reason) {
        show(component, new Line(reason, 0));
    }

    @Override
    public void failed(String component) {
        show(component, new Line("failed", 0));
    }

    @Override
    public void stopped(String component) {
        show(component, new Line("stopped", 0));
    }

    private synchronized void show(String component, Line line) {
        lines.put(component, line);
        draw();
        if (!isCounting()) {
            // Whatever is printed next goes below; later events begin a new block.
            lines.clear();
            drawn = 0;
        }
    }

    private synchronized void redrawIfCounting() {
        if (isCounting()) {
            draw();
        }
    }

    private boolean isCounting() {
        return lines.values().stream().anyMatch(line -> line.since() != 0);
    }

    private void draw() {
        var text = new StringBuilder();
        if (drawn > 0) {
            text.append("\u001b[%dA".formatted(drawn));
        }
        long now = System.nanoTime();
        lines.forEach((component, line) ->
                text.append(CLEAR_LINE).append("  %-22s %s%n".formatted(component, line.render(now))));
        drawn = lines.size();
        out.print(text);
        out.flush();
    }
}
