package io.leasehold.collector.standing;

import java.time.Instant;
import java.util.UUID;

/**
 * How one of our keys stands at its provider.
 *
 * @param since when it was first seen so
 * @param readAt when it was last seen so
 */
public record KeyStanding(
        UUID accountId, UUID keyId, String providerKeyId, Standing standing, Instant since, Instant readAt) {}
