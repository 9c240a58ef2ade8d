package io.leasehold.collector.rate;

import io.leasehold.contracts.event.CostReported.Conversion;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What a currency was worth on a day.
 *
 * @param currency ISO 4217
 * @param usd how many USD one unit was
 * @param source whose rate it is
 */
public record ExchangeRate(String currency, LocalDate day, BigDecimal usd, String source) {

    public ExchangeRate {
        if (usd.signum() <= 0) {
            throw new IllegalArgumentException("A rate must be more than 0.");
        }
    }

    /** The amount in USD, not rounded. */
    public Conversion convert(BigDecimal amount) {
        return new Conversion(amount.multiply(usd), usd, day, source);
    }
}
