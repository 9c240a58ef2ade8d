package io.leasehold.gateway.call;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.leasehold.kit.json.Json;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Asks other services, as this service. Answers arrive on the control loop. */
@Singleton
public class ServiceClient {
    static final Duration TIMEOUT = Duration.ofSeconds(2);

    private static final int POOL_SIZE = 16;

    private final ControlLoop control;
    private final HttpClient http;
    private final ServiceToken token;

    ServiceClient(Vertx vertx, ControlLoop control, IdentityConfig identity) {
        this.control = control;
        this.http = vertx.createHttpClient(
                new HttpClientOptions()
                        .setConnectTimeout((int) TIMEOUT.toMillis())
                        .setKeepAliveTimeout(30),
                new PoolOptions().setHttp1MaxSize(POOL_SIZE));
        this.token = new ServiceToken(http, identity);
    }

    /** Gets the token that the first call will need, so that no request waits for it. */
    public void signIn() {
        control.run(token::get);
    }

    /** Fails with {@link ServiceCallException} where the answer is not 200. */
    public <T> Future<T> get(URI service, String pathAndQuery, Class<T> type) {
        return call(HttpMethod.GET, service, pathAndQuery, null, type);
    }

    public <T> Future<T> post(URI service, String path, Object body, Class<T> type) {
        return call(HttpMethod.POST, service, path, write(body), type);
    }

    private <T> Future<T> call(
            HttpMethod method, URI service, String pathAndQuery, @Nullable Buffer body, Class<T> type) {
        Promise<T> promise = Promise.promise();
        RequestOptions options = new RequestOptions()
                .setAbsoluteURI(service.toString().replaceAll("/$", "") + pathAndQuery)
                .setMethod(method)
                .setTimeout(TIMEOUT.toMillis());
        control.run(() -> send(options, body)
                .compose(response -> response.statusCode() == 401 ? sendAgain(options, body) : succeeded(response))
                .compose(response -> read(response, pathAndQuery, type))
                .onComplete(promise));
        return promise.future();
    }

    /** A token may have been refused because the keys at the identity provider were changed. */
    private Future<HttpClientResponse> sendAgain(RequestOptions options, @Nullable Buffer body) {
        token.forget();
        return send(options, body);
    }

    private Future<HttpClientResponse> send(RequestOptions options, @Nullable Buffer body) {
        return token.get()
                .compose(bearer -> http.request(new RequestOptions(options)).compose(request -> {
                    request.putHeader("authorization", "Bearer " + bearer);
                    request.putHeader("accept", "application/json");
                    if (body == null) {
                        return request.send();
                    }
                    request.putHeader("content-type", "application/json");
                    return request.send(body);
                }));
    }

    private static Future<HttpClientResponse> succeeded(HttpClientResponse response) {
        return Future.succeededFuture(response);
    }

    private static <T> Future<T> read(HttpClientResponse response, String pathAndQuery, Class<T> type) {
        return response.body().map(bytes -> {
            if (response.statusCode() != 200) {
                throw new ServiceCallException(pathAndQuery, response.statusCode());
            }
            return parse(bytes, type);
        });
    }

    private static Buffer write(Object body) {
        try {
            return Buffer.buffer(Json.events().writeValueAsBytes(body));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A record of ours can't be written as JSON", impossible);
        }
    }

    private static <T> T parse(Buffer bytes, Class<T> type) {
        try {
            return Json.events().readValue(bytes.getBytes(), type);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
