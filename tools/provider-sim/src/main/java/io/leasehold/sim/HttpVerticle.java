package io.leasehold.sim;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.Handler;
import io.vertx.core.Promise;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.util.concurrent.atomic.AtomicInteger;

/** One event loop's share of the listening port. */
final class HttpVerticle extends AbstractVerticle {
    private final HttpServerOptions options;
    private final Handler<HttpServerRequest> handler;
    private final AtomicInteger boundPort;

    /** @param boundPort is told the port */
    HttpVerticle(HttpServerOptions options, Handler<HttpServerRequest> handler, AtomicInteger boundPort) {
        this.options = options;
        this.handler = handler;
        this.boundPort = boundPort;
    }

    @Override
    public void start(Promise<Void> started) {
        vertx.createHttpServer(options)
                .requestHandler(handler)
                .listen()
                .onSuccess(server -> boundPort.set(server.actualPort()))
                .<Void>mapEmpty()
                .onComplete(started);
    }
}
