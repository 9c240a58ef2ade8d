package io.leasehold.localstack.component;

import io.leasehold.localstack.process.ServerProcess;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** One component on its way from launched to ready. */
final class Startup {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration BETWEEN_PROBES = Duration.ofMillis(100);
    private static final int LINES = 20;

    private final Component component;
    private final ProgressListener listener;
    private final long began = System.nanoTime();

    Startup(Component component, ProgressListener listener) {
        this.component = component;
        this.listener = listener;
    }

    void launch(BooleanSupplier stopping) throws ComponentFailure, InterruptedException {
        if (stopping.getAsBoolean()) {
            throw new InterruptedException("the stack is being stopped");
        }
        listener.starting(component.name());
        try {
            component.start(what -> listener.doing(component.name(), what));
        } catch (IOException | RuntimeException e) {
            throw failure(component, "could not be started: " + e.getMessage());
        }
    }

    void awaitReady() throws ComponentFailure, InterruptedException {
        long launched = System.nanoTime();
        while (!component.isReady()) {
            if (component.process().filter(process -> !process.isAlive()).isPresent()) {
                throw ended(component);
            }
            if (System.nanoTime() - launched > PATIENCE.toNanos()) {
                throw failure(component, "was not ready within " + PATIENCE.toMinutes() + " minutes");
            }
            Thread.sleep(BETWEEN_PROBES);
        }
        provision();
        listener.ready(component.name(), Duration.ofNanos(System.nanoTime() - began));
    }

    private void provision() throws ComponentFailure, InterruptedException {
        try {
            component.provision();
        } catch (IOException | RuntimeException e) {
            throw failure(component, "could not be set up: " + e.getMessage());
        }
    }

    static ComponentFailure ended(Component component) {
        String how = component.process().map(ServerProcess::ending).orElse("no process");
        return failure(component, "ended by itself: " + how);
    }

    private static ComponentFailure failure(Component component, String reason) {
        return new ComponentFailure(component.name(), reason, lastLines(component.process()));
    }

    private static List<String> lastLines(Optional<ServerProcess> process) {
        try {
            return process.isPresent() ? process.get().lastLines(LINES) : List.of();
        } catch (IOException e) {
            return List.of("(its log can't be read: " + e.getMessage() + ")");
        }
    }
}
