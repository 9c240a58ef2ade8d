package io.leasehold.ui;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Stands in for the services. It answers with what it was asked, and its live feed sends a second event only when it is
 * told to: whoever has seen the first one by then was not kept waiting for the rest.
 */
public final class FakeServices implements QuarkusTestResourceLifecycleManager {
    private static final Duration BEAT = Duration.ofMillis(20);

    private final CountDownLatch released = new CountDownLatch(1);
    private final AtomicInteger watching = new AtomicInteger();
    private final HttpServer server;

    public FakeServices() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/api/v1/live", this::live);
        server.createContext("/api/v1/live/endless", this::endless);
        server.createContext("/release", this::release);
        server.createContext("/watching", this::tellWatching);
        server.createContext("/", FakeServices::echo);
    }

    @Override
    public Map<String, String> start() {
        server.start();
        String url = "http://localhost:" + server.getAddress().getPort();
        return Map.of(
                "leasehold.services.key-service.url", url,
                "leasehold.services.distribution-service.url", url,
                "leasehold.services.analytics-service.url", url,
                "leasehold.services.gateway.url", url,
                // Nobody listens there.
                "leasehold.services.usage-collector.url", "http://localhost:1");
    }

    @Override
    public void stop() {
        server.stop(0);
    }

    private static void echo(HttpExchange call) throws IOException {
        JsonObject headers = new JsonObject();
        call.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), String.join(",", values)));
        byte[] body = new JsonObject()
                .put("method", call.getRequestMethod())
                .put("uri", call.getRequestURI().toString())
                .put("headers", headers)
                .put("body", new String(call.getRequestBody().readAllBytes(), UTF_8))
                .encode()
                .getBytes(UTF_8);
        call.getResponseHeaders().add("content-type", "application/json");
        call.getResponseHeaders().add("set-cookie", "service=1");
        call.getResponseHeaders().add("server", "inside");
        call.getResponseHeaders().add("x-internal", "1");
        call.getResponseHeaders().add("x-request-id", "r-1");
        call.getResponseHeaders().add("x-leasehold-overhead-us", "420");
        call.getResponseHeaders().add("etag", "\"7\"");
        call.sendResponseHeaders(call.getRequestMethod().equals("POST") ? 201 : 200, body.length);
        call.getResponseBody().write(body);
        call.close();
    }

    private void live(HttpExchange call) throws IOException {
        call.getResponseHeaders().add("content-type", "text/event-stream");
        call.sendResponseHeaders(200, 0);
        try (OutputStream events = call.getResponseBody()) {
            events.write("id: 1\ndata: first\n\n".getBytes(UTF_8));
            events.flush();
            released.await();
            events.write("id: 2\ndata: second\n\n".getBytes(UTF_8));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Beats until nobody listens any more. */
    private void endless(HttpExchange call) throws IOException {
        call.getResponseHeaders().add("content-type", "text/event-stream");
        call.sendResponseHeaders(200, 0);
        watching.incrementAndGet();
        try (OutputStream events = call.getResponseBody()) {
            while (true) {
                events.write(": beat\n\n".getBytes(UTF_8));
                events.flush();
                LockSupport.parkNanos(BEAT.toNanos());
            }
        } finally {
            watching.decrementAndGet();
        }
    }

    private void tellWatching(HttpExchange call) throws IOException {
        byte[] count = watching.toString().getBytes(UTF_8);
        call.sendResponseHeaders(200, count.length);
        call.getResponseBody().write(count);
        call.close();
    }

    private void release(HttpExchange call) throws IOException {
        released.countDown();
        call.sendResponseHeaders(204, -1);
        call.close();
    }
}
