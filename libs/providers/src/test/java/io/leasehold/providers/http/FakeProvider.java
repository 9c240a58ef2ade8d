package io.leasehold.providers.http;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.leasehold.providers.Access;
import io.leasehold.providers.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** A provider on a local port that answers as it was told, and remembers what it was asked. */
public final class FakeProvider implements AutoCloseable {
    private final HttpServer server;
    private final Map<String, Deque<Reply>> replies = new ConcurrentHashMap<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();

    /** One request as it came in. */
    public record Asked(String call, Headers headers, String body) {
        /** A header's first value; empty without one. */
        public String header(String name) {
            return Objects.requireNonNullElse(headers.getFirst(name), "");
        }
    }

    private record Reply(int status, String body, Map<String, String> headers) {}

    public FakeProvider() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    public URI url() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    public Access access(String secret) {
        return new Access(url(), Secret.of(secret));
    }

    /** The answer to a call such as {@code GET /v1/models?limit=1}; the last one told is repeated. */
    public FakeProvider on(String call, int status, String body) {
        return on(call, status, body, Map.of());
    }

    public FakeProvider on(String call, int status, String body, Map<String, String> headers) {
        replies.computeIfAbsent(call, added -> new ArrayDeque<>()).add(new Reply(status, body, headers));
        return this;
    }

    public List<Asked> asked() {
        return asked;
    }

    public List<String> calls() {
        return asked.stream().map(Asked::call).toList();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        String call = exchange.getRequestMethod() + " " + exchange.getRequestURI();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        asked.add(new Asked(call, exchange.getRequestHeaders(), body));
        Reply reply = next(call);
        byte[] bytes = reply.body().getBytes(StandardCharsets.UTF_8);
        reply.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private synchronized Reply next(String call) {
        Deque<Reply> queue = replies.get(call);
        if (queue == null) {
            return new Reply(404, "{\"error\":{\"message\":\"nothing here\"}}", Map.of());
        }
        Reply reply = queue.getFirst();
        if (queue.size() > 1) {
            queue.removeFirst();
        }
        return reply;
    }
}
