package io.leasehold.kit.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leasehold.kit.secret.SecretStoreProblem.Reason;
import io.leasehold.providers.Secret;
import io.leasehold.test.TestVault;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A real Vault that is sealed, restarted, or no longer knows who calls; what was written is read when it is over. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VaultOutageTest {
    private final MeterRegistry metrics = new SimpleMeterRegistry();
    private final SecretPath path = SecretPath.ofKey(UUID.randomUUID(), UUID.randomUUID());
    private TestVault vault;

    @TempDir
    static Path folder;

    @BeforeAll
    void start() throws Exception {
        vault = TestVault.start(folder).orElse(null);
        assertThat(vault != null || !"true".equals(System.getenv("CI"))).isTrue();
        Assumptions.assumeTrue(vault != null, "no Vault to start; './leasehold vault build' makes one");
    }

    @AfterAll
    void stop() throws Exception {
        if (vault != null) {
            vault.close();
        }
    }

    @Test
    void sealedInTheMiddleItSaysSoAndGoesOnOnceItIsUnsealed() throws Exception {
        VaultSecrets secrets = signedIn(Map.of());
        secrets.write(path, 0, Secret.of("first"));

        vault.seal();

        assertFails(() -> secrets.read(path, 1), Reason.SEALED);
        assertFails(() -> secrets.write(path, 1, Secret.of("second")), Reason.SEALED);
        assertFails(secrets::requireReady, Reason.SEALED);

        vault.unseal();

        assertThat(secrets.read(path, 1).reveal()).isEqualTo("first");
        assertThat(secrets.write(path, 1, Secret.of("second"))).isEqualTo(2);
        assertThatCode(secrets::requireReady).doesNotThrowAnyException();
        assertThat(metrics.get("leasehold.vault").tag("result", "sealed").timers())
                .isNotEmpty();
    }

    @Test
    void restartedInTheMiddleItIsUnreachableAndThenGoesOn() throws Exception {
        SecretPath other = SecretPath.ofKey(UUID.randomUUID(), UUID.randomUUID());
        VaultSecrets secrets = signedIn(Map.of());
        secrets.write(other, 0, Secret.of("first"));

        vault.stop();

        assertFails(() -> secrets.read(other, 1), Reason.UNREACHABLE);
        assertFails(secrets::requireReady, Reason.UNREACHABLE);

        vault.start();

        assertThat(secrets.read(other, 1).reveal()).isEqualTo("first");
    }

    @Test
    void aTokenThatVaultNoLongerKnowsIsReplaced() throws Exception {
        VaultSecrets secrets = signedIn(Map.of());
        secrets.requireReady();

        vault.send("PUT", "sys/leases/revoke-prefix/auth/approle/login", "{}");

        assertThatCode(secrets::requireReady).doesNotThrowAnyException();
    }

    /** Signing in again is not possible here: the secret id is good for one time. */
    @Test
    void aTokenThatIsAboutToEndIsRenewed() throws Exception {
        vault.send("POST", "auth/approle/role/brief", """
                {"token_policies": "leasehold-key-service", "token_ttl": "20s", "token_max_ttl": "1h",
                 "secret_id_num_uses": 1}
                """);
        VaultSecrets secrets = signedIn(Map.of(
                "leasehold.vault.role-id", field(vault.send("GET", "auth/approle/role/brief/role-id", ""), "role_id"),
                "leasehold.vault.secret-id",
                        field(vault.send("POST", "auth/approle/role/brief/secret-id", "{}"), "secret_id")));

        secrets.requireReady();
        secrets.requireReady();

        assertThat(tokensOf("brief")).contains("\"last_renewal_time\"");
    }

    @Test
    void aWrongSecretIdIsNotLetIn() {
        VaultSecrets secrets = signedIn(Map.of("leasehold.vault.secret-id", "wrong"));

        assertFails(() -> secrets.read(path, 1), Reason.FORBIDDEN);
        assertFails(secrets::requireReady, Reason.FORBIDDEN);
    }

    @Test
    void aPodSignsInWithItsOwnToken() throws Exception {
        Path jwt = Files.writeString(folder.resolve("token"), Jwt.signedFor("system:serviceaccount:leasehold:gateway"));
        vault.send("POST", "sys/auth/cluster", "{\"type\": \"jwt\"}");
        vault.send("POST", "auth/cluster/config", "{\"jwt_validation_pubkeys\": [\"" + Jwt.publicKey() + "\"]}");
        vault.send("POST", "auth/cluster/role/leasehold-gateway", """
                {"role_type": "jwt", "user_claim": "sub", "bound_audiences": ["vault"],
                 "bound_subject": "system:serviceaccount:leasehold:gateway", "token_policies": ["leasehold-gateway"]}
                """);
        SecretPath known = SecretPath.ofKey(UUID.randomUUID(), UUID.randomUUID());
        signedIn(Map.of()).write(known, 0, Secret.of("first"));
        VaultSecrets gateway = signedIn(Map.of(
                "leasehold.vault.kubernetes.role", "leasehold-gateway",
                "leasehold.vault.kubernetes.mount", "cluster",
                "leasehold.vault.kubernetes.token-path", jwt.toString()));

        assertThat(gateway.read(known, 1).reveal()).isEqualTo("first");
        assertFails(() -> gateway.write(known, 1, Secret.of("second")), Reason.FORBIDDEN);
    }

    private VaultSecrets signedIn(Map<String, String> settings) {
        var all = new HashMap<>(Map.of(
                "leasehold.vault.url", vault.address().url().toString(),
                "leasehold.vault.role-id", vault.address().role("key-service").roleId(),
                "leasehold.vault.secret-id", vault.address().role("key-service").secretId()));
        all.putAll(settings);
        return new VaultSecrets(VaultSettings.vault(all), metrics);
    }

    private String tokensOf(String role) throws Exception {
        String accessors = vault.send("LIST", "auth/token/accessors", "");
        var found = new StringBuilder();
        for (String accessor : accessors
                .replaceAll(".*\"keys\":\\[([^]]*)].*", "$1")
                .replace("\"", "")
                .split(",")) {
            String token =
                    vault.send("POST", "auth/token/lookup-accessor", "{\"accessor\": \"" + accessor.strip() + "\"}");
            if (token.contains("\"role_name\":\"" + role + "\"")) {
                found.append(token);
            }
        }
        return found.toString();
    }

    private static String field(String json, String name) {
        return json.replaceAll("(?s).*\"" + name + "\":\\s*\"([^\"]*)\".*", "$1");
    }

    private static void assertFails(ThrowingCallable call, Reason reason) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        SecretStoreProblem.class,
                        problem -> assertThat(problem.reason()).isEqualTo(reason));
    }
}
