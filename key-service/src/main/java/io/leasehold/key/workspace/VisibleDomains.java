package io.leasehold.key.workspace;

import io.leasehold.contracts.event.WorkspaceView;
import io.leasehold.contracts.event.WorkspaceView.Domain;
import io.leasehold.kit.caller.Caller;
import io.leasehold.kit.problem.NotFoundProblem;
import io.leasehold.kit.workspace.WorkspaceStore;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The domains of a workspace as a caller sees them: whose role is for some of them only knows of no other. */
public final class VisibleDomains {
    private VisibleDomains() {}

    public static List<Domain> list(Handle handle, Caller caller) {
        return WorkspaceStore.find(handle, caller.workspaceId()).stream()
                .flatMap(workspace -> of(workspace, caller).stream())
                .toList();
    }

    public static List<Domain> of(WorkspaceView workspace, Caller caller) {
        return workspace.domains().stream()
                .filter(domain -> caller.sees(domain.name()))
                .toList();
    }

    /** @throws NotFoundProblem where there is none, or none that the caller sees */
    public static Domain get(Handle handle, Caller caller, String idOrName) {
        return find(list(handle, caller), idOrName).orElseThrow(() -> new NotFoundProblem("domain", idOrName));
    }

    /** @throws NotFoundProblem where there is none, or none that the caller sees */
    public static Domain get(WorkspaceView workspace, Caller caller, String idOrName) {
        return find(of(workspace, caller), idOrName).orElseThrow(() -> new NotFoundProblem("domain", idOrName));
    }

    private static Optional<Domain> find(List<Domain> domains, String idOrName) {
        return domains.stream()
                .filter(domain -> domain.name().equals(idOrName)
                        || domain.domainId().toString().equals(idOrName))
                .findFirst();
    }
}
