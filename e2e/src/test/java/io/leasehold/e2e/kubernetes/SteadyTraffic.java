package io.leasehold.e2e.kubernetes;

import com.anthropic.errors.AnthropicException;
import com.fasterxml.jackson.databind.JsonNode;
import io.leasehold.e2e.AnthropicClient;
import io.leasehold.e2e.CallCount;
import io.leasehold.e2e.TestedSystem;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** A hundred calls a second, whether those before were answered or not, until closed. None is tried again. */
final class SteadyTraffic implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofMillis(10);

    private final AnthropicClient client;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();
    private final CallCount answered = new CallCount("answered");
    private final ConcurrentLinkedQueue<String> failures = new ConcurrentLinkedQueue<>();

    SteadyTraffic(TestedSystem system, JsonNode lease) {
        this.client = new AnthropicClient(system.gateways("anthropic").getFirst(), lease);
        clock.scheduleAtFixedRate(() -> callers.execute(this::call), 0, PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void call() {
        Instant began = Instant.now();
        try {
            client.send("Hello [[out=20]]", 30);
            answered.add();
        } catch (AnthropicException failure) {
            failures.add(began + " after " + Duration.between(began, Instant.now()) + ": " + failure + " "
                    + failure.getCause());
        }
    }

    /** Returns once so many were answered. */
    void awaitAnswers(int wanted) {
        answered.await(wanted);
    }

    int answered() {
        return answered.get();
    }

    List<String> failures() {
        return List.copyOf(failures);
    }

    /** Begins no more calls, and returns when those under way have ended. */
    @Override
    public void close() {
        clock.close();
        callers.close();
        client.close();
    }
}
