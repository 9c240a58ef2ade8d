package io.leasehold.collector.ingest;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A node's right to a key itself.
 *
 * @param accountId the key's account
 * @param until when it ended, or will
 */
record DirectLease(
        UUID leaseId,
        String provider,
        UUID keyId,
        UUID accountId,
        @Nullable String domain,
        @Nullable String userName,
        Instant issuedAt,
        Instant until) {

    boolean covers(Call call, Duration skew) {
        return (call.leaseId() == null || call.leaseId().equals(leaseId))
                && (call.provider() == null || call.provider().equals(provider))
                && !call.startedAt().isBefore(issuedAt.minus(skew))
                && !call.startedAt().isAfter(until.plus(skew));
    }
}
