package io.leasehold.distribution.node;

import io.leasehold.contracts.NodeState;
import io.leasehold.kit.caller.Allow;
import io.leasehold.kit.caller.CurrentCaller;
import io.leasehold.kit.caller.Role;
import io.leasehold.kit.page.Page;
import io.leasehold.kit.page.PageRequest;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/nodes")
@Tag(name = "Nodes")
@RunOnVirtualThread
class NodeResource {
    private final NodeService nodes;
    private final NodeConfig config;
    private final CurrentCaller caller;

    NodeResource(NodeService nodes, NodeConfig config, CurrentCaller caller) {
        this.nodes = nodes;
        this.config = config;
        this.caller = caller;
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
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return nodes.list(caller.get(), new NodeFilter(state, text), PageRequest.of(limit, cursor))
                .map(NodeAnswer::of);
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
    @Operation(summary = "Say that the calling node is there; its first call enrols it")
    public HeartbeatAnswer heartbeat() {
        Node node = nodes.heartbeat(caller.get());
        return new HeartbeatAnswer(NodeAnswer.of(node), config.heartbeatEvery().toSeconds());
    }
}
