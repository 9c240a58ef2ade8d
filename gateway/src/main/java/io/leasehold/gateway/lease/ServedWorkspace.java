package io.leasehold.gateway.lease;

import io.leasehold.contracts.event.LeaseView;
import io.leasehold.contracts.event.WorkspaceView;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The workspace that a gateway is dedicated to; one that isn't serves all. Looked up from any thread. */
@Singleton
public class ServedWorkspace {
    private final @Nullable String slug;
    private final Map<UUID, Known> byId = new ConcurrentHashMap<>();

    private record Known(long version, String slug) {}

    ServedWorkspace(DedicationConfig config) {
        this.slug = config.workspace().orElse(null);
    }

    /** Not where it isn't known yet which workspace that is. */
    public boolean includes(LeaseView lease) {
        if (slug == null) {
            return true;
        }
        Known known = byId.get(lease.workspaceId());
        return known != null && known.slug.equals(slug);
    }

    /** An older version than the known one is passed over. */
    public void put(WorkspaceView workspace) {
        byId.merge(
                workspace.workspaceId(),
                new Known(workspace.version(), workspace.slug()),
                (known, fresh) -> fresh.version > known.version ? fresh : known);
    }

    /** It is gone, or the last that was told of it can't be read. */
    public void remove(UUID workspaceId) {
        byId.remove(workspaceId);
    }
}
