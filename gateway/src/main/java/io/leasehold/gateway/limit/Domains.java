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

    private record Known(long version, Map<String, UUID> idByName) {}

    /** A domain's id, as limits name it; null where the workspace has no such domain. */
    public @Nullable UUID findId(UUID workspaceId, String name) {
        Known known = byWorkspace.get(workspaceId);
        return known == null ? null : known.idByName.get(name);
    }

    /** An older version than the known one is passed over. */
    public void put(WorkspaceView workspace) {
        Map<String, UUID> idByName = workspace.domains().stream()
                .collect(Collectors.toUnmodifiableMap(WorkspaceView.Domain::name, WorkspaceView.Domain::domainId));
        byWorkspace.merge(
                workspace.workspaceId(),
                new Known(workspace.version(), idByName),
                (known, fresh) -> fresh.version > known.version ? fresh : known);
    }

    public void remove(UUID workspaceId) {
        byWorkspace.remove(workspaceId);
    }
}
