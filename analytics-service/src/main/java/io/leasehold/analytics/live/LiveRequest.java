package io.leasehold.analytics.live;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The data of a {@code request} event: what a list of passing requests shows. The rest is in {@code GET /api/v1/requests}.
 *
 * @param revision above 1 where it takes the place of one that was told before
 */
public record LiveRequest(
        UUID id,
        int revision,
        Instant admittedAt,
        Instant completedAt,
        String provider,
        String model,
        @Nullable String domain,
        UUID nodeId,
        @Nullable String nodeName,
        UUID keyId,
        int status,
        @Nullable String errorType,
        long inputTokens,
        long outputTokens,
        @Nullable BigDecimal cost,
        long latencyUs) {}
