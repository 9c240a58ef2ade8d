package io.leasehold.distribution.lease;

import io.leasehold.contracts.LeaseMode;
import io.leasehold.kit.workspace.WorkspaceStore;
import java.time.Duration;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Leases that do not end by themselves. */
final class Endless {
    private Endless() {}

    /**
     * Whether a lease that is granted or renewed now has no end: where its workspace wants it so and its node does not say how
     * long it needs it. Who has the secret itself always has it for a time.
     *
     * @param asked null where the node does not say
     */
    static boolean shallBe(Handle handle, UUID workspaceId, LeaseMode mode, @Nullable Duration asked) {
        return asked == null && mode == LeaseMode.GATEWAY && !WorkspaceStore.leasesEnd(handle, workspaceId);
    }
}
