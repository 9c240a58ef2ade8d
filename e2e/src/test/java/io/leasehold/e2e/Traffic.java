package io.leasehold.e2e;

import com.anthropic.errors.AnthropicException;
import com.fasterxml.jackson.databind.JsonNode;
import io.leasehold.test.Await;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Callers that send one message after the other through all gateways, whatever happens to them, until closed. */
public final class Traffic implements AutoCloseable {
    private static final int CALLERS = 8;

    private final List<AnthropicClient> clients;
    private final String message;
    private final long maxTokens;
    private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicInteger answered = new AtomicInteger();
    private final AtomicInteger attempted = new AtomicInteger();
    private volatile boolean ended;

    private Traffic(List<AnthropicClient> clients, String message, long maxTokens) {
        this.clients = clients;
        this.message = message;
        this.maxTokens = maxTokens;
    }

    public static Traffic of(TestedSystem system, JsonNode lease, String message, long maxTokens) {
        List<AnthropicClient> clients = system.gateways("anthropic").stream()
                .map(gateway -> new AnthropicClient(gateway, lease))
                .toList();
        Traffic traffic = new Traffic(clients, message, maxTokens);
        for (int i = 0; i < CALLERS; i++) {
            AnthropicClient client = clients.get(i % clients.size());
            traffic.callers.execute(() -> traffic.callAgainAndAgain(client));
        }
        return traffic;
    }

    private void callAgainAndAgain(AnthropicClient client) {
        while (!ended) {
            try {
                client.send(message, maxTokens);
                answered.incrementAndGet();
            } catch (AnthropicException refusedOrCutOff) {
                // What this is about: the callers go on.
            }
            attempted.incrementAndGet();
        }
    }

    /** Returns after so many calls more have ended, well or not. */
    public void awaitCalls(int more) {
        int until = attempted.get() + more;
        Await.untilAsserted(() -> {
            if (attempted.get() < until) {
                throw new AssertionError("Only " + attempted.get() + " of " + until + " calls have ended");
            }
        });
    }

    /** Returns after so many calls more were answered. */
    public void awaitAnswers(int more) {
        int until = answered.get() + more;
        Await.untilAsserted(() -> {
            if (answered.get() < until) {
                throw new AssertionError("Only " + answered.get() + " of " + until + " calls were answered");
            }
        });
    }

    /** How many calls were answered. */
    public int answered() {
        return answered.get();
    }

    /** Begins no more calls, and returns when those under way have ended. */
    @Override
    public void close() {
        ended = true;
        callers.close();
        clients.forEach(AnthropicClient::close);
    }
}
