package io.leasehold.sim.openrouter;

import io.leasehold.sim.key.KeyStatus;
import io.leasehold.sim.key.SimKey;
import io.leasehold.sim.key.SpendReset;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A key as the management API shows it. */
record KeyView(
        String hash,
        String label,
        String name,
        boolean disabled,
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
        BigDecimal byokUsageMonthly,
        Instant createdAt,
        @Nullable Instant updatedAt,
        @Nullable Instant expiresAt,
        String creatorUserId,
        String workspaceId,
        @Nullable String externalUser) {

    static KeyView of(SimKey key, KeyUsage usage) {
        return new KeyView(
                key.id(),
                key.hint(),
                key.name(),
                key.status() == KeyStatus.INACTIVE,
                key.limit().amount(),
                usage.remaining(key),
                reset(key),
                key.limit().includesByok(),
                usage.dollars(key, SpendReset.NEVER),
                usage.dollars(key, SpendReset.DAILY),
                usage.dollars(key, SpendReset.WEEKLY),
                usage.dollars(key, SpendReset.MONTHLY),
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                key.createdAt(),
                key.updatedAt(),
                key.expiresAt(),
                Account.USER_ID,
                workspace(key),
                null);
    }

    static @Nullable String reset(SimKey key) {
        SpendReset reset = key.limit().reset();
        return reset == SpendReset.NEVER ? null : reset.wireName();
    }

    static String workspace(SimKey key) {
        return Objects.requireNonNullElse(key.workspaceId(), Account.DEFAULT_WORKSPACE);
    }
}
