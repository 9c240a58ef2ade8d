package io.leasehold.key.member;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.leasehold.localstack.KeycloakAddress;
import io.leasehold.test.Servers;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Keycloak's admin API behind a line that breaks when it is told to, after the call before was done. */
public final class FailingKeycloak implements AutoCloseable {
    private static final int NEVER = Integer.MAX_VALUE;

    private final KeycloakAddress real = Servers.addresses().keycloak();
    private final HttpClient http = HttpClient.newHttpClient();
    private final AtomicInteger left = new AtomicInteger(NEVER);
    private final HttpServer line;

    public FailingKeycloak() throws IOException {
        line = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        line.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        line.createContext("/", this::pass);
        line.start();
    }

    /** After that many more calls nothing goes through. */
    public void breakAfter(int calls) {
        left.set(calls);
    }

    public void mend() {
        left.set(NEVER);
    }

    KeycloakAdmin admin() {
        URI url = URI.create("http://localhost:" + line.getAddress().getPort() + "/admin/realms/" + real.realm());
        return new KeycloakAdmin(new TestMembersConfig(real.clientSecret("key-service-members"), url), real.issuer());
    }

    public MemberGroups groups() {
        return new MemberGroups(admin());
    }

    private void pass(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (left.getAndUpdate(calls -> calls == NEVER ? NEVER : calls - 1) <= 0) {
                exchange.sendResponseHeaders(502, -1);
                return;
            }
            HttpRequest request = HttpRequest.newBuilder(
                            URI.create(real.url() + exchange.getRequestURI().toString()))
                    .header("authorization", exchange.getRequestHeaders().getFirst("authorization"))
                    .header("content-type", "application/json")
                    .method(
                            exchange.getRequestMethod(),
                            HttpRequest.BodyPublishers.ofByteArray(
                                    exchange.getRequestBody().readAllBytes()))
                    .build();
            HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            exchange.sendResponseHeaders(
                    response.statusCode(), response.body().length == 0 ? -1 : response.body().length);
            if (response.body().length > 0) {
                try (OutputStream body = exchange.getResponseBody()) {
                    body.write(response.body());
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        line.stop(0);
    }
}
