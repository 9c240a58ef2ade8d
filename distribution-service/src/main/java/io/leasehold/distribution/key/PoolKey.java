package io.leasehold.distribution.key;

import io.leasehold.contracts.KeyState;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A key as far as leasing needs to know it.
 *
 * @param models what it may be used for; empty means everything
 * @param accountActive whether its provider account is in use
 * @param reason why it is in its state, where that is known
 */
public record PoolKey(
        UUID workspaceId,
        UUID keyId,
        UUID accountId,
        String provider,
        String name,
        KeyState state,
        List<String> models,
        boolean accountActive,
        @Nullable String reason,
        long version) {
    /** Leases that have such a key must get another one: it will never be used again. */
    public static final Set<KeyState> GONE = Set.copyOf(EnumSet.of(
            KeyState.REVOKING, KeyState.REVOKED, KeyState.STUCK, KeyState.AWAITING_MANUAL, KeyState.RETIRED));

    /** Whether new leases may get it. */
    public boolean leasable() {
        return state == KeyState.ACTIVE && accountActive;
    }

    boolean allows(List<String> wanted) {
        return models.isEmpty() || models.containsAll(wanted);
    }
}
