package io.leasehold.gateway.call;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.leasehold.kit.json.Json;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * This service's own access token, by client credentials. Asked for when it is first needed, so that the gateway starts
 * without its identity provider, and kept until shortly before it expires. Control loop only.
 */
final class ServiceToken {
    private static final long MARGIN = TimeUnit.SECONDS.toNanos(30);

    private final HttpClient http;
    private final IdentityConfig identity;
    private @Nullable URI endpoint;
    private @Nullable Future<String> token;
    private long expiresAt;

    ServiceToken(HttpClient http, IdentityConfig identity) {
        this.http = http;
        this.identity = identity;
    }

    Future<String> get() {
        Future<String> known = token;
        boolean usable = known != null && (!known.isComplete() || expiresAt - System.nanoTime() > 0);
        if (known != null && usable) {
            return known;
        }
        Future<String> fresh = endpoint().compose(this::request).onFailure(failure -> forget());
        token = fresh;
        return fresh;
    }

    /** The next {@link #get} asks anew. */
    void forget() {
        token = null;
    }

    private Future<URI> endpoint() {
        if (endpoint != null) {
            return Future.succeededFuture(endpoint);
        }
        String discovery = identity.issuer() + "/.well-known/openid-configuration";
        return send(new RequestOptions().setAbsoluteURI(discovery).setMethod(HttpMethod.GET), null)
                .map(document -> {
                    URI found = URI.create(document.required("token_endpoint").asText());
                    endpoint = found;
                    return found;
                });
    }

    private Future<String> request(URI tokenEndpoint) {
        long askedAt = System.nanoTime();
        String form = "grant_type=client_credentials&client_id=" + URLEncoder.encode(identity.clientId(), UTF_8)
                + "&client_secret=" + URLEncoder.encode(identity.clientSecret(), UTF_8);
        RequestOptions options = new RequestOptions()
                .setAbsoluteURI(tokenEndpoint.toString())
                .setMethod(HttpMethod.POST)
                .putHeader("content-type", "application/x-www-form-urlencoded");
        return send(options, Buffer.buffer(form)).map(answer -> {
            long lifetime = TimeUnit.SECONDS.toNanos(answer.path("expires_in").asLong(60));
            expiresAt = askedAt + Math.max(lifetime - MARGIN, lifetime / 2);
            return answer.required("access_token").asText();
        });
    }

    private Future<JsonNode> send(RequestOptions options, @Nullable Buffer body) {
        options.setTimeout(ServiceClient.TIMEOUT.toMillis());
        return http.request(options)
                .compose(request -> body == null ? request.send() : request.send(body))
                .compose(response -> response.body().map(bytes -> {
                    if (response.statusCode() != 200) {
                        throw new ServiceCallException("the identity provider", response.statusCode());
                    }
                    return parse(bytes);
                }));
    }

    private static JsonNode parse(Buffer bytes) {
        try {
            return Json.events().readTree(bytes.getBytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
