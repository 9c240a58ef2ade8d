package io.leasehold.collector.pool;

import com.fasterxml.jackson.databind.JsonNode;
import io.leasehold.contracts.ProblemType;
import io.leasehold.kit.json.Json;
import io.leasehold.kit.problem.UnavailableProblem;
import jakarta.inject.Singleton;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/**
 * Changes the pool in a caller's name: key-service alone writes secrets, and it asks whether the caller may. What it
 * refuses is told as it told it, as a {@link PoolRefusedProblem}.
 */
@Singleton
public class KeyPool {
    private static final String SERVICE = "key-service";

    private final KeyPoolClient keys;

    KeyPool(@RestClient KeyPoolClient keys) {
        this.keys = keys;
    }

    /** @param idempotencyKey the same for a retry */
    public PoolKey add(CallersToken caller, String idempotencyKey, NewKey key) {
        return call(() -> keys.add(caller.authorization(), caller.workspace(), idempotencyKey, key), PoolKey.class);
    }

    /** Can be repeated. */
    public void replaceSecret(CallersToken caller, String key, NewSecret secret) {
        call(() -> keys.replaceSecret(caller.authorization(), caller.workspace(), key, secret), JsonNode.class);
    }

    /** Can be repeated; also for a key that has ended. */
    public void revoke(CallersToken caller, String key, String reason) {
        call(
                () -> keys.revoke(
                        caller.authorization(), caller.workspace(), key, Map.of("force", true, "reason", reason)),
                JsonNode.class);
    }

    /** The key that has this secret. */
    public Optional<PoolKey> find(CallersToken caller, String secret) {
        try {
            return Optional.of(call(
                    () -> keys.find(caller.authorization(), caller.workspace(), Map.of("secret", secret)),
                    PoolKey.class));
        } catch (PoolRefusedProblem refused) {
            if (refused.type() == ProblemType.NOT_FOUND) {
                return Optional.empty();
            }
            throw refused;
        }
    }

    private static <T> T call(Supplier<Response> call, Class<T> type) {
        try (Response response = answer(call)) {
            String body = response.readEntity(String.class);
            if (response.getStatusInfo().getFamily() != Status.Family.SUCCESSFUL) {
                throw refused(response.getStatus(), body);
            }
            return Json.events().readValue(body, type);
        } catch (ProcessingException | IOException noAnswer) {
            throw new UnavailableProblem(SERVICE, noAnswer);
        }
    }

    /** A refusal is an answer, too. */
    private static Response answer(Supplier<Response> call) {
        try {
            return call.get();
        } catch (WebApplicationException refused) {
            return refused.getResponse();
        }
    }

    private static PoolRefusedProblem refused(int status, String body) {
        JsonNode problem = problem(body);
        String detail = problem.path("detail").asText("");
        return new PoolRefusedProblem(
                typeOf(problem.path("type").asText(""), status),
                detail.isEmpty() ? "key-service answered with status " + status + "." : detail);
    }

    private static JsonNode problem(String body) {
        try {
            return Json.events().readTree(body);
        } catch (IOException foreign) {
            return Json.events().nullNode();
        }
    }

    private static ProblemType typeOf(String uri, int status) {
        return Arrays.stream(ProblemType.values())
                .filter(type -> type.uri().toString().equals(uri))
                .findFirst()
                .orElse(status < 500 ? ProblemType.CONFLICT : ProblemType.DEPENDENCY_UNAVAILABLE);
    }
}
