package io.leasehold.collector.poll;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How asking for one part of an account's figures went the last time.
 *
 * @param message what happened and what to do next; null when all is well
 * @param lastGoodAt when it was last read; null when it never was
 * @param asOf how fresh the provider said that its newest figures are
 */
public record PartState(
        UUID accountId,
        PollPart part,
        PollStatus status,
        @Nullable String message,
        Instant polledAt,
        @Nullable Instant lastGoodAt,
        @Nullable Instant asOf) {}
