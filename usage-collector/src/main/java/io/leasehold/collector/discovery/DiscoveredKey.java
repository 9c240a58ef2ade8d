package io.leasehold.collector.discovery;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A key that was found, without its secret.
 *
 * @param keyId the key of the pool that it is; null where it is none
 * @param result found, already_there, imported or refused
 * @param message why it was refused
 */
record DiscoveredKey(
        String fingerprint,
        String provider,
        String masked,
        List<String> sources,
        Instant foundAt,
        @Nullable UUID keyId,
        @Nullable String keyName,
        String result,
        @Nullable String message) {}
