package io.leasehold.e2e;

import com.anthropic.errors.AnthropicException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Callers that send one message after the other through all gateways, whatever happens to them, until closed. */
public final class Traffic implements AutoCloseable {
    private static final int CALLERS = 8;

    private final List<AnthropicClient> clients;
    private final String message;
    private final long maxTokens;
    private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();
    private final CallCount answered = new CallCount("answered");
    private final CallCount ended = new CallCount("ended");
    private final Set<String> ids = ConcurrentHashMap.newKeySet();
    private volatile boolean stopped;

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
        while (!stopped) {
            try {
                ids.add(client.sendForId(message, maxTokens));
                answered.add();
            } catch (AnthropicException refusedOrCutOff) {
                // What this is about: the callers go on.
                Retry.pause();
            }
            ended.add();
        }
    }

    /** Returns after so many calls more have ended, well or not. */
    public void awaitCalls(int more) {
        ended.awaitMore(more);
    }

    /** Returns after so many calls more were answered. */
    public void awaitAnswers(int more) {
        answered.awaitMore(more);
    }

    /** How many calls were answered. */
    public int answered() {
        return answered.get();
    }

    /** The gateways' ids of the requests that were answered. */
    public Set<String> ids() {
        return Set.copyOf(ids);
    }

    /** Begins no more calls, and returns when those under way have ended. */
    @Override
    public void close() {
        stopped = true;
        callers.close();
        clients.forEach(AnthropicClient::close);
    }
}
