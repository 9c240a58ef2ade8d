package io.leasehold.providers.quota;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How much of one thing may be used, and what is left of it. What is null is not known, and is never to be taken for
 * used up.
 *
 * @param name the provider's name of it
 * @param unit what is counted: an ISO 4217 currency in upper case, else a word such as {@code tokens}
 * @param unlimited whether there is no end to it; then there is neither an entitlement nor a rest
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
        @Nullable Instant resetsAt) {

    /** What was used of the entitlement; null where that is not known. */
    public @Nullable BigDecimal used() {
        return entitlement == null || remaining == null ? null : entitlement.subtract(remaining);
    }
}
