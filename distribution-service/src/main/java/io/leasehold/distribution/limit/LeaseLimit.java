package io.leasehold.distribution.limit;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How much a lease may ever cost.
 *
 * @param amount in USD; null when only other scopes limit it
 * @param usable whether it admits requests now
 */
public record LeaseLimit(
        UUID workspaceId, UUID leaseId, @Nullable BigDecimal amount, boolean usable) {
    public LeaseLimit {
        amount = Usd.plainOrNull(amount);
    }
}
