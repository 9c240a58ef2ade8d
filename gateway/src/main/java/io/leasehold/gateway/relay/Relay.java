package io.leasehold.gateway.relay;

import io.leasehold.gateway.admission.Admitted;
import io.leasehold.gateway.admission.Call;
import io.leasehold.gateway.capture.Transcript;
import io.leasehold.gateway.quiet.QuietConnections;
import io.leasehold.providers.dialect.AnswerStrip;
import io.leasehold.providers.dialect.UsageTap;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.PoolOptions;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What one event loop needs to reach providers: its own connections, shared with no other. */
public final class Relay {
    /** Providers, and the networks before them, send more headers than the usual 8 KB. */
    private static final int LARGEST_HEAD = 32 * 1024;

    private final Upstreams upstreams;
    private final UpstreamConfig config;
    private final HttpClient http;
    private final Hosts hosts;
    private final Scratch scratch = new Scratch();

    public Relay(Vertx vertx, Upstreams upstreams, UpstreamConfig config) {
        this.upstreams = upstreams;
        this.config = config;
        this.hosts = new Hosts(upstreams.addresses(), vertx, config.connectTimeout(), System::nanoTime);
        this.http = vertx.httpClientBuilder()
                .with(new HttpClientOptions()
                        .setConnectTimeout((int) config.connectTimeout().toMillis())
                        .setKeepAliveTimeout((int) config.keepAlive().toSeconds())
                        .setMaxHeaderSize(LARGEST_HEAD)
                        .setDecompressionSupported(false)
                        .setTcpNoDelay(true))
                .with(new PoolOptions().setHttp1MaxSize(config.connections()))
                .withConnectHandler(connection -> QuietConnections.close(connection, config.idleTimeout()))
                .build();
    }

    /** How long an answer is waited for that nobody reads any more. */
    public Duration drainTime() {
        return config.drain().time();
    }

    /** When a request may be sent again with another key. */
    public UpstreamConfig.Fallback fallback() {
        return config.fallback();
    }

    public HttpClient http() {
        return http;
    }

    public Attempt attempt(Call call, Admitted admitted) {
        return new Attempt(call, admitted, upstreams.of(admitted.key()), hosts, config);
    }

    /**
     * Gives the client the answer's status and headers; the length too, where the provider told it.
     *
     * @param whole whether all of the answer passes, so that its length is right
     */
    public static void head(Call call, HttpClientResponse from, HttpServerResponse to, boolean whole) {
        to.setStatusCode(from.statusCode());
        Headers.toClient(call.dialect(), from.headers(), to.headers());
        String length = from.getHeader("content-length");
        if (length == null || !whole) {
            to.setChunked(true);
        } else {
            to.putHeader("content-length", length);
        }
    }

    /** @param strip takes out what the client did not ask for; null where all of it passes */
    public AnswerRelay answer(
            HttpClientResponse from,
            HttpServerResponse to,
            UsageTap tap,
            @Nullable AnswerStrip strip,
            @Nullable Transcript transcript,
            Timeline timeline) {
        return new AnswerRelay(from, to, tap, strip, transcript, timeline, scratch, config.drain());
    }
}
