package io.leasehold.collector.ingest;

import io.leasehold.contracts.Tokens;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A call to a provider, as its node tells it.
 *
 * @param id the node's own name for it, the same however often it is told
 * @param leaseId null where it follows from provider and time
 * @param provider null where it follows from the lease
 * @param model what the provider says it used
 * @param requestedModel what was asked for
 * @param status the HTTP status that the node got
 * @param split why the tokens can't be told apart; null where they can
 * @param serviceTier in the provider's words
 */
record Call(
        String id,
        @Nullable UUID leaseId,
        @Nullable String provider,
        String model,
        String requestedModel,
        String operation,
        boolean streamed,
        Instant startedAt,
        Instant endedAt,
        int status,
        @Nullable String errorType,
        Tokens tokens,
        @Nullable String split,
        long webSearches,
        @Nullable String serviceTier,
        @Nullable String agent,
        @Nullable String conversation,
        @Nullable String providerRequestId) {}
