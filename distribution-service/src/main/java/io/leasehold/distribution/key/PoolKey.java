package io.leasehold.distribution.key;

import io.leasehold.contracts.KeyState;
import io.leasehold.contracts.KeyTags;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A key as far as leasing needs to know it.
 *
 * @param models what it may be used for; empty means everything
 * @param tags see {@link KeyTags}
 * @param directAllowed whether nodes may be given its secret
 * @param secretVersion of its secret, and the only one to be read; null once that is destroyed
 * @param endpoint where requests with it go; null is the provider's own address
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
        List<String> tags,
        boolean directAllowed,
        @Nullable Integer secretVersion,
        @Nullable String endpoint,
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

    boolean serves(List<String> wantedTags) {
        return KeyTags.serve(tags, wantedTags);
    }

    /** Whether its secret can be given to nodes now. */
    public boolean canBeHandedOut() {
        return directAllowed && secretVersion != null;
    }
}
