package io.leasehold.key.enforcement;

import io.leasehold.providers.key.KeyLimit;
import io.leasehold.providers.key.LimitReset;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a key's limit at its provider.
 *
 * @param limitsVersion of the limits that are set here, when it was last looked at
 * @param setOn the provider's id of the key that it was set on; null where no limit is set there
 * @param amount in USD
 * @param reset when it starts again; null for never
 * @param message why it isn't as it is here, and what to do
 * @param attempts failed ones
 * @param nextAttemptAt null where nothing changes by itself
 * @param fence raised by whoever takes the work up; results under an older number are not kept
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
        int attempts,
        @Nullable Instant nextAttemptAt,
        long fence) {

    /** Whether that is what the key with this id has there. What was never set is as good as none. */
    boolean is(KeyLimit wanted, @Nullable String providerKeyId) {
        return wanted.amount() == null
                ? setOn == null
                : setOn != null && setOn.equals(providerKeyId) && last().isSameAs(wanted);
    }

    /** What was set last, whichever id the key had there. */
    KeyLimit last() {
        return limit(amount, reset);
    }

    /** As tables hold one. */
    static KeyLimit limit(@Nullable BigDecimal amount, @Nullable String reset) {
        return new KeyLimit(amount, reset == null ? null : LimitReset.valueOf(reset.toUpperCase(Locale.ROOT)));
    }
}
