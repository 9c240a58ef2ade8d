package io.leasehold.analytics.ledger;

import io.leasehold.contracts.event.RequestCompleted;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * Names a row of the ledger.
 *
 * @param admittedAt in whole microseconds, as the database keeps it
 */
public record RequestKey(UUID workspaceId, UUID requestId, Instant admittedAt) {
    static RequestKey of(RequestCompleted request) {
        return new RequestKey(
                request.workspaceId(), request.requestId(), request.admittedAt().truncatedTo(ChronoUnit.MICROS));
    }
}
