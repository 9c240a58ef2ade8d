package io.leasehold.key.secret;

import static io.leasehold.key.secret.SecretStoreContract.anyPath;
import static io.leasehold.key.secret.SecretStoreContract.assertFails;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.leasehold.providers.Secret;
import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.vault.client.VaultClient;
import io.quarkus.vault.client.http.jdk.JDKVaultHttpClient;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a Vault in trouble looks like from here; a real one can't be put into trouble while others use it. */
class VaultFailureTest {
    @ParameterizedTest
    @CsvSource({"503,Vault is sealed", "403,permission denied", "500,internal error", "429,rate limited"})
    void aVaultInTroubleIsUnavailable(int status, String error) throws IOException {
        HttpServer vault = answering(status, "{\"errors\":[\"" + error + "\"]}");
        try {
            assertUnavailable(at("http://localhost:" + vault.getAddress().getPort()));
        } finally {
            vault.stop(0);
        }
    }

    @Test
    void aSealedVaultIsNotReady() throws IOException {
        HttpServer vault = answering(503, "{\"initialized\":true,\"sealed\":true}");
        try {
            VaultSecrets secrets = at("http://localhost:" + vault.getAddress().getPort());
            assertFails(secrets::requireReady, SecretStoreProblem.Reason.UNAVAILABLE);
        } finally {
            vault.stop(0);
        }
    }

    /** Vault says 404 to this too. Were it taken for a missing secret, one would be called destroyed that is still there. */
    @Test
    void aMountThatIsNotThereIsNoMissingSecret() throws IOException {
        HttpServer vault = answering(404, "{\"errors\":[\"no handler for route \\\"leasehold/data/x\\\"\"]}");
        try {
            assertUnavailable(at("http://localhost:" + vault.getAddress().getPort()));
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

            assertFails(secrets::requireReady, SecretStoreProblem.Reason.UNAVAILABLE);
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

            assertFails(() -> secrets.read(anyPath(), 1), SecretStoreProblem.Reason.DAMAGED);
        } finally {
            vault.stop(0);
        }
    }

    @Test
    void aVaultThatIsGoneIsUnavailable() throws IOException {
        HttpServer vault = answering(200, "{}");
        int freePort = vault.getAddress().getPort();
        vault.stop(0);

        VaultSecrets secrets = at("http://localhost:" + freePort);

        assertUnavailable(secrets);
        assertFails(secrets::requireReady, SecretStoreProblem.Reason.UNAVAILABLE);
    }

    private static void assertUnavailable(VaultSecrets secrets) {
        assertFails(() -> secrets.read(anyPath(), 1), SecretStoreProblem.Reason.UNAVAILABLE);
        assertFails(() -> secrets.write(anyPath(), 0, Secret.of("first")), SecretStoreProblem.Reason.UNAVAILABLE);
        assertFails(() -> secrets.destroy(anyPath()), SecretStoreProblem.Reason.UNAVAILABLE);
    }

    private static VaultSecrets at(String url) {
        VaultClient client = VaultClient.builder()
                .executor(new JDKVaultHttpClient(HttpClient.newHttpClient()))
                .baseUrl(url)
                .requestTimeout(Duration.ofSeconds(5))
                .clientToken("token")
                .build();
        VaultConfig config = new SmallRyeConfigBuilder()
                .withConverter(Duration.class, 100, new DurationConverter())
                .withMapping(VaultConfig.class)
                .build()
                .getConfigMapping(VaultConfig.class);
        return new VaultSecrets(client, config);
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
