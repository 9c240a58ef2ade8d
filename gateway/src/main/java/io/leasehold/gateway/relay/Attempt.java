package io.leasehold.gateway.relay;

import io.leasehold.gateway.admission.Admitted;
import io.leasehold.gateway.admission.Call;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import org.jspecify.annotations.Nullable;

/** One try at a provider with one key. Event loop only. */
public final class Attempt {
    private final Call call;
    private final Admitted admitted;
    private final UpstreamAddress address;
    private final Hosts hosts;
    private final RequestOptions options;
    private final long idleTimeout;
    private @Nullable HttpClientRequest request;
    private boolean aborted;
    private boolean sent;
    private long sentAt;

    Attempt(Call call, Admitted admitted, UpstreamAddress address, Hosts hosts, UpstreamConfig config) {
        this.call = call;
        this.admitted = admitted;
        this.address = address;
        this.hosts = hosts;
        this.idleTimeout = config.idleTimeout().toNanos();
        this.options = new RequestOptions()
                .setMethod(HttpMethod.valueOf(call.route().method()))
                .setHost(address.host())
                .setPort(address.port())
                .setSsl(address.tls())
                .setURI(uri(call, address))
                .setConnectTimeout(config.connectTimeout().toMillis());
    }

    private static String uri(Call call, UpstreamAddress address) {
        String query = call.dialect().upstreamQuery(call.query());
        String path = address.pathPrefix() + call.path();
        return query == null ? path : path + "?" + query;
    }

    /**
     * The answer's head; its body waits until somebody reads it. Fails with {@link
     * io.leasehold.providers.http.AddressRule.NotPublicException} where the address must not be called.
     */
    public Future<HttpClientResponse> send(HttpClient http, MultiMap clientHeaders, Buffer body, Timeline timeline) {
        return connect(http).compose(connected -> {
            timeline.resume();
            request = connected;
            // Whoever sent it hears of every failure by the answer's future; without a handler it would be logged too.
            connected.exceptionHandler(known -> {});
            if (aborted) {
                connected.reset();
                return Future.failedFuture(new AbortedException());
            }
            Headers.toProvider(
                    call.dialect(),
                    clientHeaders,
                    connected.headers(),
                    admitted.secret().reveal());
            sent = true;
            sentAt = System.nanoTime();
            Future<HttpClientResponse> answer = body.length() == 0 ? connected.send() : connected.send(body);
            timeline.pause();
            return answer.map(HttpClientResponse::pause);
        });
    }

    /** The certificate and the host header stay the name's. */
    private Future<HttpClientRequest> connect(HttpClient http) {
        return hosts.find(address).compose(found -> http.request(options.setServer(found)));
    }

    /** Whether the provider may have seen any of it. */
    public boolean wasSent() {
        return sent;
    }

    /** Whether the provider had all the time that it gets to begin its answer; its connection is closed then. */
    public boolean wasSilent() {
        return sent && System.nanoTime() - sentAt >= idleTimeout;
    }

    /** Gives up, whatever the provider still says. */
    public void abort() {
        aborted = true;
        if (request != null) {
            request.reset();
        }
    }

    /** Nobody waits for this attempt any more. */
    static final class AbortedException extends RuntimeException {
        private static final long serialVersionUID = 1;

        AbortedException() {
            super("given up", null, false, false);
        }
    }
}
