package io.leasehold.kit.secret;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.leasehold.providers.Secret;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Namespaces are Vault Enterprise's; whoever forgets one in a single call would write the secret of one into another. */
class VaultNamespaceTest {
    private static final String SIGNED_IN =
            "{\"auth\":{\"client_token\":\"hvs.x\",\"lease_duration\":3600,\"renewable\":true,\"policies\":[],\"token_type\":\"service\"}}";
    private static final String WRITTEN = "{\"data\":{\"version\":1,\"destroyed\":false,\"deletion_time\":\"\","
            + "\"created_time\":\"2026-11-21T10:00:00Z\",\"custom_metadata\":null}}";
    private static final String READ =
            "{\"data\":{\"data\":{\"secret\":\"sk-ant-first\"},\"metadata\":{\"version\":1,\"destroyed\":false}}}";

    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private HttpServer vault;

    private record Call(String path, String namespace) {}

    @BeforeEach
    void start() throws IOException {
        vault = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        vault.createContext("/", this::answer);
        vault.start();
    }

    @AfterEach
    void stop() {
        vault.stop(0);
    }

    @Test
    void everyCallAndTheSignInAreInTheNamespace() {
        VaultSecrets secrets = new VaultSecrets(
                VaultSettings.vault(Map.of(
                        "leasehold.vault.url",
                        "http://localhost:" + vault.getAddress().getPort(),
                        "leasehold.vault.namespace",
                        "teams/llm",
                        "leasehold.vault.role-id",
                        "role",
                        "leasehold.vault.secret-id",
                        "secret-id")),
                new SimpleMeterRegistry());
        SecretPath path = SecretPath.ofKey(UUID.randomUUID(), UUID.randomUUID());

        secrets.write(path, 0, Secret.of("sk-ant-first"));
        secrets.read(path, 1);
        secrets.destroy(path, 1);

        assertThat(calls).extracting(Call::path).anyMatch(called -> called.startsWith("/v1/auth/approle/login"));
        assertThat(calls).extracting(Call::path).anyMatch(called -> called.startsWith("/v1/leasehold/data/"));
        assertThat(calls).extracting(Call::path).anyMatch(called -> called.startsWith("/v1/leasehold/destroy/"));
        assertThat(calls).extracting(Call::namespace).containsOnly("teams/llm");
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String namespace = exchange.getRequestHeaders().getFirst("X-Vault-Namespace");
        calls.add(new Call(path, namespace == null ? "" : namespace));
        byte[] body = body(path, exchange.getRequestMethod()).getBytes(UTF_8);
        exchange.getResponseHeaders().add("content-type", "application/json");
        exchange.sendResponseHeaders(body.length == 0 ? 204 : 200, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static String body(String path, String method) {
        if (path.startsWith("/v1/auth/")) {
            return SIGNED_IN;
        }
        return switch (method) {
            case "GET" -> READ;
            case "POST", "PUT" -> path.contains("/data/") ? WRITTEN : "";
            default -> "";
        };
    }
}
