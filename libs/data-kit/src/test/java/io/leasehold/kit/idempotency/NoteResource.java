package io.leasehold.kit.idempotency;

import io.leasehold.kit.caller.Allow;
import io.leasehold.kit.caller.CurrentCaller;
import io.leasehold.kit.caller.Role;
import io.leasehold.kit.problem.InvalidRequestProblem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestResponse;

/** Adds notes, with an answer that is kept, and with one that is made anew because it holds a secret. */
@Path("/notes")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class NoteResource {
    private final NoteService notes;
    private final CurrentCaller caller;

    NoteResource(NoteService notes, CurrentCaller caller) {
        this.notes = notes;
        this.caller = caller;
    }

    record AddNoteRequest(@NotNull String text) {}

    record NoteAnswer(UUID id, String text) {}

    @POST
    @Allow(Role.OPERATOR)
    @Idempotent
    @APIResponseSchema(value = NoteAnswer.class, responseCode = "201")
    public RestResponse<NoteAnswer> add(@NotNull AddNoteRequest request) throws InterruptedException {
        if (request.text().equals("refused")) {
            throw new InvalidRequestProblem("text", "is refused");
        }
        NoteAnswer added = notes.add(caller.get().workspaceId(), request.text());
        return RestResponse.ResponseBuilder.<NoteAnswer>created(URI.create("/notes/" + added.id()))
                .entity(added)
                .build();
    }

    @POST
    @Path("secret")
    @Allow(Role.OPERATOR)
    @Idempotent
    public NoteAnswer addSecret(@NotNull AddNoteRequest request) {
        return notes.addSecret(caller.get().workspaceId(), request.text());
    }
}
