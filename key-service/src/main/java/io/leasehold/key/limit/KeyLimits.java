package io.leasehold.key.limit;

import io.leasehold.contracts.Scope;
import io.leasehold.contracts.event.LimitsView;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The limits of single keys, for features that have them enforced elsewhere. */
public final class KeyLimits {
    private KeyLimits() {}

    /** With the raises that are in force or yet to begin; empty where none was ever set. */
    public static Optional<LimitsView> find(Handle handle, UUID workspaceId, UUID keyId, Instant now) {
        return LimitStore.find(handle, workspaceId, Scope.KEY, keyId.toString())
                .map(view -> LimitChanges.withRaises(handle, view, now));
    }
}
