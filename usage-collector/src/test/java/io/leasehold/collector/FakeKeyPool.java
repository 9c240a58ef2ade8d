package io.leasehold.collector;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Takes keys in as key-service's API does, by workspace: names are unique, and what is refused is a problem. */
public final class FakeKeyPool {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, FakeKeyPool> POOLS = new ConcurrentHashMap<>();

    private final List<Key> keys = new CopyOnWriteArrayList<>();
    private volatile boolean away;

    /** @param authorization what the one who added it or changed it last had proved who they are with */
    public record Key(String id, String name, String secret, String state, String accountId, String authorization) {}

    private FakeKeyPool() {}

    public static FakeKeyPool of(String workspace) {
        return POOLS.computeIfAbsent(workspace, slug -> new FakeKeyPool());
    }

    public List<Key> keys() {
        return List.copyOf(keys);
    }

    public void away(boolean isAway) {
        away = isAway;
    }

    static void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            of(exchange.getRequestHeaders().getFirst("leasehold-workspace")).take(exchange);
        }
    }

    private void take(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        JsonNode json = JSON.readTree(body);
        String authorization = exchange.getRequestHeaders().getFirst("Authorization");
        String[] path = exchange.getRequestURI().getPath().split("/", -1);
        if (away) {
            problem(exchange, 503, "dependency-unavailable", "Can't reach the secret store right now.");
        } else if (path.length == 4) {
            add(exchange, json, authorization);
        } else if (path[4].equals("find")) {
            find(exchange, json.path("secret").asText());
        } else if (path[5].equals("secret")) {
            change(
                    exchange,
                    path[4],
                    key -> new Key(
                            key.id(),
                            key.name(),
                            json.path("secret").asText(),
                            key.state(),
                            key.accountId(),
                            authorization));
        } else {
            change(
                    exchange,
                    path[4],
                    key -> new Key(
                            key.id(), key.name(), key.secret(), "awaiting_manual", key.accountId(), authorization));
        }
    }

    private void add(HttpExchange exchange, JsonNode json, String authorization) throws IOException {
        String name = json.path("name").asText();
        String secret = json.path("secret").asText();
        if (keys.stream().anyMatch(key -> key.name().equals(name))) {
            problem(exchange, 409, "name-taken", "There is, or was, a key '" + name + "'.");
        } else if (keys.stream().anyMatch(key -> key.secret().equals(secret))) {
            problem(exchange, 409, "conflict", "This secret is in the pool already.");
        } else {
            Key added = new Key(
                    UUID.randomUUID().toString(),
                    name,
                    secret,
                    "active",
                    json.path("account_id").asText(),
                    authorization);
            keys.add(added);
            send(exchange, 201, JSON.writeValueAsString(view(added)));
        }
    }

    private void find(HttpExchange exchange, String secret) throws IOException {
        Optional<Key> found =
                keys.stream().filter(key -> key.secret().equals(secret)).findFirst();
        if (found.isPresent()) {
            send(exchange, 200, JSON.writeValueAsString(view(found.get())));
        } else {
            problem(exchange, 404, "not-found", "There is no such key.");
        }
    }

    private void change(HttpExchange exchange, String id, java.util.function.UnaryOperator<Key> change)
            throws IOException {
        if (keys.stream().noneMatch(key -> key.id().equals(id))) {
            problem(exchange, 404, "not-found", "There is no such key.");
            return;
        }
        keys.replaceAll(key -> key.id().equals(id) ? change.apply(key) : key);
        send(exchange, 202, "{\"state\":\"running\"}");
    }

    private static Map<String, String> view(Key key) {
        return Map.of("id", key.id(), "name", key.name(), "state", key.state(), "masked", "…");
    }

    private static void problem(HttpExchange exchange, int status, String slug, String detail) throws IOException {
        send(
                exchange,
                status,
                JSON.writeValueAsString(Map.of("type", "urn:leasehold:problem:" + slug, "detail", detail)));
    }

    private static void send(HttpExchange exchange, int status, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("content-type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }
}
