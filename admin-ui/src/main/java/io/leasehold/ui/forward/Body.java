package io.leasehold.ui.forward;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpServerRequest;
import java.math.BigInteger;

/** Streams a browser's body to a service and stops where it grows too large. */
final class Body {
    private final HttpServerRequest from;
    private final HttpClientRequest to;
    private final long limit;
    private final Promise<Void> sent = Promise.promise();
    private long seen;

    private Body(HttpServerRequest from, HttpClientRequest to, long limit) {
        this.from = from;
        this.to = to;
        this.limit = limit;
    }

    /** @return whether the length that the browser announces is within the limit; one that announces none may try */
    static boolean mayFit(HttpServerRequest request, long limit) {
        String length = request.getHeader("Content-Length");
        return length == null || new BigInteger(length).compareTo(BigInteger.valueOf(limit)) <= 0;
    }

    /** Fails with {@link RefusedCall} when the body turns out too large. */
    static Future<Void> stream(HttpServerRequest from, HttpClientRequest to, long limit) {
        return new Body(from, to, limit).start();
    }

    private Future<Void> start() {
        if (from.getHeader("Content-Length") == null) {
            to.setChunked(from.getHeader("Transfer-Encoding") != null);
        }
        from.exceptionHandler(sent::tryFail);
        to.exceptionHandler(sent::tryFail);
        from.handler(chunk -> {
            seen += chunk.length();
            if (seen > limit) {
                to.reset();
                sent.tryFail(RefusedCall.tooLarge(limit));
                return;
            }
            to.write(chunk);
            if (to.writeQueueFull()) {
                from.pause();
                to.drainHandler(drained -> from.resume());
            }
        });
        from.endHandler(ended -> to.end().onComplete(sent));
        from.resume();
        return sent.future();
    }
}
