package io.leasehold.distribution.watch;

import io.leasehold.distribution.node.NodeService;
import io.leasehold.kit.caller.Allow;
import io.leasehold.kit.caller.CurrentCaller;
import io.leasehold.kit.caller.Role;
import io.leasehold.kit.problem.InvalidRequestProblem;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Instant;
import org.eclipse.microprofile.jwt.Claims;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/watch")
@Tag(name = "Nodes")
@Blocking
class WatchResource {
    private final WatchFeed feed;
    private final NodeService nodes;
    private final CurrentCaller caller;
    private final SecurityIdentity identity;

    WatchResource(WatchFeed feed, NodeService nodes, CurrentCaller caller, SecurityIdentity identity) {
        this.feed = feed;
        this.nodes = nodes;
        this.caller = caller;
        this.identity = identity;
    }

    @GET
    @Allow(Role.NODE)
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @ResponseHeader(name = "Cache-Control", value = "no-store")
    @ResponseHeader(name = "X-Accel-Buffering", value = "no")
    @Operation(
            summary = "What the calling node should know, as it comes",
            description =
                    "Events `lease_draining` (a direct lease: ask again for the secret that works, or for another lease where its "
                            + "key is nearly at a limit), `lease_active`, `lease_moved`, `lease_revoked`, `limits_changed`, `policy_changed` and `node_removed`, each with "
                            + "JSON that names what it is about, and `watching` at the beginning. After a cut, send the last id seen as "
                            + "`Last-Event-ID`: what was missed comes first, or `reset` where that is not known any more. A node that listens "
                            + "need not send heartbeats. The stream ends when the token expires.")
    public Multi<OutboundSseEvent> watch(
            @Parameter(
                            description =
                                    "The id of the last event seen, to go on after it; what is new where left out",
                            example = "4711")
                    @HeaderParam("Last-Event-ID")
                    @Nullable
                    String lastEventId,
            @Context Sse sse) {
        long after = positionOf(lastEventId);
        return feed.subscribe(nodes.require(caller.get()), after, until()).map(message -> event(sse, message));
    }

    private Instant until() {
        Object expires = identity.getPrincipal() instanceof JsonWebToken token
                ? token.claim(Claims.exp).orElse(null)
                : null;
        return expires instanceof Number seconds ? Instant.ofEpochSecond(seconds.longValue()) : Instant.MAX;
    }

    private static long positionOf(@Nullable String lastEventId) {
        if (lastEventId == null || lastEventId.isBlank()) {
            return Watcher.FROM_NOW;
        }
        try {
            return Math.max(0, Long.parseLong(lastEventId.strip()));
        } catch (NumberFormatException foreign) {
            throw new InvalidRequestProblem("Last-Event-ID", "is none of ours; leave it out to begin with what is new");
        }
    }

    private static OutboundSseEvent event(Sse sse, WatchMessage message) {
        return switch (message) {
            case WatchMessage.Comment comment ->
                sse.newEventBuilder().comment(comment.text()).build();
            case WatchMessage.Event event ->
                sse.newEventBuilder()
                        .id(Long.toString(event.position()))
                        .name(event.name())
                        .mediaType(MediaType.TEXT_PLAIN_TYPE)
                        .data(event.data())
                        .build();
        };
    }
}
