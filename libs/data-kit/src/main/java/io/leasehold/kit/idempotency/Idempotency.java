package io.leasehold.kit.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.leasehold.contracts.ProblemType;
import io.leasehold.kit.problem.ConflictProblem;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * What a service does so that its call may come again. All of it does nothing where the call has no
 * {@code Idempotency-Key}.
 */
@RequestScoped
public class Idempotency {
    private final ObjectMapper json;
    private final Clock clock;
    private @Nullable IdempotentCall claimed;
    private @Nullable UUID keptId;

    Idempotency(ObjectMapper json, Clock clock) {
        this.json = json;
        this.clock = clock;
    }

    /**
     * Keeps the answer for a retry. To be called in the transaction of the effect, so that both are there or none.
     *
     * @param handle a transaction in the caller's workspace, or one of the system's
     * @param location of what was made; null where the answer names none
     * @param answer is written as JSON; holds no secret and no token
     * @throws ConflictProblem when this attempt took so long that a later one began; the transaction must be rolled back
     */
    public void keep(Handle handle, Response.Status status, @Nullable URI location, Object answer) {
        if (claimed != null) {
            finish(
                    handle,
                    claimed,
                    status.getStatusCode(),
                    location == null ? null : location.toString(),
                    write(answer),
                    null);
        }
    }

    /** Keeps only what the answer is about, for an answer with a secret in it: a retry finds {@link #keptId} and answers anew. */
    public void keepId(Handle handle, UUID resourceId) {
        if (claimed != null) {
            finish(handle, claimed, null, null, null, resourceId);
        }
    }

    /** What {@link #keepId} kept when this call came before; its effect is there already. */
    public Optional<UUID> keptId() {
        return Optional.ofNullable(keptId);
    }

    /** Whether the call has an {@code Idempotency-Key}. */
    public boolean isUsed() {
        return claimed != null || keptId != null;
    }

    void begin(IdempotentCall call) {
        claimed = call;
    }

    void repeat(UUID resourceId) {
        keptId = resourceId;
    }

    Optional<IdempotentCall> claimed() {
        return Optional.ofNullable(claimed);
    }

    private void finish(
            Handle handle,
            IdempotentCall call,
            @Nullable Integer status,
            @Nullable String location,
            @Nullable String body,
            @Nullable UUID resourceId) {
        if (!IdempotencyStore.finish(handle, call, clock.instant(), status, location, body, resourceId)) {
            throw new ConflictProblem(
                    ProblemType.STILL_RUNNING,
                    "A later attempt with the same Idempotency-Key is under way. Nothing was changed by this one.");
        }
    }

    private String write(Object answer) {
        try {
            return json.writeValueAsString(answer);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("An answer of ours can't be written as JSON", impossible);
        }
    }
}
