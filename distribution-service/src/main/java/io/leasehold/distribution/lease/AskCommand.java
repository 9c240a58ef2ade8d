package io.leasehold.distribution.lease;

import io.leasehold.contracts.LeaseMode;
import io.leasehold.contracts.event.RateLimits;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a node asks for.
 *
 * @param ttl null leaves it to the service
 * @param spendLimit the most that the lease may ever cost, in USD; null when only other scopes limit it
 * @param rates how fast it may be used
 * @param models empty means all that the key allows
 * @param tags what keys must have; a pool is one of them
 * @param additional whether a second lease is wanted beside a standing one
 */
public record AskCommand(
        String provider,
        LeaseMode mode,
        @Nullable Duration ttl,
        @Nullable BigDecimal spendLimit,
        RateLimits rates,
        @Nullable String domain,
        @Nullable String user,
        List<String> models,
        List<String> tags,
        @Nullable String label,
        boolean additional) {

    AskCommand narrowedTo(List<String> otherModels, List<String> otherTags, RateLimits otherRates) {
        return new AskCommand(
                provider, mode, ttl, spendLimit, otherRates, domain, user, otherModels, otherTags, label, additional);
    }

    LeaseStore.Purpose purpose(int number, UUID nodeId) {
        return new LeaseStore.Purpose(number, nodeId, provider, mode, domain, user, tags);
    }
}
