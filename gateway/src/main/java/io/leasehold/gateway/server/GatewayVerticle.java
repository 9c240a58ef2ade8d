package io.leasehold.gateway.server;

import io.leasehold.gateway.metric.GatewayMetrics;
import io.leasehold.gateway.quiet.QuietConnections;
import io.vertx.core.AbstractVerticle;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.util.function.Function;

/** The server on one event loop; connections are spread over all of them. */
final class GatewayVerticle extends AbstractVerticle {
    private static final int LONGEST_REQUEST_LINE = 8 * 1024;

    private final ServerConfig config;
    private final GatewayMetrics metrics;
    private final Function<GatewayVerticle, Front> front;

    GatewayVerticle(ServerConfig config, GatewayMetrics metrics, Function<GatewayVerticle, Front> front) {
        this.config = config;
        this.metrics = metrics;
        this.front = front;
    }

    @Override
    public void start(Promise<Void> started) {
        Front requests = front.apply(this);
        Future<Void> plain = listen(options(), requests);
        Future<Void> secure = SecurePort.of(config)
                .map(port -> listen(port.options(options()), requests))
                .orElse(plain);
        plain.compose(listening -> secure).onComplete(started);
    }

    private Future<Void> listen(HttpServerOptions options, Front requests) {
        return vertx.createHttpServer(options)
                .connectionHandler(connection -> {
                    RequestDecoder.install(connection, options, config.headTimeout(), metrics::strayed);
                    QuietConnections.close(connection, config.idleTimeout());
                })
                .invalidRequestHandler(this::unreadable)
                .requestHandler(requests)
                .listen()
                .mapEmpty();
    }

    private void unreadable(HttpServerRequest request) {
        metrics.strayed();
        HttpServerRequest.DEFAULT_INVALID_REQUEST_HANDLER.handle(request);
    }

    private HttpServerOptions options() {
        return new HttpServerOptions()
                .setHost(config.host())
                .setPort(config.port())
                .setMaxInitialLineLength(LONGEST_REQUEST_LINE)
                .setMaxHeaderSize((int) config.maxHeaderSize().asLongValue())
                // The first request would be decoded before RequestDecoder is there; HTTP/2 is spoken with TLS only.
                .setHttp2ClearTextEnabled(false)
                // No provider is called by WebSocket here, and looking out for one costs every message.
                .setPerFrameWebSocketCompressionSupported(false)
                .setPerMessageWebSocketCompressionSupported(false)
                .setTcpNoDelay(true);
    }
}
