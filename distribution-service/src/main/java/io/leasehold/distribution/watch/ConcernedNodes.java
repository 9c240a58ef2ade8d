package io.leasehold.distribution.watch;

import io.leasehold.contracts.event.LimitsView;
import io.leasehold.contracts.event.WorkspaceView.Domain;
import io.leasehold.kit.consume.PermanentEventException;
import io.leasehold.kit.workspace.WorkspaceStore;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The nodes whose usable leases count for a scope. */
final class ConcernedNodes {
    private ConcernedNodes() {}

    static List<UUID> of(Handle handle, LimitsView limits, Instant now) {
        return switch (limits.scope()) {
            case NODE -> List.of(nodeId(limits));
            case LEASE -> with(handle, limits, "lease_id = cast(:value as uuid)", limits.scopeId(), now);
            case KEY -> with(handle, limits, "key_id = cast(:value as uuid)", limits.scopeId(), now);
            case USER -> with(handle, limits, "user_name = :value", limits.scopeId(), now);
            case DOMAIN -> with(handle, limits, "domain = :value", domainName(handle, limits), now);
            case WORKSPACE -> List.of();
        };
    }

    private static UUID nodeId(LimitsView limits) {
        try {
            return UUID.fromString(limits.scopeId());
        } catch (IllegalArgumentException noId) {
            throw new PermanentEventException("No node has the id " + limits.scopeId());
        }
    }

    private static List<UUID> with(Handle handle, LimitsView limits, String condition, String value, Instant now) {
        return handle.createQuery("""
                        select distinct node_id from lease
                        where workspace_id = :workspaceId and state in ('active', 'draining') and expires_at > :now
                          and\s""" + condition)
                .bind("workspaceId", limits.workspaceId())
                .bind("now", now)
                .bind("value", value)
                .mapTo(UUID.class)
                .list();
    }

    /** Leases name domains, limits have their ids; one that the workspace has not registered has its name there too. */
    private static String domainName(Handle handle, LimitsView limits) {
        return WorkspaceStore.find(handle, limits.workspaceId()).stream()
                .flatMap(workspace -> workspace.domains().stream())
                .filter(domain -> domain.domainId().toString().equals(limits.scopeId()))
                .map(Domain::name)
                .findFirst()
                .orElse(limits.scopeId());
    }
}
