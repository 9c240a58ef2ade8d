package io.leasehold.sim.openrouter;

import io.leasehold.sim.key.SimKey;
import io.leasehold.sim.key.SpendLimit;
import io.leasehold.sim.key.SpendReset;
import io.leasehold.sim.ledger.Ledger;
import io.leasehold.sim.ledger.NanoUsd;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** What keys have spent in the UTC periods that matter to OpenRouter. */
final class KeyUsage {
    private final Ledger ledger;
    private final InstantSource clock;

    KeyUsage(Ledger ledger, InstantSource clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    NanoUsd spent(SimKey key, SpendReset period) {
        return ledger.spendOf(key.id()).since(period.periodStart(today()));
    }

    BigDecimal dollars(SimKey key, SpendReset period) {
        return spent(key, period).dollars();
    }

    /** Null where there is no limit. */
    @Nullable
    BigDecimal remaining(SimKey key) {
        SpendLimit limit = key.limit();
        if (limit.amount() == null) {
            return null;
        }
        NanoUsd left = NanoUsd.of(limit.amount()).minus(spent(key, limit.reset()));
        return left.nanos() < 0 ? BigDecimal.ZERO : left.dollars();
    }
}
