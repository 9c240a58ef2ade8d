package io.leasehold.distribution.spend;

import io.leasehold.contracts.event.WorkspaceView.Domain;
import io.leasehold.distribution.limit.ScopeKey;
import io.leasehold.kit.caller.Caller;
import io.leasehold.kit.workspace.WorkspaceStore;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Whose spend a caller sees: where the role is for some domains only, that of those domains and of leases for them. */
final class VisibleScopes {
    private VisibleScopes() {}

    static boolean has(Handle handle, Caller caller, ScopeKey scope) {
        return caller.seesAll()
                || switch (scope.scope()) {
                    case DOMAIN -> caller.sees(domainName(handle, scope));
                    case LEASE ->
                        domainOfLease(handle, scope).filter(caller::sees).isPresent();
                    case KEY, NODE, USER, WORKSPACE -> false;
                };
    }

    /** By which ids limits of domains that the caller sees are kept; null where the caller sees everything. */
    static @Nullable Set<String> domains(Handle handle, Caller caller) {
        if (caller.seesAll()) {
            return null;
        }
        Set<String> ids = new HashSet<>(caller.domains());
        WorkspaceStore.find(handle, caller.workspaceId()).stream()
                .flatMap(workspace -> workspace.domains().stream())
                .filter(domain -> caller.sees(domain.name()))
                .forEach(domain -> ids.add(domain.domainId().toString()));
        return ids;
    }

    /** Spend of a registered domain is kept by its id. */
    private static String domainName(Handle handle, ScopeKey scope) {
        return WorkspaceStore.find(handle, scope.workspaceId()).stream()
                .flatMap(workspace -> workspace.domains().stream())
                .filter(domain -> domain.domainId().toString().equals(scope.scopeId()))
                .findFirst()
                .map(Domain::name)
                .orElse(scope.scopeId());
    }

    private static Optional<String> domainOfLease(Handle handle, ScopeKey scope) {
        UUID leaseId;
        try {
            leaseId = UUID.fromString(scope.scopeId());
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
        return handle.createQuery("""
                        select domain from lease
                        where workspace_id = :workspaceId and lease_id = :leaseId and domain is not null
                        """)
                .bind("workspaceId", scope.workspaceId())
                .bind("leaseId", leaseId)
                .mapTo(String.class)
                .findOne();
    }
}
