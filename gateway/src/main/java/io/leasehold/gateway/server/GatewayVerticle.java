package io.leasehold.gateway.server;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.Promise;
import io.vertx.core.http.HttpServerOptions;
import java.util.function.Function;

/** The server on one event loop; connections are spread over all of them. */
final class GatewayVerticle extends AbstractVerticle {
    private static final int LONGEST_REQUEST_LINE = 8 * 1024;

    private final ServerConfig config;
    private final Function<GatewayVerticle, Front> front;

    GatewayVerticle(ServerConfig config, Function<GatewayVerticle, Front> front) {
        this.config = config;
        this.front = front;
    }

    @Override
    public void start(Promise<Void> started) {
        vertx.createHttpServer(options())
                .requestHandler(front.apply(this))
                .listen()
                .<Void>mapEmpty()
                .onComplete(started);
    }

    private HttpServerOptions options() {
        return new HttpServerOptions()
                .setHost(config.host())
                .setPort(config.port())
                .setMaxInitialLineLength(LONGEST_REQUEST_LINE)
                .setMaxHeaderSize((int) config.maxHeaderSize().asLongValue())
                .setIdleTimeout((int) config.idleTimeout().toSeconds())
                .setHttp2ClearTextEnabled(false)
                // No provider is called by WebSocket here, and looking out for one costs every message.
                .setPerFrameWebSocketCompressionSupported(false)
                .setPerMessageWebSocketCompressionSupported(false)
                .setTcpNoDelay(true);
    }
}
