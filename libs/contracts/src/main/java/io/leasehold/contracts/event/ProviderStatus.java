package io.leasehold.contracts.event;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How an account's provider answers the collector.
 *
 * @param status {@code ok}, {@code missing_key}, {@code invalid_key}, {@code rate_limited}, {@code unavailable},
 *     {@code timeout} or {@code parse_error}
 * @param message what happened and what to do next; null when all is well
 * @param lastGoodAt when figures were last read; null when they never were
 * @param retryAt when the next attempt is due; null when none is
 */
public record ProviderStatus(
        UUID accountId,
        UUID workspaceId,
        String provider,
        String status,
        @Nullable String message,
        @Nullable Instant lastGoodAt,
        @Nullable Instant retryAt,
        Instant at)
        implements EventData {

    @Override
    public String aggregateKey() {
        return accountId.toString();
    }
}
