package io.leasehold.collector.spending;

import io.leasehold.contracts.Provenance;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a key cost on one UTC day.
 *
 * @param provenance {@link Provenance#PROVIDER} for what was charged, {@link Provenance#ESTIMATED} for what was used at the
 *     prices that hold here
 * @param amount null where a price is not known
 */
record KeyDay(
        Owner owner,
        Provenance provenance,
        Instant day,
        @Nullable BigDecimal amount) {

    /** Whose spending it is; a bill in two currencies is two. */
    record Owner(UUID accountId, UUID keyId, String provider, String currency) {}
}
