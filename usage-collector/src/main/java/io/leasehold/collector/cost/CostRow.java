package io.leasehold.collector.cost;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line of a bill together with the day that it is of.
 *
 * @param hasLine false for a day on which nothing was charged
 */
record CostRow(
        UUID accountId,
        String provider,
        Instant from,
        Instant to,
        boolean complete,
        Instant asOf,
        @Nullable UUID keyId,
        @Nullable String providerKeyId,
        @Nullable String model,
        BigDecimal amount,
        String currency,
        @Nullable String description,
        boolean hasLine) {

    /** What makes rows one item: a day's charges in one currency. */
    public record Day(UUID accountId, Instant from, String currency) {}

    Day day() {
        return new Day(accountId, from, currency);
    }
}
