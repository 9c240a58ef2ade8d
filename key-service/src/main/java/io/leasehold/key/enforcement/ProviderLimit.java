package io.leasehold.key.enforcement;

import io.leasehold.providers.key.KeyLimit;
import io.leasehold.providers.key.LimitReset;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was set at a provider of the limits of a key.
 *
 * @param setOn the provider's id of the key; null where no limit is set there
 * @param amount in USD
 * @param reset when it starts again; null for never
 * @param message why it isn't as it is here, and what to do
 * @param nextLookAt null where nothing changes by itself
 */
record ProviderLimit(
        UUID workspaceId,
        UUID keyId,
        long limitsVersion,
        @Nullable String setOn,
        @Nullable BigDecimal amount,
        @Nullable String reset,
        @Nullable Instant setAt,
        @Nullable String message,
        int failures,
        @Nullable Instant nextLookAt) {

    /** Whether that is what the key with this id has there. What was never set is as good as none. */
    boolean is(KeyLimit wanted, @Nullable String providerKeyId) {
        return wanted.amount() == null
                ? setOn == null
                : setOn != null && setOn.equals(providerKeyId) && last().isSameAs(wanted);
    }

    /** What was set last, whichever id the key had there. */
    KeyLimit last() {
        return new KeyLimit(amount, reset == null ? null : LimitReset.valueOf(reset.toUpperCase(Locale.ROOT)));
    }
}
