package io.leasehold.distribution.limit;

import io.leasehold.contracts.Period;
import java.math.BigDecimal;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A scope's limit in one period.
 *
 * @param amount in USD; null means that there is none
 * @param zone where its days and months begin
 * @param version raised with every change of the scope's limits
 */
public record SpendLimit(Period period, @Nullable BigDecimal amount, ZoneId zone, long version) {
    public SpendLimit {
        amount = Usd.plainOrNull(amount);
    }
}
