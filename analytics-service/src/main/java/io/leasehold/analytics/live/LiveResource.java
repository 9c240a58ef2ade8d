package io.leasehold.analytics.live;

import io.leasehold.analytics.visible.VisibleTraffic;
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
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/live")
@Tag(name = "Live")
@Blocking
class LiveResource {
    private final LiveFeed feed;
    private final CurrentCaller caller;
    private final SecurityIdentity identity;

    LiveResource(LiveFeed feed, CurrentCaller caller, SecurityIdentity identity) {
        this.feed = feed;
        this.caller = caller;
        this.identity = identity;
    }

    @GET
    @Allow(value = Role.VIEWER, inDomain = Role.VIEWER)
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @ResponseHeader(name = "Cache-Control", value = "no-store")
    @ResponseHeader(name = "X-Accel-Buffering", value = "no")
    @Operation(
            summary = "Requests and figures as they come",
            description = "Events `request` (one per request, a `LiveRequest`) and `stats` (the sums of the last 24 "
                    + "hours, `Totals`, four times a second at most). After a cut, send the last id seen as `Last-Event-ID`: nothing is lost or told "
                    + "twice, whichever replica answers. The stream ends when the token expires, and that of an API token after a minute. "
                    + "Whose role is for some domains only is told what went to those.")
    public Multi<OutboundSseEvent> live(
            @Parameter(
                            description =
                                    "The id of the last event seen, to go on after it; what is new where left out",
                            example = "4711")
                    @HeaderParam("Last-Event-ID")
                    @Nullable
                    String lastEventId,
            @Context Sse sse) {
        VisibleTraffic traffic = VisibleTraffic.of(caller.get());
        Instant until = Instant.ofEpochSecond(((JsonWebToken) identity.getPrincipal()).getExpirationTime());
        return feed.subscribe(traffic, positionOf(lastEventId), until).map(message -> event(sse, message));
    }

    private static long positionOf(@Nullable String lastEventId) {
        if (lastEventId == null || lastEventId.isBlank()) {
            return Subscriber.FROM_NOW;
        }
        try {
            return Math.max(Subscriber.FROM_NOW, Long.parseLong(lastEventId.strip()));
        } catch (NumberFormatException foreign) {
            throw new InvalidRequestProblem("Last-Event-ID", "is none of ours; leave it out to begin with what is new");
        }
    }

    private static OutboundSseEvent event(Sse sse, LiveMessage message) {
        return switch (message) {
            case LiveMessage.Comment comment ->
                sse.newEventBuilder().comment(comment.text()).build();
            case LiveMessage.Event event ->
                sse.newEventBuilder()
                        .id(Long.toString(event.position()))
                        .name(event.name())
                        .mediaType(MediaType.TEXT_PLAIN_TYPE)
                        .data(event.json())
                        .build();
        };
    }
}
