package io.leasehold.distribution.limit;

import io.leasehold.contracts.Period;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A scope's limit in one period.
 *
 * @param amount in USD; null means that there is none
 * @param zone where its days and months begin
 * @param version raised with every change of the scope's limits
 * @param movedUntil until when windows of a zone that the limit had before overlap with its windows now; null if there are
 *     none
 * @param raisedUntil when its last raise ends; null if none was told
 */
public record SpendLimit(
        Period period,
        @Nullable BigDecimal amount,
        ZoneId zone,
        long version,
        @Nullable Instant movedUntil,
        @Nullable Instant raisedUntil) {
    public SpendLimit {
        amount = Usd.plainOrNull(amount);
    }
}
