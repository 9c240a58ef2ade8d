package io.leasehold.e2e;

import com.anthropic.errors.AnthropicException;
import com.anthropic.errors.AnthropicServiceException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Callers that spend as much as they can, each time through whichever gateway, until closed. */
final class RacingCallers implements AutoCloseable {
    private static final int LEAST_TOKENS = 50;
    private static final int MOST_TOKENS = 300;
    private static final int LIMIT_REACHED = 402;

    private final List<AnthropicClient> clients;
    private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();
    private final CallCount answered = new CallCount("answered");
    private final CallCount refused = new CallCount("refused");
    private final CallCount ended = new CallCount("ended");
    private volatile boolean stopped;

    private RacingCallers(List<AnthropicClient> clients) {
        this.clients = clients;
    }

    /** @param seed of who calls whom for how much */
    static RacingCallers start(TestedSystem system, JsonNode lease, int number, long seed) {
        RacingCallers racing = new RacingCallers(system.gateways("anthropic").stream()
                .map(gateway -> new AnthropicClient(gateway, lease))
                .toList());
        for (int i = 0; i < number; i++) {
            Random random = new Random(seed + i);
            racing.callers.execute(() -> racing.callAgainAndAgain(random));
        }
        return racing;
    }

    private void callAgainAndAgain(Random random) {
        while (!stopped) {
            int tokens = random.nextInt(LEAST_TOKENS, MOST_TOKENS);
            try {
                clients.get(random.nextInt(clients.size())).send("Spend [[out=" + tokens + "]] a lot", tokens);
                answered.add();
            } catch (AnthropicServiceException refusal) {
                if (refusal.statusCode() == LIMIT_REACHED) {
                    refused.add();
                }
                Retry.pause();
            } catch (AnthropicException cutOff) {
                // Its gateway was killed: there are others.
                Retry.pause();
            }
            ended.add();
        }
    }

    /** Returns after so many calls more have ended, well or not. */
    void awaitEnded(int more) {
        ended.awaitMore(more);
    }

    /** Returns once so many calls in all were refused because the limit is used up. */
    void awaitRefused(int wanted) {
        refused.await(wanted);
    }

    int answered() {
        return answered.get();
    }

    int refused() {
        return refused.get();
    }

    /** Begins no more calls, and returns when those under way have ended. */
    @Override
    public void close() {
        stopped = true;
        callers.close();
        clients.forEach(AnthropicClient::close);
    }
}
