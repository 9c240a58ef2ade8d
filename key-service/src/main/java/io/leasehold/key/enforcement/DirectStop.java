package io.leasehold.key.enforcement;

import io.leasehold.contracts.Period;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A key that some node has and that is nearly at a limit, or was.
 *
 * @param wanted whether its provider is to refuse it
 * @param version of what distribution-service told
 * @param done whether its provider was told to
 * @param disabledFor for what reason it was taken out of use here; null where somebody else did that
 * @param message why it isn't done yet, and what to do
 * @param nextTryAt null where there is nothing to do
 */
record DirectStop(
        UUID workspaceId,
        UUID keyId,
        boolean wanted,
        long version,
        @Nullable Period period,
        @Nullable Instant windowEnd,
        @Nullable BigDecimal limitAmount,
        @Nullable BigDecimal used,
        @Nullable Instant asOf,
        boolean done,
        @Nullable Instant doneAt,
        @Nullable String disabledFor,
        @Nullable String message,
        int failures,
        @Nullable Instant nextTryAt) {

    /** Why the key is out of use meanwhile. */
    String reason() {
        return "its limit per " + (period == null ? "period" : period.wireName())
                + " is nearly reached, by what its provider reports of use that no gateway sees";
    }
}
