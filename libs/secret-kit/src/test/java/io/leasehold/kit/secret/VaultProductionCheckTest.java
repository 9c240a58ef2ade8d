package io.leasehold.kit.secret;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfig;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VaultProductionCheckTest {
    @Test
    void theSealedStoreIsNeverWhatOneGetsByDefault() {
        assertThat(violations(Map.of()))
                .anySatisfy(violation -> assertThat(violation)
                        .contains("leasehold.vault.url")
                        .contains("leasehold.secrets.store=sealed"));
    }

    @Test
    void theSealedStoreChosenByNameIsFine() {
        assertThat(violations(Map.of("leasehold.secrets.store", "sealed"))).isEmpty();
    }

    @Test
    void vaultByTlsWithAnAppRoleIsFine() {
        assertThat(violations(Map.of(
                        "leasehold.vault.url",
                        "https://vault.example.com:8200",
                        "leasehold.vault.role-id",
                        "role",
                        "leasehold.vault.secret-id",
                        "secret")))
                .isEmpty();
    }

    @Test
    void vaultByTlsWithAPodsOwnTokenIsFine() {
        assertThat(violations(Map.of(
                        "leasehold.vault.url",
                        "https://vault.example.com:8200",
                        "leasehold.vault.kubernetes.role",
                        "leasehold-key-service")))
                .isEmpty();
    }

    @Test
    void aVaultThatNobodySignsInToIsNamed() {
        assertThat(violations(Map.of(
                        "leasehold.vault.url", "https://vault.example.com:8200", "leasehold.vault.role-id", "role")))
                .singleElement()
                .asString()
                .contains("leasehold.vault.secret-id");
    }

    @Test
    void plainHttpAndAFixedTokenAreNamed() {
        assertThat(violations(Map.of(
                        "leasehold.vault.url", "HTTP://vault.example.com:8200", "leasehold.vault.token", "token")))
                .hasSize(2);
    }

    private static List<String> violations(Map<String, String> settings) {
        SmallRyeConfig config = VaultSettings.of(settings);
        return new VaultProductionCheck(
                        config.getConfigMapping(SecretsConfig.class), config.getConfigMapping(VaultConfig.class))
                .violations();
    }
}
