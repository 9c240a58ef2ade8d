package io.leasehold.providers.key;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a key may spend at its provider.
 *
 * @param amount USD; null for no limit
 * @param reset null for a limit on the whole life of the key
 */
public record KeyLimit(
        @Nullable BigDecimal amount, @Nullable LimitReset reset) {
    public static final KeyLimit NONE = new KeyLimit(null, null);

    public KeyLimit {
        if (amount != null && amount.signum() < 0) {
            throw new IllegalArgumentException("A limit is not negative.");
        }
        if (amount == null && reset != null) {
            throw new IllegalArgumentException("Without an amount there is nothing to start again.");
        }
    }

    /** Whether it is worth the same, however its amount is written. */
    public boolean isSameAs(KeyLimit other) {
        return reset == other.reset
                && (amount == null
                        ? other.amount == null
                        : other.amount != null && amount.compareTo(other.amount) == 0);
    }
}
