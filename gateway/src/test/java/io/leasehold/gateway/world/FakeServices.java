package io.leasehold.gateway.world;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.leasehold.contracts.RateMeasure;
import io.leasehold.contracts.event.LeaseView;
import io.leasehold.contracts.hold.GrantAnswer;
import io.leasehold.contracts.hold.GrantRequest;
import io.leasehold.contracts.hold.RenewRequest;
import io.leasehold.contracts.secret.SecretAnswer;
import io.leasehold.contracts.stored.StoredResponseAnswer;
import io.leasehold.kit.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * Distribution-service and key-service as far as the gateway calls them, on one port. Tests tell it by {@code PUT
 * /control/…} what there is, since they may live in another class loader.
 */
final class FakeServices implements AutoCloseable {
    private final FakeArbiter arbiter = new FakeArbiter();
    private final Map<String, String> secrets = new ConcurrentHashMap<>();
    private final Map<String, LeaseView> leasesByToken = new ConcurrentHashMap<>();
    private final Map<String, StoredResponseAnswer> storedByLease = new ConcurrentHashMap<>();
    private final Queue<String> calls = new ConcurrentLinkedQueue<>();
    private final HttpServer server;
    private volatile boolean away;

    /** @param status 200 or 204 when it worked */
    private record Answer(int status, @Nullable Object body) {
        static final Answer DONE = new Answer(204, null);
        static final Answer NOT_FOUND = new Answer(404, null);

        static Answer of(@Nullable Object body) {
            return body == null ? NOT_FOUND : new Answer(200, body);
        }
    }

    FakeServices() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            byte[] body = exchange.getRequestBody().readAllBytes();
            Answer answer = path.startsWith("/control/")
                    ? control(path.substring("/control/".length()), body)
                    : service(exchange, path, body);
            byte[] bytes = answer.body == null ? new byte[0] : Json.events().writeValueAsBytes(answer.body);
            exchange.getResponseHeaders().set("content-type", "application/json");
            exchange.sendResponseHeaders(answer.status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private Answer service(HttpExchange exchange, String path, byte[] body) {
        calls.add(path);
        String authorization = exchange.getRequestHeaders().getFirst("authorization");
        if (authorization == null || !authorization.startsWith("Bearer ey")) {
            return new Answer(401, null);
        }
        if (away) {
            return new Answer(503, null);
        }
        return switch (path) {
            case "/internal/v1/holds/grant" -> granted(arbiter.grant(read(body, GrantRequest.class)));
            case "/internal/v1/secrets/conversations" -> Answer.of(new SecretAnswer("c0ffee".repeat(10)));
            case "/internal/v1/holds/renew" -> Answer.of(arbiter.renew(read(body, RenewRequest.class)));
            default -> lookUp(path, String.valueOf(exchange.getRequestURI().getQuery()));
        };
    }

    private static Answer granted(@Nullable GrantAnswer answer) {
        return answer == null ? new Answer(409, null) : Answer.of(answer);
    }

    private Answer lookUp(String path, String query) {
        String last = path.substring(path.lastIndexOf('/') + 1);
        if (path.startsWith("/internal/v1/leases/by-token/")) {
            return Answer.of(leasesByToken.get(last));
        }
        if (path.startsWith("/internal/v1/stored-responses/")) {
            return Answer.of(
                    storedByLease.get(query.substring(query.indexOf("lease=") + "lease=".length()) + "/" + last));
        }
        String version = query.substring(query.indexOf("version=") + "version=".length());
        String secret = secrets.get(last + "/" + version);
        return Answer.of(secret == null ? null : new SecretAnswer(secret));
    }

    private Answer control(String what, byte[] body) {
        String[] parts = what.split("/", 2);
        switch (parts[0]) {
            case "limits" -> arbiter.limit(parts[1], read(body, BigDecimal.class));
            case "rates" -> {
                String[] rate = parts[1].split(":", 2);
                arbiter.limitRate(rate[0], RateMeasure.of(rate[1]), read(body, Long.class));
            }
            case "secrets" -> secrets.put(parts[1], read(body, String.class));
            case "leases" -> leasesByToken.put(parts[1], read(body, LeaseView.class));
            case "stored" -> storedByLease.put(parts[1], read(body, StoredResponseAnswer.class));
            case "away" -> away = read(body, Boolean.class);
            case "held" -> {
                return Answer.of(arbiter.held(parts[1]));
            }
            case "calls" -> {
                return Answer.of(
                        calls.stream().filter(call -> call.contains(parts[1])).count());
            }
            default -> {
                return Answer.NOT_FOUND;
            }
        }
        return Answer.DONE;
    }

    private static <T> T read(byte[] body, Class<T> type) {
        try {
            return Json.events().readValue(body, type);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
