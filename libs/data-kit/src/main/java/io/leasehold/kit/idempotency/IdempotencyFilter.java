package io.leasehold.kit.idempotency;

import io.leasehold.contracts.ProblemType;
import io.leasehold.kit.caller.Caller;
import io.leasehold.kit.caller.CurrentCaller;
import io.leasehold.kit.database.Database;
import io.leasehold.kit.id.Ids;
import io.leasehold.kit.problem.ConflictProblem;
import io.leasehold.kit.problem.InvalidRequestProblem;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

/**
 * Claims a call with an {@code Idempotency-Key} before its method runs, and answers in its place what is known already.
 * A call that fails gives its claim back, so that a retry is a first try; one that dies with its process loses it after a
 * while.
 */
class IdempotencyFilter {
    static final String HEADER = "Idempotency-Key";
    static final Duration ABANDONED_AFTER = Duration.ofMinutes(2);

    private static final Logger LOG = Logger.getLogger(IdempotencyFilter.class);
    static final int MAX_LENGTH = 255;

    private final Idempotency idempotency;
    private final Fingerprints fingerprints;
    private final CurrentCaller caller;
    private final Database database;
    private final Clock clock;

    @Inject
    IdempotencyFilter(
            Idempotency idempotency, Fingerprints fingerprints, CurrentCaller caller, Database database, Clock clock) {
        this.idempotency = idempotency;
        this.fingerprints = fingerprints;
        this.caller = caller;
        this.database = database;
        this.clock = clock;
    }

    @ServerRequestFilter(priority = Priorities.USER)
    public @Nullable Response claim(ContainerRequestContext request, ResourceInfo resource) throws IOException {
        String key = request.getHeaderString(HEADER);
        if (key == null || !resource.getResourceMethod().isAnnotationPresent(Idempotent.class)) {
            return null;
        }
        if (key.isBlank() || key.length() > MAX_LENGTH) {
            throw new InvalidRequestProblem(HEADER, "must have 1 to " + MAX_LENGTH + " characters");
        }
        IdempotentCall call = call(caller.get(), key, fingerprint(request));
        Instant now = clock.instant();
        KeptAnswer known = database.inWorkspace(
                call.workspaceId(),
                handle -> IdempotencyStore.claim(handle, call, now, now.minus(ABANDONED_AFTER))
                        ? null
                        : IdempotencyStore.find(handle, call).orElseThrow(IdempotencyFilter::stillRunning));
        if (known == null) {
            idempotency.begin(call);
            return null;
        }
        return answer(call, known);
    }

    private static IdempotentCall call(Caller caller, String key, byte[] fingerprint) {
        return new IdempotentCall(
                caller.workspaceId(), caller.issuer() + " " + caller.subject(), key, fingerprint, Ids.next());
    }

    /** Null where the method itself answers, knowing what it did before. */
    private @Nullable Response answer(IdempotentCall call, KeptAnswer known) {
        if (!call.isSameRequest(known.fingerprint())) {
            throw new ConflictProblem(
                    ProblemType.IDEMPOTENCY_KEY_REUSED,
                    "This Idempotency-Key was used for another request. Use a new key for each request.");
        }
        if (!known.finished()) {
            throw stillRunning();
        }
        UUID resourceId = known.resourceId();
        if (resourceId != null) {
            idempotency.repeat(resourceId);
            return null;
        }
        Integer status = known.status();
        return Response.status(status == null ? Response.Status.OK.getStatusCode() : status)
                .location(known.location() == null ? null : URI.create(known.location()))
                .type(MediaType.APPLICATION_JSON)
                .entity(known.body())
                .build();
    }

    private static ConflictProblem stillRunning() {
        return new ConflictProblem(
                ProblemType.STILL_RUNNING,
                "The first request with this Idempotency-Key is still running. Try again in a few seconds.");
    }

    @ServerResponseFilter
    public void release(ContainerResponseContext response, ResourceInfo resource) {
        idempotency.claimed().ifPresent(call -> {
            boolean unfinished =
                    database.inWorkspace(call.workspaceId(), handle -> IdempotencyStore.release(handle, call));
            if (unfinished && response.getStatus() < 300) {
                LOG.errorf(
                        "an idempotent method kept no answer, a retry repeats its effect method=%s",
                        resource.getResourceMethod().getName());
            }
        });
    }

    /** The body is read here, at most as large as the server lets it be, and put back. */
    private byte[] fingerprint(ContainerRequestContext request) throws IOException {
        byte[] body = request.getEntityStream().readAllBytes();
        request.setEntityStream(new ByteArrayInputStream(body));
        return fingerprints.of(request.getUriInfo().getPath(), body);
    }
}
