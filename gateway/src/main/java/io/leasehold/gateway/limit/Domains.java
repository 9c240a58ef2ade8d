package io.leasehold.gateway.limit;

import io.leasehold.contracts.event.WorkspaceView;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The workspaces' domains, by name. Looked up from any thread. */
@Singleton
public class Domains {
    private final Map<UUID, Known> byWorkspace = new ConcurrentHashMap<>();

    /** @param complete false where there may be more of them than could be read */
    private record Known(long version, Map<String, UUID> idByName, boolean complete) {
        static final Known NOTHING = new Known(Long.MIN_VALUE, Map.of(), false);
    }

    /** A domain's id, as limits name it; null where the workspace has no such domain. */
    public @Nullable UUID findId(UUID workspaceId, String name) {
        Known known = byWorkspace.get(workspaceId);
        return known == null ? null : known.idByName.get(name);
    }

    /** Whether a domain that is not found may be one all the same. */
    public boolean mayBeMore(UUID workspaceId) {
        Known known = byWorkspace.get(workspaceId);
        return known != null && !known.complete;
    }

    /** The last that was told of this workspace can't be read. Domains keep their ids, so those that are known stay. */
    public void distrust(UUID workspaceId) {
        byWorkspace.compute(workspaceId, (same, known) -> {
            Known before = known == null ? Known.NOTHING : known;
            return new Known(before.version, before.idByName, false);
        });
    }

    /** An older version than the known one is passed over. */
    public void put(WorkspaceView workspace) {
        Map<String, UUID> idByName = workspace.domains().stream()
                .collect(Collectors.toUnmodifiableMap(WorkspaceView.Domain::name, WorkspaceView.Domain::domainId));
        byWorkspace.merge(
                workspace.workspaceId(),
                new Known(workspace.version(), idByName, true),
                (known, fresh) -> fresh.version > known.version ? fresh : known);
    }

    public void remove(UUID workspaceId) {
        byWorkspace.remove(workspaceId);
    }
}
