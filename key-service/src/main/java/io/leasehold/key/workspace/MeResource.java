package io.leasehold.key.workspace;

import io.leasehold.contracts.event.WorkspaceView;
import io.leasehold.kit.caller.Allow;
import io.leasehold.kit.caller.Caller;
import io.leasehold.kit.caller.CurrentCaller;
import io.leasehold.kit.caller.Role;
import io.leasehold.kit.page.PageRequest;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The caller, as this installation knows them. */
@Path("/api/v1/me")
@Tag(name = "Me")
@RunOnVirtualThread
@Allow(anyone = true)
class MeResource {
    /** More than anybody belongs to; a platform admin sees the rest page by page. */
    private static final int MOST_WORKSPACES = 500;

    private final WorkspaceService workspaces;
    private final CurrentCaller current;
    private final SecurityIdentity identity;

    MeResource(WorkspaceService workspaces, CurrentCaller current, SecurityIdentity identity) {
        this.workspaces = workspaces;
        this.current = current;
        this.identity = identity;
    }

    @GET
    @Operation(summary = "Who the caller is and what they may do where")
    public MeAnswer me() {
        Caller caller = current.get();
        List<WorkspaceView> workspaces = this.workspaces
                .listWithDomainsFor(caller, PageRequest.of(MOST_WORKSPACES, null))
                .items();
        JsonWebToken token = (JsonWebToken) identity.getPrincipal();
        String name = token.<String>claim("name").orElse(caller.name());
        return new MeAnswer(
                caller.subject(),
                name,
                caller.name(),
                caller.grants().platformAdmin(),
                memberships(caller, workspaces),
                domainMemberships(caller, workspaces));
    }

    private static List<MeAnswer.Membership> memberships(Caller caller, List<WorkspaceView> workspaces) {
        return workspaces.stream()
                .flatMap(workspace -> caller.grants().roleIn(workspace.slug()).stream()
                        .map(role -> new MeAnswer.Membership(workspace.slug(), workspace.name(), wireName(role))))
                .toList();
    }

    /** Of domains that are there: a group may be left of one that was deleted. */
    private static List<MeAnswer.DomainMembership> domainMemberships(Caller caller, List<WorkspaceView> workspaces) {
        return workspaces.stream()
                .flatMap(workspace -> {
                    Map<String, Role> roles = caller.grants().domainRoles().getOrDefault(workspace.slug(), Map.of());
                    return workspace.domains().stream()
                            .map(WorkspaceView.Domain::name)
                            .filter(roles::containsKey)
                            .sorted()
                            .map(domain -> new MeAnswer.DomainMembership(
                                    workspace.slug(), domain, wireName(Objects.requireNonNull(roles.get(domain)))));
                })
                .toList();
    }

    private static String wireName(Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }
}
