package io.leasehold.localstack.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leasehold.localstack.RandomText;
import io.leasehold.localstack.StackAddresses;
import io.leasehold.localstack.VaultAddress;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** What the committed policies really allow. */
@EnabledIfEnvironmentVariable(
        named = StackAddresses.ENVIRONMENT_VARIABLE,
        matches = ".+",
        disabledReason = "needs real servers: ./leasehold test --module local-stack")
class VaultPoliciesTest {
    private final @Nullable VaultAddress vault =
            StackAddresses.fromEnvironment().orElseThrow().vault();
    private final String workspace = RandomText.hex(8);
    private final String key = "leasehold/data/" + workspace + "/keys/one";

    VaultPoliciesTest() throws Exception {}

    @BeforeEach
    void needsAVault() {
        Assumptions.assumeTrue(vault != null, "no Vault on this machine");
    }

    @Test
    void keyServiceWritesWithCheckAndSetReadsAndDestroys() throws Exception {
        var api = signIn("key-service");

        api.put(key, Map.of("data", Map.of("secret", "s"), "options", Map.of("cas", 0)));

        assertThat(api.get(key).path("data").path("data").path("secret").asText())
                .isEqualTo("s");
        api.put("leasehold/destroy/" + workspace + "/keys/one", Map.of("versions", new int[] {1}));
        assertThatThrownBy(() -> api.get(key)).hasMessageContaining("Vault has no");
    }

    @Test
    void theGatewayReadsKeysAndNothingElse() throws Exception {
        signIn("key-service").put(key, Map.of("data", Map.of("secret", "s")));
        var gateway = signIn("gateway");

        assertThat(gateway.get(key).path("data").path("data").path("secret").asText())
                .isEqualTo("s");
        assertThatThrownBy(() -> gateway.put(key, Map.of("data", Map.of("secret", "t"))))
                .hasMessageContaining("403");
        assertThatThrownBy(() -> gateway.get("leasehold/data/" + workspace + "/accounts/one"))
                .hasMessageContaining("403");
    }

    @Test
    void theCollectorReadsCredentialsAndWritesNothing() throws Exception {
        String account = "leasehold/data/" + workspace + "/accounts/one";
        signIn("key-service").put(account, Map.of("data", Map.of("credential", "c")));
        var collector = signIn("usage-collector");

        assertThat(collector
                        .get(account)
                        .path("data")
                        .path("data")
                        .path("credential")
                        .asText())
                .isEqualTo("c");
        assertThatThrownBy(() -> collector.put(account, Map.of("data", Map.of("credential", "d"))))
                .hasMessageContaining("403");
        assertThatThrownBy(() -> collector.put(account + "/github", Map.of("data", Map.of("token", "t"))))
                .hasMessageContaining("403");
    }

    private VaultApi signIn(String service) throws Exception {
        VaultAddress address = Objects.requireNonNull(vault);
        var role = address.role(service);
        var token = new VaultApi(address.url(), "")
                .put("auth/approle/login", Map.of("role_id", role.roleId(), "secret_id", role.secretId()));
        return new VaultApi(
                address.url(), token.path("auth").path("client_token").asText());
    }
}
