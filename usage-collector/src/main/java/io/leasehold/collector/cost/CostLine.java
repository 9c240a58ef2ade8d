package io.leasehold.collector.cost;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A charge on a day of an account.
 *
 * @param usd the amount in USD; null where it is in USD, and where no rate was known
 */
record CostLine(
        UUID accountId,
        Instant from,
        @Nullable UUID keyId,
        @Nullable String providerKeyId,
        @Nullable String model,
        BigDecimal amount,
        String currency,
        @Nullable String description,
        @Nullable BigDecimal usd,
        @Nullable BigDecimal rate,
        @Nullable LocalDate rateDate,
        @Nullable String rateSource) {

    CostDay.Position day() {
        return new CostDay.Position(accountId, from);
    }
}
