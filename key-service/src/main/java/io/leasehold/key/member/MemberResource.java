package io.leasehold.key.member;

import io.leasehold.contracts.MemberRole;
import io.leasehold.kit.caller.Allow;
import io.leasehold.kit.caller.CurrentCaller;
import io.leasehold.kit.caller.Role;
import io.leasehold.kit.idempotency.Idempotent;
import io.leasehold.kit.page.Page;
import io.leasehold.kit.page.PageRequest;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The people of a workspace. What they may do is in their next token, so a change acts when the last one has expired. */
@Path("/api/v1/members")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Members")
@RunOnVirtualThread
@Allow(value = Role.VIEWER, inDomain = Role.VIEWER)
class MemberResource {
    private static final String OF_DOMAIN =
            "Name or id of the domain that the role is for; where left out the whole workspace, or the caller's only domain";
    private static final String WHO = "Their id or user name";

    private final MemberService members;
    private final CurrentCaller caller;

    MemberResource(MemberService members, CurrentCaller caller) {
        this.members = members;
        this.caller = caller;
    }

    @GET
    @Operation(
            summary = "The workspace's members, by user name",
            description = "Nodes are not among them. With domain: those whose role is for that domain only.")
    public Page<MemberAnswer> list(
            @Parameter(description = OF_DOMAIN, example = "app.example.com") @RestQuery @Nullable String domain,
            @Parameter(description = "Only members with that role", example = "admin") @RestQuery @Nullable
                    MemberRole role,
            @Parameter(
                            description =
                                    "Only members with this in their name or e-mail; upper and lower case are alike",
                            example = "olga")
                    @RestQuery
                    @Nullable
                    String text,
            @RestQuery @Nullable Integer limit,
            @RestQuery @Nullable String cursor) {
        return members.list(caller.get(), new MemberFilter(domain, role, text), PageRequest.of(limit, cursor));
    }

    @GET
    @Path("/{member}")
    @Operation(summary = "One member")
    public MemberAnswer get(
            @Parameter(description = WHO, example = "olga") @RestPath String member,
            @Parameter(description = OF_DOMAIN, example = "app.example.com") @RestQuery @Nullable String domain) {
        return members.get(caller.get(), member, domain);
    }

    @POST
    @Allow(value = Role.ADMIN, inDomain = Role.ADMIN, apiTokens = false)
    @Idempotent
    @Operation(
            summary = "Give somebody a role, or invite them",
            description = "Who is not known yet is made by e-mail address and told by e-mail to choose a password.")
    @APIResponseSchema(value = MemberAnswer.class, responseCode = "201", responseDescription = "Added")
    public RestResponse<MemberAnswer> add(@NotNull @Valid AddMemberRequest request) {
        MemberAnswer added = members.add(caller.get(), request);
        return RestResponse.ResponseBuilder.<MemberAnswer>created(added.location())
                .entity(added)
                .build();
    }

    @PATCH
    @Path("/{member}")
    @Allow(value = Role.ADMIN, inDomain = Role.ADMIN, apiTokens = false)
    @Operation(summary = "Change a member's role", description = "The last admin of a workspace stays one.")
    public MemberAnswer change(
            @Parameter(description = WHO, example = "olga") @RestPath String member,
            @Parameter(description = OF_DOMAIN, example = "app.example.com") @RestQuery @Nullable String domain,
            @NotNull @Valid ChangeMemberRequest request) {
        return members.change(caller.get(), member, domain, request.role());
    }

    @DELETE
    @Path("/{member}")
    @Allow(value = Role.ADMIN, inDomain = Role.ADMIN, apiTokens = false)
    @Operation(
            summary = "Remove a member",
            description = "Without domain: from the workspace and all of its domains. The last admin stays.")
    @APIResponse(responseCode = "204", description = "Removed")
    public void remove(
            @Parameter(description = WHO, example = "olga") @RestPath String member,
            @Parameter(description = OF_DOMAIN, example = "app.example.com") @RestQuery @Nullable String domain) {
        members.remove(caller.get(), member, domain);
    }
}
