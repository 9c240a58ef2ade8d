package io.leasehold.gateway.server;

import io.leasehold.contracts.ProblemType;
import io.leasehold.gateway.admission.Refused;
import io.leasehold.kit.json.Json;
import io.leasehold.providers.dialect.Dialect;
import io.leasehold.providers.dialect.ErrorAnswer;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.UUID;

/** Answers of the gateway's own. */
final class Answers {
    private static final long CLOSE_AFTER_MILLIS = 5_000;

    private final Vertx vertx;

    Answers(Vertx vertx) {
        this.vertx = vertx;
    }

    /** Answers in the provider's form. @return the error type in the provider's words */
    String refuse(HttpServerRequest request, Dialect dialect, Refused refused, UUID requestId) {
        ErrorAnswer answer = dialect.error(refused.reason(), refused.explanation(), requestId.toString());
        HttpServerResponse response = request.response();
        response.setStatusCode(answer.status()).putHeader("x-request-id", requestId.toString());
        answer.headers().forEach(response::putHeader);
        if (refused.retryAfter() != null) {
            response.putHeader(
                    "retry-after", String.valueOf(refused.retryAfter().toSeconds()));
        }
        end(request, Buffer.buffer(answer.body()));
        return answer.type();
    }

    /** For a path that belongs to no provider, and so to no dialect. */
    void notFound(HttpServerRequest request, String detail) {
        ProblemType type = ProblemType.NOT_FOUND;
        var problem = Json.events()
                .createObjectNode()
                .put("type", type.uri().toString())
                .put("title", "Not Found")
                .put("status", type.status())
                .put("detail", detail);
        request.response().setStatusCode(type.status()).putHeader("content-type", "application/problem+json");
        end(request, Buffer.buffer(problem.toString()));
    }

    /** A body that is still on its way is read past for a while, so that the client gets to see the answer. */
    private void end(HttpServerRequest request, Buffer body) {
        if (request.isEnded()) {
            request.response().end(body);
            return;
        }
        request.response().putHeader("connection", "close").end(body);
        request.resume();
        vertx.setTimer(CLOSE_AFTER_MILLIS, late -> request.connection().close());
    }
}
