package io.leasehold.distribution.key;

import io.leasehold.contracts.KeyState;
import java.util.List;
import java.util.UUID;

/**
 * A key as far as leasing needs to know it.
 *
 * @param models what it may be used for; empty means everything
 * @param accountActive whether its provider account is in use
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
        long version) {

    /** Whether new leases may get it. */
    public boolean leasable() {
        return state == KeyState.ACTIVE && accountActive;
    }

    /** Whether leases that have it must get another one: it will never be used again. */
    public boolean gone() {
        return switch (state) {
            case REVOKING, REVOKED, STUCK, AWAITING_MANUAL, RETIRED -> true;
            case ACTIVE, DISABLED, DRAINING -> false;
        };
    }

    boolean allows(List<String> wanted) {
        return models.isEmpty() || models.containsAll(wanted);
    }
}
