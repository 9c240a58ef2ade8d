package io.leasehold.key.domain;

import io.leasehold.contracts.Capture;
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

/** The domains of a workspace. */
@Path("/api/v1/domains")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Domains")
@RunOnVirtualThread
@Allow(value = Role.VIEWER, inDomain = Role.VIEWER)
class DomainResource {
    private final DomainService domains;
    private final CurrentCaller caller;

    DomainResource(DomainService domains, CurrentCaller caller) {
        this.domains = domains;
        this.caller = caller;
    }

    @GET
    @Operation(
            summary = "The workspace's domains, by name",
            description = "Whose role is for some of them only sees those.")
    public Page<DomainAnswer> list(
            @Parameter(description = "Only domains of whose traffic that much is kept", example = "full")
                    @RestQuery
                    @Nullable
                    Capture capture,
            @Parameter(description = "Only domains with that tag", example = "team:web") @RestQuery @Nullable
                    String tag,
            @Parameter(
                            description =
                                    "Only domains with this in their name or tags; upper and lower case are alike",
                            example = "example.com")
                    @RestQuery
                    @Nullable
                    String text,
            @RestQuery @Nullable Integer limit,
            @RestQuery @Nullable String cursor) {
        return domains.list(caller.get(), new DomainFilter(capture, tag, text), PageRequest.of(limit, cursor))
                .map(DomainAnswer::of);
    }

    @GET
    @Path("/{domain}")
    @Operation(summary = "One domain, by its id or name")
    public DomainAnswer get(
            @Parameter(description = "Its id or name", example = "app.example.com") @RestPath String domain) {
        return DomainAnswer.of(domains.get(caller.get(), domain));
    }

    @POST
    @Allow(Role.ADMIN)
    @Idempotent
    @Operation(summary = "Add a domain", description = "Its name is its own within the workspace, and never changes.")
    @APIResponseSchema(value = DomainAnswer.class, responseCode = "201", responseDescription = "Added")
    public RestResponse<DomainAnswer> add(@NotNull @Valid AddDomainRequest request) {
        DomainAnswer added = domains.add(caller.get(), request);
        return RestResponse.ResponseBuilder.<DomainAnswer>created(added.location())
                .entity(added)
                .build();
    }

    @PATCH
    @Path("/{domain}")
    @Allow(value = Role.ADMIN, inDomain = Role.ADMIN)
    @Operation(
            summary = "Change what is kept of a domain's traffic, or its tags",
            description = "What is left out stays.")
    public DomainAnswer update(
            @Parameter(description = "Its id or name", example = "app.example.com") @RestPath String domain,
            @NotNull @Valid UpdateDomainRequest request) {
        return DomainAnswer.of(domains.update(caller.get(), domain, request));
    }

    @DELETE
    @Path("/{domain}")
    @Allow(Role.ADMIN)
    @Operation(
            summary = "Delete a domain",
            description = "Its limits and API tokens end with it. What was spent and recorded under its name stays.")
    @APIResponse(responseCode = "204", description = "Deleted")
    public void delete(
            @Parameter(description = "Its id or name", example = "app.example.com") @RestPath String domain) {
        domains.delete(caller.get(), domain);
    }
}
