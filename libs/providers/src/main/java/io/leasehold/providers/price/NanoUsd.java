package io.leasehold.providers.price;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Between nano-dollars on hot paths and decimals everywhere else. */
public final class NanoUsd {
    private static final int SCALE = 9;

    /** Two of them still fit a long. */
    private static final BigDecimal LARGEST_LIMIT = BigDecimal.valueOf(4_000_000_000L);

    private NanoUsd() {}

    public static BigDecimal toDecimal(long nanoUsd) {
        return BigDecimal.valueOf(nanoUsd, SCALE);
    }

    /** Rounds half-up, once. */
    public static long ofCost(BigDecimal usd) {
        return usd.setScale(SCALE, RoundingMode.HALF_UP).unscaledValue().longValueExact();
    }

    /** Rounds down, so that a limit is never taken for more than it is; one that nobody could ever spend is made smaller. */
    public static long ofLimit(BigDecimal usd) {
        return usd.min(LARGEST_LIMIT)
                .setScale(SCALE, RoundingMode.FLOOR)
                .unscaledValue()
                .longValueExact();
    }

    /** Rounds up, so that nothing is set aside too small. */
    public static long ofReservation(BigDecimal usd) {
        return usd.setScale(SCALE, RoundingMode.CEILING).unscaledValue().longValueExact();
    }
}
