package io.leasehold.cli.limits;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How fast something may be used. */
public final class RateOptions {
    @Option(
            names = "--requests-per-minute",
            paramLabel = "COUNT",
            description = "How many requests are admitted within any minute.")
    private @Nullable Long requestsPerMinute;

    @Option(
            names = "--tokens-per-minute",
            paramLabel = "COUNT",
            description = "How many tokens, in and out, the requests of any minute may use.")
    private @Nullable Long tokensPerMinute;

    @Option(
            names = "--concurrent-requests",
            paramLabel = "COUNT",
            description = "How many requests may be under way at the same time.")
    private @Nullable Long concurrentRequests;

    /** Whether anything was said. */
    public boolean given() {
        return requestsPerMinute != null || tokensPerMinute != null || concurrentRequests != null;
    }

    /** Puts what was said into a body; nothing where nothing was. */
    public void put(ObjectNode body) {
        if (given()) {
            ObjectNode rates = body.putObject("rates");
            put(rates, "requests_per_minute", requestsPerMinute);
            put(rates, "tokens_per_minute", tokensPerMinute);
            put(rates, "concurrent_requests", concurrentRequests);
        }
    }

    private static void put(ObjectNode rates, String name, @Nullable Long count) {
        if (count != null) {
            rates.put(name, count);
        }
    }
}
