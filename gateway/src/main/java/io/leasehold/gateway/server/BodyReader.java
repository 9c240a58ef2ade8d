package io.leasehold.gateway.server;

import io.leasehold.gateway.admission.Refused;
import io.leasehold.providers.dialect.Refusal;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.Arrays;

/** Reads one request's body whole, within a size, a time and what all bodies together may take. Event loop only. */
final class BodyReader {
    private static final int FIRST_SIZE = 4 * 1024;
    private static final int LARGEST_FIRST_SIZE = 64 * 1024;
    private static final Duration SOON = Duration.ofSeconds(1);

    private final HttpServerRequest request;
    private final ServerConfig config;
    private final ByteBudget budget;
    private final Vertx vertx;
    private final Promise<RequestBody> promise = Promise.promise();
    private byte[] bytes = new byte[0];
    private int length;

    BodyReader(HttpServerRequest request, ServerConfig config, ByteBudget budget, Vertx vertx) {
        this.request = request;
        this.config = config;
        this.budget = budget;
        this.vertx = vertx;
    }

    /** Fails with {@link Refused}; what came until then is given back to the budget. */
    Future<RequestBody> read() {
        long declared = declaredLength();
        if (declared > config.maxBodySize().asLongValue()) {
            return Future.failedFuture(tooLarge());
        }
        bytes = new byte[Math.clamp(declared, declared == 0 ? 0 : FIRST_SIZE, LARGEST_FIRST_SIZE)];
        long timer = vertx.setTimer(config.bodyTimeout().toMillis(), late -> fail(tooSlow()));
        request.handler(this::append);
        request.endHandler(over -> promise.tryComplete(new RequestBody(bytes, length, budget)));
        request.exceptionHandler(failure -> fail(failure));
        request.resume();
        return promise.future().onComplete(done -> vertx.cancelTimer(timer));
    }

    /** -1 for a body in chunks. */
    private long declaredLength() {
        String declared = request.getHeader("content-length");
        return declared != null ? Long.parseLong(declared) : request.getHeader("transfer-encoding") == null ? 0 : -1;
    }

    private void append(Buffer chunk) {
        if (promise.future().isComplete()) {
            return;
        }
        if (length + (long) chunk.length() > config.maxBodySize().asLongValue()) {
            fail(tooLarge());
        } else if (!budget.take(chunk.length())) {
            fail(noRoom());
        } else {
            ensureCapacity(length + chunk.length());
            chunk.getBytes(bytes, length);
            length += chunk.length();
        }
    }

    private void ensureCapacity(int needed) {
        if (needed > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(needed, bytes.length + (bytes.length >> 1)));
        }
    }

    private void fail(Throwable failure) {
        if (promise.tryFail(failure)) {
            budget.give(length);
            bytes = new byte[0];
        }
    }

    private Refused tooLarge() {
        return new Refused(
                Refusal.TOO_LARGE,
                "The request is larger than %d bytes."
                        .formatted(config.maxBodySize().asLongValue()));
    }

    private static Refused noRoom() {
        return new Refused(Refusal.UNAVAILABLE, "Too many large requests at a time. Try again.", SOON);
    }

    private static Refused tooSlow() {
        return new Refused(Refusal.BAD_REQUEST, "The request's body did not come in time.");
    }
}
