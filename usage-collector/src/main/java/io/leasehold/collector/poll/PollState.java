package io.leasehold.collector.poll;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How polling an account goes.
 *
 * @param nextPollAt null when only a change of the account can help
 * @param status null before the first poll
 * @param failures how many in a row
 * @param polledAt when the last poll ended, however it went
 * @param lastGoodAt when figures were last read
 * @param asOf how fresh the provider said that its figures of today are
 */
public record PollState(
        UUID accountId,
        @Nullable Instant nextPollAt,
        @Nullable PollStatus status,
        @Nullable String message,
        int failures,
        @Nullable Instant polledAt,
        @Nullable Instant lastGoodAt,
        @Nullable Instant asOf) {}
