package io.leasehold.collector.quota;

import io.leasehold.contracts.event.QuotaObserved;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an account, or one of its keys, has left.
 *
 * @param keyId null for the account's own
 * @param asOf null when it was never read
 * @param error why it could not be read the last time; null when it could
 */
public record HeldQuotas(
        UUID accountId,
        @Nullable UUID keyId,
        @Nullable String holder,
        @Nullable String plan,
        List<QuotaObserved.Quota> quotas,
        @Nullable Instant asOf,
        @Nullable String error) {}
