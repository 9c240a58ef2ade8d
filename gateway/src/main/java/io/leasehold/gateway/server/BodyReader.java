package io.leasehold.gateway.server;

import io.leasehold.gateway.admission.Refused;
import io.leasehold.gateway.memory.ByteBudget;
import io.leasehold.providers.dialect.Refusal;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.Arrays;

/**
 * Reads one request's body whole, within a size, a time and what all bodies together may take. What counts is the memory
 * that is taken, not what has come of it. Event loop only.
 */
final class BodyReader {
    private static final byte[] NOTHING = {};

    /** Room for the first bytes of a body that may become larger. */
    private static final int FIRST_SIZE = 16 * 1024;

    private static final Duration SOON = Duration.ofSeconds(1);

    private final HttpServerRequest request;
    private final ServerConfig config;
    private final ByteBudget budget;
    private final Deadlines deadlines;
    private final Promise<RequestBody> promise = Promise.promise();
    private final long declared;
    private byte[] bytes = NOTHING;
    private int length;

    BodyReader(HttpServerRequest request, ServerConfig config, ByteBudget budget, Deadlines deadlines) {
        this.request = request;
        this.config = config;
        this.budget = budget;
        this.deadlines = deadlines;
        this.declared = BodyLength.of(request);
    }

    /** Fails with {@link Refused}; what was taken from the budget until then is given back. */
    Future<RequestBody> read() {
        if (declared == 0) {
            request.resume();
            return Future.succeededFuture(new RequestBody(NOTHING, 0, budget));
        }
        if (declared > config.maxBodySize().asLongValue()) {
            return Future.failedFuture(tooLarge());
        }
        Deadlines.Deadline deadline = deadlines.begin(() -> fail(tooSlow()));
        request.handler(this::append);
        request.endHandler(over -> promise.tryComplete(new RequestBody(bytes, length, budget)));
        request.exceptionHandler(failure -> fail(brokenOff()));
        if (BodyLength.awaitsContinue(request)) {
            request.response().writeContinue();
        }
        request.resume();
        return promise.future().onComplete(done -> deadline.isMet());
    }

    private void append(Buffer chunk) {
        if (promise.future().isComplete()) {
            return;
        }
        if (length + (long) chunk.length() > config.maxBodySize().asLongValue()) {
            fail(tooLarge());
        } else if (!makeRoom(length + chunk.length())) {
            fail(noRoom());
        } else {
            chunk.getBytes(bytes, length);
            length += chunk.length();
        }
    }

    private boolean makeRoom(int needed) {
        if (needed <= bytes.length) {
            return true;
        }
        int size = size(needed);
        if (!budget.take(size - bytes.length)) {
            return false;
        }
        bytes = Arrays.copyOf(bytes, size);
        return true;
    }

    /** Grows with what has come, since a client may declare much and send little; but never beyond what it declared. */
    private int size(int needed) {
        int generous = Math.max(Math.max(needed, FIRST_SIZE), bytes.length + (bytes.length >> 1));
        return declared >= needed ? (int) Math.min(declared, generous) : generous;
    }

    private void fail(Refused reason) {
        if (promise.tryFail(reason)) {
            budget.give(bytes.length);
            bytes = NOTHING;
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

    private static Refused brokenOff() {
        return new Refused(Refusal.BAD_REQUEST, "The request's body broke off or is badly framed.");
    }
}
