package io.leasehold.ui.session;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.leasehold.localstack.KeycloakAddress;
import io.leasehold.test.Servers;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.UUID;

/**
 * A client of Keycloak whose tokens live for seconds, and a way to its token endpoint that can be broken: a POST to
 * {@link #CONTROL} names one of {@link Way}.
 */
public final class ShortTokens implements QuarkusTestResourceLifecycleManager {
    static final String CONTROL = "test.token-endpoint.control";
    private static final String LIFESPAN_SECONDS = "2";

    /** What becomes of a request for tokens. */
    enum Way {
        OPEN,
        ANSWERS_503,
        CUT,
        REFUSED
    }

    private final KeycloakAddress keycloak = Servers.addresses().keycloak();
    private final String client = "admin-ui-" + UUID.randomUUID();
    private final String secret = UUID.randomUUID().toString();
    private final HttpClient http = HttpClient.newHttpClient();
    private final HttpServer control;
    private HttpServer endpoint;
    private volatile Way way = Way.OPEN;
    private URI clientAddress = URI.create("");

    public ShortTokens() throws IOException {
        control = listen(0, this::choose);
        endpoint = listen(0, this::relay);
    }

    @Override
    public Map<String, String> start() {
        clientAddress = URI.create(send(admin(keycloak.url() + "/admin/realms/" + keycloak.realm() + "/clients")
                        .POST(BodyPublishers.ofString(description().encode())))
                .headers()
                .firstValue("location")
                .orElseThrow());
        return Map.of(
                "quarkus.oidc.client-id",
                client,
                "quarkus.oidc.credentials.secret",
                secret,
                "quarkus.oidc.token.audience",
                client,
                "quarkus.oidc.token-path",
                "http://localhost:" + endpoint.getAddress().getPort() + "/token",
                CONTROL,
                "http://localhost:" + control.getAddress().getPort() + "/");
    }

    @Override
    public void stop() {
        send(admin(clientAddress.toString()).DELETE());
        endpoint.stop(0);
        control.stop(0);
        http.close();
    }

    private JsonObject description() {
        return new JsonObject()
                .put("clientId", client)
                .put("secret", secret)
                .put("publicClient", false)
                .put("standardFlowEnabled", true)
                .put("redirectUris", JsonArray.of("http://localhost:*"))
                .put("defaultClientScopes", JsonArray.of("basic", "profile", "email", "leasehold-api"))
                .put("attributes", new JsonObject().put("access.token.lifespan", LIFESPAN_SECONDS));
    }

    private HttpRequest.Builder admin(String address) {
        String form = "grant_type=password&client_id=admin-cli&username=" + keycloak.adminUser() + "&password="
                + keycloak.adminPassword();
        HttpResponse<byte[]> token =
                send(HttpRequest.newBuilder(URI.create(keycloak.url() + "/realms/master/protocol/openid-connect/token"))
                        .header("content-type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form)));
        String bearer = new JsonObject(new String(token.body(), UTF_8)).getString("access_token");
        return HttpRequest.newBuilder(URI.create(address))
                .header("authorization", "Bearer " + bearer)
                .header("content-type", "application/json");
    }

    private static HttpServer listen(int port, com.sun.net.httpserver.HttpHandler handler) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/", handler);
        server.start();
        return server;
    }

    private void choose(HttpExchange call) throws IOException {
        Way chosen = Way.valueOf(new String(call.getRequestBody().readAllBytes(), UTF_8));
        if (chosen == Way.REFUSED) {
            endpoint.stop(0);
        } else if (way == Way.REFUSED) {
            endpoint = listen(endpoint.getAddress().getPort(), this::relay);
        }
        way = chosen;
        call.sendResponseHeaders(204, -1);
        call.close();
    }

    private void relay(HttpExchange call) throws IOException {
        byte[] form = call.getRequestBody().readAllBytes();
        if (way == Way.ANSWERS_503) {
            call.sendResponseHeaders(503, -1);
        } else if (way == Way.OPEN) {
            HttpResponse<byte[]> answer = send(HttpRequest.newBuilder(keycloak.tokenEndpoint())
                    .header("content-type", "application/x-www-form-urlencoded")
                    .headers(authorization(call))
                    .POST(BodyPublishers.ofByteArray(form)));
            call.getResponseHeaders().add("content-type", "application/json");
            call.sendResponseHeaders(answer.statusCode(), answer.body().length);
            call.getResponseBody().write(answer.body());
        }
        call.close();
    }

    private static String[] authorization(HttpExchange call) {
        String value = call.getRequestHeaders().getFirst("authorization");
        return value == null ? new String[] {"accept", "application/json"} : new String[] {"authorization", value};
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofByteArray());
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
