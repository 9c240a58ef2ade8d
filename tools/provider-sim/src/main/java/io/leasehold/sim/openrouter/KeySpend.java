package io.leasehold.sim.openrouter;

import io.leasehold.sim.key.SimKey;
import io.leasehold.sim.key.SpendReset;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What a key may spend and has spent, as it stands among the fields of a key. */
record KeySpend(
        @Nullable BigDecimal limit,
        @Nullable BigDecimal limitRemaining,
        @Nullable String limitReset,
        boolean includeByokInLimit,
        BigDecimal usage,
        BigDecimal usageDaily,
        BigDecimal usageWeekly,
        BigDecimal usageMonthly,
        BigDecimal byokUsage,
        BigDecimal byokUsageDaily,
        BigDecimal byokUsageWeekly,
        BigDecimal byokUsageMonthly) {

    static KeySpend of(SimKey key, KeyUsage usage) {
        SpendReset reset = key.limit().reset();
        return new KeySpend(
                key.limit().amount(),
                usage.remaining(key),
                reset == SpendReset.NEVER ? null : reset.wireName(),
                key.limit().includesByok(),
                usage.dollars(key, SpendReset.NEVER),
                usage.dollars(key, SpendReset.DAILY),
                usage.dollars(key, SpendReset.WEEKLY),
                usage.dollars(key, SpendReset.MONTHLY),
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                BigDecimal.ZERO);
    }
}
