package io.leasehold.distribution.lease;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a node asks for.
 *
 * @param ttl null leaves it to the service
 * @param spendLimit the most that the lease may ever cost, in USD; null when only other scopes limit it
 * @param models empty means all that the key allows
 * @param additional whether a second lease is wanted beside a standing one
 */
record AskCommand(
        String provider,
        @Nullable Duration ttl,
        @Nullable BigDecimal spendLimit,
        @Nullable String domain,
        @Nullable String user,
        List<String> models,
        @Nullable String label,
        boolean additional) {}
