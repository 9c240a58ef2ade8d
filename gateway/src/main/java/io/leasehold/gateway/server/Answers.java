package io.leasehold.gateway.server;

import io.leasehold.contracts.ProblemType;
import io.leasehold.gateway.admission.Refused;
import io.leasehold.kit.id.Ids;
import io.leasehold.kit.json.Json;
import io.leasehold.providers.dialect.Dialect;
import io.leasehold.providers.dialect.ErrorAnswer;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.UUID;
import java.util.function.BooleanSupplier;

/** Answers of the gateway's own. */
final class Answers {
    /** HTTP/2's word for an end that nobody is to blame for. */
    private static final long NO_ERROR = 0;

    private static final long CLOSE_AFTER_MILLIS = 5_000;

    /** Less to read than a new connection costs. */
    private static final long SHORT_BODY = 64 * 1024;

    private final Vertx vertx;
    private final BooleanSupplier leaving;

    /** @param leaving whether clients should look for another gateway */
    Answers(Vertx vertx, BooleanSupplier leaving) {
        this.vertx = vertx;
        this.leaving = leaving;
    }

    /** Before an answer's head is sent, of whoever's making: its connection may not be wanted for another request. */
    void takeLeave(HttpServerRequest request) {
        if (leaving.getAsBoolean()) {
            endAfter(request);
        }
    }

    /** HTTP/2 has no such header: its connection says that it takes no more, and ends with what is under way on it. */
    private static void endAfter(HttpServerRequest request) {
        if (BodyLength.isHttp2(request)) {
            request.connection().goAway(NO_ERROR);
        } else {
            request.response().putHeader("connection", "close");
        }
    }

    /** Answers in the provider's form. @return the error type in the provider's words */
    String refuse(HttpServerRequest request, Dialect dialect, Refused refused, UUID requestId) {
        ErrorAnswer answer = dialect.error(refused.reason(), refused.explanation(), requestId.toString());
        HttpServerResponse response = request.response();
        takeLeave(request);
        response.setStatusCode(answer.status());
        OwnHeaders.requestId(response, requestId);
        OwnHeaders.room(response, refused.room());
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
        end(request, problem(request, ProblemType.NOT_FOUND, "Not Found", detail));
    }

    /** For a request of which nobody can say where it ends: nothing that comes after it can be trusted either. */
    void badlyFramed(HttpServerRequest request) {
        mistrust(request, "Send the body with a content-length, or in chunks and with no other transfer coding.");
    }

    /** For one with a header that would be several where it is going. */
    void brokenHeader(HttpServerRequest request) {
        mistrust(request, "Send no line breaks in headers.");
    }

    private static void mistrust(HttpServerRequest request, String detail) {
        Buffer body = problem(request, ProblemType.INVALID_REQUEST, "Bad Request", detail);
        endAfter(request);
        request.response().end(body);
        request.connection().close();
    }

    private static Buffer problem(HttpServerRequest request, ProblemType type, String title, String detail) {
        var problem = Json.events()
                .createObjectNode()
                .put("type", type.uri().toString())
                .put("title", title)
                .put("status", type.status())
                .put("detail", detail);
        request.response().setStatusCode(type.status()).putHeader("content-type", "application/problem+json");
        OwnHeaders.requestId(request.response(), Ids.next());
        return Buffer.buffer(problem.toString());
    }

    /** A body that is still on its way is read past for a while, so that the client gets to see the answer. */
    private void end(HttpServerRequest request, Buffer body) {
        long length = BodyLength.of(request);
        boolean worthReading = length >= 0 && length <= SHORT_BODY && !BodyLength.awaitsContinue(request);
        if (request.isEnded() || length == 0) {
            request.response().end(body);
            request.resume();
        } else if (worthReading) {
            request.response().end(body);
            request.resume();
            closeUnlessEnded(request);
        } else if (BodyLength.isHttp2(request)) {
            request.response().end(body);
            request.resume();
            vertx.setTimer(CLOSE_AFTER_MILLIS, late -> {
                if (!request.isEnded()) {
                    request.response().reset(NO_ERROR);
                }
            });
        } else {
            request.response().putHeader("connection", "close").end(body);
            request.endHandler(over -> request.connection().close());
            request.resume();
            closeUnlessEnded(request);
        }
    }

    private void closeUnlessEnded(HttpServerRequest request) {
        vertx.setTimer(CLOSE_AFTER_MILLIS, late -> {
            if (!request.isEnded()) {
                request.connection().close();
            }
        });
    }
}
