package io.leasehold.distribution.vault;

import io.leasehold.kit.caller.Allow;
import io.leasehold.kit.caller.CurrentCaller;
import io.leasehold.kit.caller.Role;
import io.leasehold.kit.id.Ids;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/v1/sys/leases")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
@Tag(name = "Vault")
@RunOnVirtualThread
class VaultLeaseResource {
    private static final String SOME_ID =
            "anthropic/0199f0a2-5c1e-7bd0-9f1c-2d3e4f5a6b7d/0199f0a2-5c1e-7bd0-9f1c-2d3e4f5a6b7c";

    private final VaultLeaseService leases;
    private final CurrentCaller caller;

    VaultLeaseResource(VaultLeaseService leases, CurrentCaller caller) {
        this.leases = leases;
        this.caller = caller;
    }

    @PUT
    @Path("/lookup")
    @Allow({Role.VIEWER, Role.NODE})
    @Operation(summary = "Show a lease in Vault's words")
    public VaultAnswer lookup(
            @RequestBody(
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema = @Schema(implementation = VaultBody.class)))
                    @Nullable
                    String body) {
        return VaultAnswer.lookup(
                Ids.next(), leases.lookup(caller.get(), VaultBody.of(body).requiredLeaseId()));
    }

    @PUT
    @Path("/renew")
    @Allow({Role.OPERATOR, Role.NODE})
    @Operation(summary = "Renew a lease in Vault's words; increment is in seconds")
    public VaultAnswer renew(
            @RequestBody(
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema = @Schema(implementation = VaultBody.class)))
                    @Nullable
                    String body) {
        VaultBody sent = VaultBody.of(body);
        return VaultAnswer.renewed(Ids.next(), leases.renew(caller.get(), sent.requiredLeaseId(), sent.increment()));
    }

    @PUT
    @Path("/revoke")
    @Allow({Role.OPERATOR, Role.NODE})
    @Operation(summary = "Revoke a lease in Vault's words")
    public void revoke(
            @RequestBody(
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema = @Schema(implementation = VaultBody.class)))
                    @Nullable
                    String body) {
        leases.revoke(caller.get(), VaultBody.of(body).requiredLeaseId());
    }

    @PUT
    @Path("/revoke/{lease_id: .+}")
    @Allow({Role.OPERATOR, Role.NODE})
    @Operation(summary = "Revoke a lease in Vault's words, as its command does")
    public void revokeNamed(
            @Parameter(description = "What the lease is called.", example = SOME_ID) @PathParam("lease_id")
                    String leaseId) {
        leases.revoke(caller.get(), leaseId);
    }

    @PUT
    @Path("/revoke-prefix/{prefix: .+}")
    @Allow(Role.OPERATOR)
    @Operation(summary = "Revoke all leases whose names begin so: of a provider, or of a node of it")
    public void revokePrefix(
            @Parameter(description = "A provider, or a provider and a node.", example = "anthropic/node-a")
                    @PathParam("prefix")
                    String prefix) {
        leases.revokeAll(caller.get(), VaultPrefix.of(prefix));
    }

    @GET
    @Path("/lookup")
    @Allow(Role.VIEWER)
    @Operation(summary = "List the providers that there are leases for; Vault's clients ask with list=true")
    public VaultAnswer listAll() {
        return list("");
    }

    @GET
    @Path("/lookup/{prefix: .+}")
    @Allow(Role.VIEWER)
    @Operation(summary = "List the nodes of a provider that have leases, or a node's leases")
    public VaultAnswer list(
            @Parameter(description = "A provider, or a provider and a node.", example = "anthropic/")
                    @PathParam("prefix")
                    String prefix) {
        return listed(prefix);
    }

    /** Vault's own verb for it. */
    @Listing
    @Path("/lookup/{prefix: .*}")
    @Allow(Role.VIEWER)
    @Operation(hidden = true)
    public VaultAnswer listByVerb(@PathParam("prefix") String prefix) {
        return listed(prefix);
    }

    private VaultAnswer listed(String prefix) {
        List<String> names = leases.list(caller.get(), VaultPrefix.of(prefix));
        if (names.isEmpty()) {
            throw new NothingListed();
        }
        return VaultAnswer.list(Ids.next(), names);
    }
}
