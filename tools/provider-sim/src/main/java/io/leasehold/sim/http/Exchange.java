package io.leasehold.sim.http;

import io.leasehold.sim.format.Json;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One call being answered. Belongs to the event loop that accepted it. */
public final class Exchange {
    private static final String BEARER = "Bearer ";

    private final HttpServerRequest request;
    private final long serial;
    private final Map<String, String> variables;
    private @Nullable Runnable instead;

    Exchange(HttpServerRequest request, long serial, Map<String, String> variables) {
        this.request = request;
        this.serial = serial;
        this.variables = variables;
    }

    /** The number from which the ids of this call are spelled. */
    public long serial() {
        return serial;
    }

    public HttpServerRequest request() {
        return request;
    }

    public HttpServerResponse response() {
        return request.response();
    }

    public @Nullable String header(String name) {
        return request.getHeader(name);
    }

    /** What stands behind {@code Authorization: Bearer}. */
    public Optional<String> bearer() {
        return Optional.ofNullable(header("authorization"))
                .filter(value -> value.startsWith(BEARER))
                .map(value -> value.substring(BEARER.length()));
    }

    /** Whether the route names such a part of the path. */
    public boolean has(String name) {
        return variables.containsKey(name);
    }

    /** A part of the path that the route names in braces. */
    public String variable(String name) {
        String value = variables.get(name);
        if (value == null) {
            throw new IllegalArgumentException("the route has no variable " + name);
        }
        return value;
    }

    public Query query() {
        return new Query(request.params());
    }

    /** Does this in place of the answer, once it is there. */
    public void instead(Runnable other) {
        instead = other;
    }

    /** Ends the call without an answer. */
    public void drop() {
        request.connection().close();
    }

    public void json(int status, Object body) {
        json(status, Buffer.buffer(Json.bytes(body)));
    }

    /** Answers 204. */
    public void nothing() {
        request.response().setStatusCode(204).end();
    }

    /** Answers with JSON that is written already. Does nothing when the caller is gone. */
    public void json(int status, Buffer body) {
        Runnable other = instead;
        if (other != null) {
            instead = null;
            other.run();
            return;
        }
        HttpServerResponse response = request.response();
        if (response.closed() || response.ended()) {
            return;
        }
        response.setStatusCode(status).putHeader("content-type", "application/json");
        response.end(body);
    }
}
