package io.leasehold.gateway.hold;

import io.leasehold.contracts.event.WorkspaceView;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Which workspaces rather go on than stop when the arbiter can't be reached. Looked up from any thread. */
@Singleton
public class FailOpen {
    private final Map<UUID, Known> byWorkspace = new ConcurrentHashMap<>();

    private record Known(long version, boolean open) {}

    /** Not where that isn't known. */
    public boolean isOpen(UUID workspaceId) {
        Known known = byWorkspace.get(workspaceId);
        return known != null && known.open;
    }

    /** An older version than the known one is passed over. */
    public void put(WorkspaceView workspace) {
        byWorkspace.merge(
                workspace.workspaceId(),
                new Known(workspace.version(), workspace.failOpen()),
                (known, fresh) -> fresh.version > known.version ? fresh : known);
    }

    /** It is gone, or the last that was told of it can't be read. */
    public void remove(UUID workspaceId) {
        byWorkspace.remove(workspaceId);
    }
}
