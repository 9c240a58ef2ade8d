package io.leasehold.contracts.event;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a provider says is left to use, of an account or of one key. A later event of the same holder replaces the
 * earlier one as a whole.
 *
 * @param keyId our key, where each key has quotas of its own; null for those of the account
 * @param holder the provider's name of the user or account; null where it does not tell
 * @param plan the provider's word for what was bought; null where it does not tell
 * @param asOf when it was read
 */
public record QuotaObserved(
        UUID accountId,
        UUID workspaceId,
        String provider,
        @Nullable UUID keyId,
        @Nullable String holder,
        @Nullable String plan,
        List<Quota> quotas,
        Instant asOf)
        implements EventData {

    @Override
    public String aggregateKey() {
        return accountId.toString();
    }

    /**
     * How much of one thing may be used. What is null is not known, and is never to be taken for used up.
     *
     * @param name the provider's name of it
     * @param unit an ISO 4217 currency in upper case, else a word such as {@code tokens}
     * @param unlimited whether there is no end to it
     * @param entitlement what may be used until {@code resetsAt}
     * @param remaining what is left of it, not below 0
     * @param overage what was used beyond it
     * @param overagePermitted whether use goes on, and is paid for, once nothing is left
     * @param resetsAt when it starts again
     */
    public record Quota(
            String name,
            String unit,
            boolean unlimited,
            @Nullable BigDecimal entitlement,
            @Nullable BigDecimal remaining,
            @Nullable BigDecimal overage,
            @Nullable Boolean overagePermitted,
            @Nullable Instant resetsAt) {}
}
