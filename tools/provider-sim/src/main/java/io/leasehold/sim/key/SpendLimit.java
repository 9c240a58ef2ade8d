package io.leasehold.sim.key;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a key may spend at the provider.
 *
 * @param amount USD; null for no limit
 */
public record SpendLimit(@Nullable BigDecimal amount, SpendReset reset, boolean includesByok) {
    public static final SpendLimit NONE = new SpendLimit(null, SpendReset.NEVER, false);
}
