package io.leasehold.distribution.limit;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** One way to write an amount, so that equal amounts are equal and read the same wherever they come from. */
public final class Usd {
    private Usd() {}

    /** Without zeros at the end and without an exponent: {@code 1.500000000} becomes {@code 1.5}. */
    public static BigDecimal plain(BigDecimal amount) {
        BigDecimal stripped = amount.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /** The same, where there may be none. */
    public static @Nullable BigDecimal plainOrNull(@Nullable BigDecimal amount) {
        return amount == null ? null : plain(amount);
    }
}
