package io.leasehold.ui.forward;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.RequestOptions;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/** Passes a call on to its service and the answer back, both as they come: an event is there when it happens. */
@Singleton
class Forwarder {
    private static final Logger LOG = Logger.getLogger(Forwarder.class);
    private static final int NO_CONTENT = 204;
    private static final int NOT_MODIFIED = 304;

    private final HttpClient client;
    private final ForwardingConfig config;
    private final Answers answers;

    Forwarder(Vertx vertx, ForwardingConfig config, Answers answers) {
        this.client = vertx.createHttpClient(new HttpClientOptions()
                .setConnectTimeout((int) config.connectTimeout().toMillis())
                .setMaxPoolSize(config.connections())
                // The services compress nothing for us; what goes to the browser is compressed here.
                .setDecompressionSupported(false));
        this.config = config;
        this.answers = answers;
    }

    void forward(RoutingContext call, Target target, String credential) {
        client.request(optionsOf(call, target))
                .compose(toService -> exchange(call, target.passage(), toService, credential))
                .onFailure(failure -> fail(call, target, failure));
    }

    /** The path as it was routed by, so that a service never sees one that was not looked at here. */
    private RequestOptions optionsOf(RoutingContext call, Target target) {
        String query = call.request().query();
        return new RequestOptions()
                .setMethod(call.request().method())
                .setHost(target.host())
                .setPort(target.port())
                .setSsl(target.tls())
                .setConnectTimeout(config.connectionWait().toMillis())
                .setURI(target.passage().path(call.normalizedPath()) + (query == null ? "" : "?" + query));
    }

    private Future<?> exchange(RoutingContext call, Passage passage, HttpClientRequest toService, String credential) {
        passage.toService(call.request().headers(), toService.headers());
        toService.putHeader(HttpHeaders.AUTHORIZATION, "Bearer " + credential);
        call.response().closeHandler(gone -> toService.reset());
        Future<Void> answered = toService
                .response()
                .timeout(config.answerTimeout().toMillis(), MILLISECONDS)
                .compose(fromService -> relay(passage, fromService, call.response()));
        Future<Void> sent =
                Body.stream(call.request(), toService, config.maxBody().asLongValue());
        return Future.all(sent, answered).onFailure(failure -> toService.reset());
    }

    private static Future<Void> relay(Passage passage, HttpClientResponse fromService, HttpServerResponse toBrowser) {
        int status = fromService.statusCode();
        toBrowser.setStatusCode(status);
        passage.toBrowser(fromService.headers(), toBrowser.headers());
        allowCompression(toBrowser);
        boolean bodiless = status == NO_CONTENT || status == NOT_MODIFIED;
        if (!bodiless && fromService.getHeader(HttpHeaders.CONTENT_LENGTH) == null) {
            toBrowser.setChunked(true);
            // The head at once: an event stream may be silent for long, and the browser wants to know that it is open.
            toBrowser.write(Buffer.buffer());
        }
        return fromService.pipe().endOnFailure(false).to(toBrowser);
    }

    /** Quarkus marks every answer as not to be compressed; for events that is right, for JSON it is not. */
    private static void allowCompression(HttpServerResponse toBrowser) {
        String type = toBrowser.headers().get(HttpHeaders.CONTENT_TYPE);
        if (type != null && type.startsWith("application/json")) {
            toBrowser.headers().remove(HttpHeaders.CONTENT_ENCODING);
        }
    }

    private void fail(RoutingContext call, Target target, Throwable failure) {
        if (failure instanceof RefusedCall refused) {
            answers.refuse(call, refused);
            return;
        }
        if (!call.response().closed()) {
            LOG.warnf("forwarding failed service=%s reason=%s", target.service(), failure.getMessage());
        }
        answers.refuse(call, RefusedCall.serviceUnavailable(target.service()));
    }
}
