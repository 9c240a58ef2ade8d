package io.leasehold.gateway.stored;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An answer that a provider keeps.
 *
 * @param leaseId whose it is: nobody else may go on from it
 * @param keyId what it was asked with: with another key its provider may not find it
 * @param at since when it is known here
 * @param link the HMAC of the conversation up to it; null where it is not known
 */
public record StoredAnswer(UUID leaseId, UUID keyId, Instant at, byte @Nullable [] link) {}
