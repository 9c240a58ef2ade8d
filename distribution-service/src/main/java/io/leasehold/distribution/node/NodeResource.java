package io.leasehold.distribution.node;

import io.leasehold.contracts.NodeState;
import io.leasehold.kit.caller.Allow;
import io.leasehold.kit.caller.CurrentCaller;
import io.leasehold.kit.caller.Role;
import io.leasehold.kit.page.Page;
import io.leasehold.kit.page.PageRequest;
import io.leasehold.kit.problem.InvalidRequestProblem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/nodes")
@Tag(name = "Nodes")
@RunOnVirtualThread
class NodeResource {
    private static final String NODE_ID = "The id of the node.";
    private static final String SOME_ID = "0199f0a2-5c1e-7bd0-9f1c-2d3e4f5a6b7c";

    private final NodeService nodes;
    private final NodeConfig config;
    private final CurrentCaller caller;
    private final Clock clock;

    NodeResource(NodeService nodes, NodeConfig config, CurrentCaller caller, Clock clock) {
        this.nodes = nodes;
        this.config = config;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @Allow(value = Role.VIEWER, inDomain = Role.VIEWER)
    @Operation(
            summary = "List nodes, the oldest first",
            description = "Whose role is for some domains only sees those that have, or had, a lease for one of them.")
    public Page<NodeAnswer> list(
            @Parameter(description = "Only nodes in this state.", example = "lost") @QueryParam("state") @Nullable
                    NodeState state,
            @Parameter(description = "Only nodes with this anywhere in their name.", example = "batch")
                    @QueryParam("text")
                    @Nullable
                    String text,
            @Parameter(description = "Only nodes with this label, as name=value.", example = "region=eu-1")
                    @QueryParam("label")
                    @Nullable
                    String label,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return nodes.list(caller.get(), filter(state, text, label), PageRequest.of(limit, cursor))
                .map(NodeAnswer::of);
    }

    private static NodeFilter filter(@Nullable NodeState state, @Nullable String text, @Nullable String label) {
        if (label == null) {
            return new NodeFilter(state, text, null, null);
        }
        int equals = label.indexOf('=');
        if (equals < 1) {
            throw new InvalidRequestProblem("label", "must be like region=eu-1");
        }
        return new NodeFilter(state, text, label.substring(0, equals), label.substring(equals + 1));
    }

    @GET
    @Path("/history")
    @Allow(Role.VIEWER)
    @Operation(
            summary = "What became of nodes in a time, the earliest first",
            description = "When nodes joined, were lost, came back and were removed: for marks in charts.")
    public Page<NodeEventAnswer> history(
            @Parameter(description = "From when on.", example = "2026-11-01T00:00:00Z") @QueryParam("from") @NotNull
                    Instant from,
            @Parameter(
                            description = "Until when, and not then; until now when left out.",
                            example = "2026-12-01T00:00:00Z")
                    @QueryParam("to")
                    @Nullable
                    Instant to,
            @Parameter(description = "Only of the node with this id.", example = SOME_ID) @QueryParam("node") @Nullable
                    UUID node,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return nodes.listEvents(
                        caller.get().workspaceId(),
                        from,
                        to == null ? clock.instant() : to,
                        node,
                        PageRequest.of(limit, cursor))
                .map(NodeEventAnswer::of);
    }

    @GET
    @Path("/{id}")
    @Allow(value = Role.VIEWER, inDomain = Role.VIEWER)
    @Operation(summary = "Show a node")
    public NodeAnswer get(
            @Parameter(description = "The id of the node.", example = "0199f0a2-5c1e-7bd0-9f1c-2d3e4f5a6b7c")
                    @PathParam("id")
                    UUID id) {
        return NodeAnswer.of(nodes.get(caller.get(), id));
    }

    @POST
    @Path("/heartbeat")
    @Allow(Role.NODE)
    @Operation(
            summary = "Say that the calling node is there; its first call enrols it",
            description = "Where an admin has to let it in first, the answer says pending until that is done.")
    public HeartbeatAnswer heartbeat(@RequestBody(required = false) @Valid @Nullable HeartbeatRequest request) {
        Node node = nodes.heartbeat(caller.get(), request == null ? null : request.labels());
        return new HeartbeatAnswer(NodeAnswer.of(node), config.heartbeatEvery().toSeconds());
    }

    @POST
    @Path("/{id}/approve")
    @Allow(Role.ADMIN)
    @Operation(summary = "Let in a node that waits, or that was removed")
    public NodeAnswer approve(@Parameter(description = NODE_ID, example = SOME_ID) @PathParam("id") UUID id) {
        return NodeAnswer.of(nodes.approve(caller.get(), id));
    }

    @POST
    @Path("/{id}/remove")
    @Allow(Role.ADMIN)
    @Operation(summary = "Turn a node away from now on, and revoke its leases")
    public NodeAnswer remove(
            @Parameter(description = NODE_ID, example = SOME_ID) @PathParam("id") UUID id,
            @NotNull @Valid RemoveNodeRequest request) {
        return NodeAnswer.of(nodes.remove(caller.get(), id, request.reason()));
    }

    @PUT
    @Path("/{id}/policy")
    @Allow(Role.ADMIN)
    @Operation(summary = "Say what a node may lease; leases that it has already stay")
    public NodeAnswer restrict(
            @Parameter(description = NODE_ID, example = SOME_ID) @PathParam("id") UUID id,
            @NotNull @Valid NodePolicyBody policy) {
        return NodeAnswer.of(nodes.restrict(caller.get(), id, policy.toPolicy()));
    }

    @DELETE
    @Path("/{id}/policy")
    @Allow(Role.ADMIN)
    @Operation(summary = "Let a node lease whatever there is again")
    public NodeAnswer unrestrict(@Parameter(description = NODE_ID, example = SOME_ID) @PathParam("id") UUID id) {
        return NodeAnswer.of(nodes.restrict(caller.get(), id, null));
    }
}
