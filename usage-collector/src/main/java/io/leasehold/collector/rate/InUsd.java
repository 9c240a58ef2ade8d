package io.leasehold.collector.rate;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** How an amount is told, what it is in USD, and by which rate. */
public final class InUsd {
    /** What is said of {@code usd}. */
    public static final String USD = "amount in USD; null where it is in another currency and no rate is known";

    /** What is said of {@code rate}. */
    public static final String RATE = "How many USD one unit of the currency is; null where nothing was converted";

    /** What is said of {@code rate_date}. */
    public static final String RATE_DATE =
            "Which day the rate is of: the day of the charges, else the last one before that has one; null where nothing was converted";

    /** What is said of {@code rate_source}. */
    public static final String RATE_SOURCE =
            "Whose rate it is: ecb for the European Central Bank's, fixed for one that the operator has set; null where nothing was converted";

    private static final int PLACES = 9;

    private InUsd() {}

    /** Amounts are kept with all their digits, summed exactly and rounded once. */
    public static BigDecimal told(BigDecimal amount) {
        return amount.setScale(PLACES, RoundingMode.HALF_UP);
    }

    /**
     * As it is told.
     *
     * @param converted what the amount was converted to; null where it was not
     * @return null where it is in another currency and was not converted
     */
    public static @Nullable BigDecimal of(String currency, BigDecimal amount, @Nullable BigDecimal converted) {
        BigDecimal dollars = currency.equals(ExchangeRates.USD) ? amount : converted;
        return dollars == null ? null : told(dollars);
    }
}
