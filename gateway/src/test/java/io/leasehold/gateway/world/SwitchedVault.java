package io.leasehold.gateway.world;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.leasehold.localstack.VaultAddress;
import io.leasehold.test.Servers;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** The real Vault, which a test can take away from the gateway by {@code PUT /control/sealed}. */
public final class SwitchedVault implements QuarkusTestResourceLifecycleManager {
    static final String CONTROL = "leasehold.test.vault";
    private static final byte[] SEALED = "{\"errors\":[\"Vault is sealed\"]}".getBytes(StandardCharsets.UTF_8);

    private final @Nullable VaultAddress vault = Servers.addresses().vault();
    private final HttpClient http = HttpClient.newHttpClient();
    private volatile boolean sealed;
    private @Nullable HttpServer server;

    /** It overrides what {@link GatewayUnderTest} says. */
    @Override
    public int order() {
        return 1;
    }

    @Override
    public Map<String, String> start() {
        if (vault == null) {
            return Map.of();
        }
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> forward(exchange, vault));
        server.createContext("/control/sealed", this::control);
        server.start();
        String url = "http://localhost:" + server.getAddress().getPort();
        return Map.of(
                "leasehold.secrets.store",
                "vault",
                "leasehold.vault.url",
                url,
                "leasehold.vault.role-id",
                vault.role("gateway").roleId(),
                "leasehold.vault.secret-id",
                vault.role("gateway").secretId(),
                CONTROL,
                url);
    }

    private void control(HttpExchange exchange) throws IOException {
        sealed = Boolean.parseBoolean(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        answer(exchange, 204, new byte[0]);
    }

    private void forward(HttpExchange exchange, VaultAddress vault) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        if (sealed) {
            answer(exchange, 503, SEALED);
            return;
        }
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(vault.url().toString() + exchange.getRequestURI()))
                .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body));
        String token = exchange.getRequestHeaders().getFirst("X-Vault-Token");
        if (token != null) {
            request.header("X-Vault-Token", token);
        }
        try {
            HttpResponse<byte[]> response = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            answer(exchange, response.statusCode(), response.body());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        try (exchange) {
            exchange.getResponseHeaders().set("content-type", "application/json");
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void stop() {
        if (server != null) {
            server.stop(0);
        }
    }
}
