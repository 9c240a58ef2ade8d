package io.leasehold.kit.secret;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.leasehold.kit.secret.SecretStoreProblem.Reason;
import io.leasehold.providers.Secret;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a Vault in trouble looks like from here; a real one can't be put into trouble while others use it. */
class VaultFailureTest {
    @ParameterizedTest
    @CsvSource({
        "503, Vault is sealed, SEALED, unseal",
        "500, local node not active but active cluster node not found, STANDBY, active node",
        "403, permission denied, FORBIDDEN, policy",
        "500, internal error, UNAVAILABLE, status 500",
        "429, rate limited, UNAVAILABLE, status 429"
    })
    void whatAilsVaultIsToldApart(int status, String error, Reason reason, String hint) throws IOException {
        HttpServer vault = answering(status, "{\"errors\":[\"" + error + "\"]}");
        try {
            assertOut(reason, hint, at("http://localhost:" + vault.getAddress().getPort()));
        } finally {
            vault.stop(0);
        }
    }

    @ParameterizedTest
    @CsvSource({"503,SEALED", "501,SEALED", "472,STANDBY"})
    void aVaultThatCannotBeUsedIsNotReady(int status, Reason reason) throws IOException {
        HttpServer vault = answering(status, "{\"initialized\":true,\"sealed\":true}");
        try {
            VaultSecrets secrets = at("http://localhost:" + vault.getAddress().getPort());
            assertFails(secrets::requireReady, reason);
        } finally {
            vault.stop(0);
        }
    }

    /** Vault says 404 to this too. Were it taken for a missing secret, one would be called destroyed that is still there. */
    @Test
    void aMountThatIsNotThereIsNoMissingSecret() throws IOException {
        HttpServer vault = answering(404, "{\"errors\":[\"no handler for route \\\"leasehold/data/x\\\"\"]}");
        try {
            assertOut(
                    Reason.UNAVAILABLE,
                    "leasehold.vault.mount",
                    at("http://localhost:" + vault.getAddress().getPort()));
        } finally {
            vault.stop(0);
        }
    }

    @Test
    void aVaultThatDoesNotLetUsInIsNotReady() throws IOException {
        HttpServer vault = answering(200, "{\"initialized\":true,\"sealed\":false,\"standby\":false}");
        vault.createContext("/v1/auth/", exchange -> respond(exchange, 403, "{\"errors\":[\"permission denied\"]}"));
        try {
            VaultSecrets secrets = at("http://localhost:" + vault.getAddress().getPort());

            assertFails(secrets::requireReady, Reason.FORBIDDEN);
        } finally {
            vault.stop(0);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"secret\":\"with space\"}", "{\"secret\":\"\"}", "{\"secret\":5}", "{\"other\":\"x\"}"})
    void whatSomebodyElseWroteThereIsDamaged(String data) throws IOException {
        HttpServer vault =
                answering(200, "{\"data\":{\"data\":" + data + ",\"metadata\":{\"version\":1,\"destroyed\":false}}}");
        try {
            VaultSecrets secrets = at("http://localhost:" + vault.getAddress().getPort());

            assertFails(() -> secrets.read(anyPath(), 1), Reason.DAMAGED);
        } finally {
            vault.stop(0);
        }
    }

    @Test
    void aVaultThatIsGoneIsUnreachable() throws IOException {
        HttpServer vault = answering(200, "{}");
        int freePort = vault.getAddress().getPort();
        vault.stop(0);

        VaultSecrets secrets = at("http://localhost:" + freePort);

        assertOut(Reason.UNREACHABLE, "leasehold.vault.url", secrets);
        assertFails(secrets::requireReady, Reason.UNREACHABLE);
    }

    private static void assertOut(Reason reason, String hint, VaultSecrets secrets) {
        assertThatThrownBy(() -> secrets.read(anyPath(), 1)).hasMessageContaining(hint);
        assertFails(() -> secrets.read(anyPath(), 1), reason);
        assertFails(() -> secrets.currentVersion(anyPath()), reason);
        assertFails(() -> secrets.write(anyPath(), 0, Secret.of("first")), reason);
        assertFails(() -> secrets.destroy(anyPath(), 1), reason);
        assertFails(() -> secrets.destroy(anyPath()), reason);
    }

    private static VaultSecrets at(String url) {
        return new VaultSecrets(
                VaultSettings.vault(Map.of("leasehold.vault.url", url, "leasehold.vault.token", "token")),
                new SimpleMeterRegistry());
    }

    private static SecretPath anyPath() {
        return SecretPath.ofKey(UUID.randomUUID(), UUID.randomUUID());
    }

    private static void assertFails(ThrowingCallable call, Reason reason) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        SecretStoreProblem.class,
                        problem -> assertThat(problem.reason()).isEqualTo(reason));
    }

    private static HttpServer answering(int status, String body) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> respond(exchange, status, body));
        server.start();
        return server;
    }

    private static void respond(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(UTF_8);
        exchange.getResponseHeaders().add("content-type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
