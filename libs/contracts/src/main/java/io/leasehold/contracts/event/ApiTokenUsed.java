package io.leasehold.contracts.event;

import java.time.Instant;
import java.util.UUID;

/**
 * Somebody called with an API token. It is told once an hour at most by each replica.
 *
 * @param at the hour in which it was used
 */
public record ApiTokenUsed(UUID workspaceId, UUID tokenId, Instant at) implements EventData {
    @Override
    public String aggregateKey() {
        return workspaceId.toString();
    }
}
