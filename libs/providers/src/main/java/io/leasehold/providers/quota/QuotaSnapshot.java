package io.leasehold.providers.quota;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All quotas of one holder at one moment.
 *
 * @param holder the provider's name of the user or account; null where it does not tell
 * @param plan the provider's word for what was bought; null where it does not tell
 * @param quotas empty where the provider names none, which says nothing of what is left
 * @param asOf when it was read
 */
public record QuotaSnapshot(
        @Nullable String holder, @Nullable String plan, List<Quota> quotas, Instant asOf) {

    public QuotaSnapshot {
        quotas = List.copyOf(quotas);
    }
}
