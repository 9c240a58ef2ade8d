package io.leasehold.key.workspace;

import io.leasehold.kit.caller.Allow;
import io.leasehold.kit.caller.Caller;
import io.leasehold.kit.caller.CurrentCaller;
import io.leasehold.kit.caller.Role;
import io.leasehold.kit.page.PageRequest;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Locale;
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
    private final JsonWebToken token;

    MeResource(WorkspaceService workspaces, CurrentCaller current, JsonWebToken token) {
        this.workspaces = workspaces;
        this.current = current;
        this.token = token;
    }

    @GET
    @Operation(summary = "Who the caller is and what they may do where")
    public MeAnswer me() {
        Caller caller = current.get();
        List<MeAnswer.Membership> memberships =
                workspaces.listFor(caller, PageRequest.of(MOST_WORKSPACES, null)).items().stream()
                        .map(workspace -> new MeAnswer.Membership(
                                workspace.slug(),
                                workspace.name(),
                                wireName(
                                        caller.grants().roleIn(workspace.slug()).orElseThrow())))
                        .toList();
        String name = token.<String>claim("name").orElse(caller.name());
        return new MeAnswer(
                caller.subject(), name, caller.name(), caller.grants().platformAdmin(), memberships);
    }

    private static String wireName(Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }
}
