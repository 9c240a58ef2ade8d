package io.leasehold.collector;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;

/**
 * Hands out admin credentials and keys as key-service does: only the named version, and only to a token of this service that is
 * meant for key-service.
 */
public final class FakeKeyService implements QuarkusTestResourceLifecycleManager {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PATH = "/internal/v1/secrets/";
    private static final Map<String, String> SECRETS = new ConcurrentHashMap<>();
    private static final Map<UUID, Boolean> AWAY = new ConcurrentHashMap<>();

    private HttpServer server;

    /** What the account's credential is from now on. */
    public static void put(UUID workspaceId, UUID accountId, int version, String secret) {
        SECRETS.put(keyOf(accountId.toString(), "workspace=" + workspaceId + "&version=" + version), secret);
    }

    /** The secret of a key. */
    public static void putKey(UUID workspaceId, UUID keyId, int version, String secret) {
        put(workspaceId, keyId, version, secret);
    }

    /** Fails for this account as if it were away. */
    public static void away(UUID accountId, boolean away) {
        AWAY.put(accountId, away);
    }

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server.createContext(PATH, this::answer);
        server.createContext("/api/v1/keys", FakeKeyPool::answer);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        return Map.of(
                "leasehold.secrets.store",
                "sealed",
                "leasehold.services.key-service.url",
                "http://localhost:" + server.getAddress().getPort());
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            URI uri = exchange.getRequestURI();
            String accountId = uri.getPath().substring(uri.getPath().lastIndexOf('/') + 1);
            String secret = SECRETS.get(keyOf(accountId, uri.getQuery()));
            if (!isFromTheCollector(exchange.getRequestHeaders().getFirst("Authorization"))) {
                send(exchange, 403, "{}");
            } else if (AWAY.getOrDefault(UUID.fromString(accountId), false)) {
                send(exchange, 503, "{}");
            } else if (secret == null) {
                send(exchange, 404, "{}");
            } else {
                send(exchange, 200, JSON.writeValueAsString(Map.of("secret", secret)));
            }
        }
    }

    private static boolean isFromTheCollector(String authorization) throws IOException {
        if (authorization == null || !authorization.startsWith("Bearer ")) {
            return false;
        }
        String payload = authorization.split("\\.", 3)[1];
        JsonNode token = JSON.readTree(Base64.getUrlDecoder().decode(payload));
        return token.get("azp").asText().equals("usage-collector")
                && token.get("aud").toString().contains("key-service");
    }

    private static void send(HttpExchange exchange, int status, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("content-type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    private static String keyOf(String accountId, String query) {
        return accountId + "?" + query;
    }

    @Override
    public void stop() {
        server.stop(0);
    }
}
