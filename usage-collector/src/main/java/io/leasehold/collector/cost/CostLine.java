package io.leasehold.collector.cost;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A charge on a day of an account. */
record CostLine(
        UUID accountId,
        Instant from,
        @Nullable UUID keyId,
        @Nullable String providerKeyId,
        @Nullable String model,
        BigDecimal amount,
        String currency,
        @Nullable String description) {

    CostDay.Position day() {
        return new CostDay.Position(accountId, from);
    }
}
