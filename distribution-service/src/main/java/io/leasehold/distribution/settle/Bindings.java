package io.leasehold.distribution.settle;

import io.leasehold.contracts.Scope;
import io.leasehold.contracts.event.RequestCompleted;
import io.leasehold.contracts.event.RequestCompleted.Slice;
import io.leasehold.contracts.event.WorkspaceView.Domain;
import io.leasehold.distribution.lease.LeaseBinding;
import io.leasehold.kit.workspace.WorkspaceStore;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Finds out what requests count for. */
final class Bindings {
    private final Map<UUID, LeaseBinding> leases;
    private final Map<UUID, Map<String, String>> domainIds;

    private Bindings(Map<UUID, LeaseBinding> leases, Map<UUID, Map<String, String>> domainIds) {
        this.leases = leases;
        this.domainIds = domainIds;
    }

    static Bindings of(Handle handle, Collection<RequestCompleted> requests) {
        Map<UUID, LeaseBinding> leases = LeaseBinding.find(handle, distinct(requests, RequestCompleted::leaseId));
        Map<UUID, Map<String, String>> domainIds = leases.values().stream()
                .filter(lease -> lease.domain() != null)
                .map(LeaseBinding::workspaceId)
                .distinct()
                .collect(Collectors.toMap(Function.identity(), workspace -> domainIds(handle, workspace)));
        return new Bindings(leases, domainIds);
    }

    private static Map<String, String> domainIds(Handle handle, UUID workspaceId) {
        return WorkspaceStore.find(handle, workspaceId).stream()
                .flatMap(workspace -> workspace.domains().stream())
                .collect(Collectors.toMap(
                        Domain::name, domain -> domain.domainId().toString()));
    }

    /**
     * The domain's id, or its name where the workspace has not registered it. The gateway may know of a domain earlier, and
     * then a slice says which one it held for.
     */
    Optional<String> domainId(RequestCompleted request) {
        return request.slices().stream()
                .filter(slice -> slice.scope() == Scope.DOMAIN)
                .map(Slice::scopeId)
                .findFirst()
                .or(() -> boundDomain(request));
    }

    private Optional<String> boundDomain(RequestCompleted request) {
        return lease(request)
                .map(LeaseBinding::domain)
                .map(name ->
                        domainIds.getOrDefault(request.workspaceId(), Map.of()).getOrDefault(name, name));
    }

    Optional<String> user(RequestCompleted request) {
        return lease(request).map(LeaseBinding::userName);
    }

    private Optional<LeaseBinding> lease(RequestCompleted request) {
        return Optional.ofNullable(leases.get(request.leaseId()))
                .filter(lease -> lease.workspaceId().equals(request.workspaceId()));
    }

    private static Set<UUID> distinct(Collection<RequestCompleted> requests, Function<RequestCompleted, UUID> part) {
        return requests.stream().map(part).collect(Collectors.toSet());
    }
}
