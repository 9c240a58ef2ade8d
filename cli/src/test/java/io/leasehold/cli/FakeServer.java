package io.leasehold.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Answers what it was told to, the last answer again and again, and keeps what it was asked. */
final class FakeServer implements AutoCloseable {
    /** What was asked: method with path, the headers that matter, and the body. */
    record Call(String line, String authorization, String workspace, String body) {}

    private record Answer(int status, String body, boolean whole) {}

    private final HttpServer server;
    private final Map<String, Deque<Answer>> answers = new ConcurrentHashMap<>();
    private final List<Call> calls = new CopyOnWriteArrayList<>();

    FakeServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    URI url() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    /** @param line such as {@code GET /api/v1/keys}, without the query */
    FakeServer on(String line, int status, String body) {
        answers.computeIfAbsent(line, any -> new ArrayDeque<>()).add(new Answer(status, body, true));
        return this;
    }

    /** An answer that ends before its end. */
    FakeServer breakingOff(String line, String body) {
        answers.computeIfAbsent(line, any -> new ArrayDeque<>()).add(new Answer(200, body, false));
        return this;
    }

    List<Call> calls() {
        return calls;
    }

    List<Call> calls(String line) {
        return calls.stream().filter(call -> call.line().startsWith(line)).toList();
    }

    private synchronized void answer(HttpExchange call) throws IOException {
        String body = new String(call.getRequestBody().readAllBytes(), UTF_8);
        String method = call.getRequestMethod() + " ";
        calls.add(new Call(
                method + call.getRequestURI(),
                String.valueOf(call.getRequestHeaders().getFirst("authorization")),
                String.valueOf(call.getRequestHeaders().getFirst("leasehold-workspace")),
                body));
        Deque<Answer> ready = answers.getOrDefault(
                method + call.getRequestURI().getRawPath(), new ArrayDeque<>(List.of(new Answer(404, "{}", true))));
        Answer answer = ready.size() > 1 ? ready.remove() : ready.element();
        byte[] bytes = answer.body().getBytes(UTF_8);
        call.getResponseHeaders().add("content-type", "application/json");
        call.getResponseHeaders().add("x-request-id", "r-1");
        long announced = answer.whole() ? bytes.length : bytes.length + 1;
        call.sendResponseHeaders(answer.status(), announced == 0 ? -1 : announced);
        if (bytes.length > 0) {
            call.getResponseBody().write(bytes);
            call.getResponseBody().flush();
        }
        call.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
