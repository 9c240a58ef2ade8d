package io.leasehold.collector.raw;

import java.time.Instant;
import java.util.UUID;

/** An answer that is kept; {@code body} is empty in lists. */
record RawResponse(
        UUID id,
        UUID accountId,
        String provider,
        String method,
        String path,
        int status,
        String body,
        long bytes,
        boolean truncated,
        long tookMs,
        Instant at) {}
