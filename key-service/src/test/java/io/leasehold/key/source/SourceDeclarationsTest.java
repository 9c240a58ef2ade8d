package io.leasehold.key.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leasehold.kit.secret.SecretsConfig;
import io.leasehold.kit.secret.VaultConfig;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SourceDeclarationsTest {
    private static final String FIRST = "leasehold.key-sources.named[0].";

    @Test
    void noneNeedsToBeNamed() {
        assertThat(read(Map.of())).isEmpty();
    }

    @Test
    void eachKindOfPlaceIsKnown() {
        Map<String, KeySource> sources = read(Map.ofEntries(
                Map.entry(FIRST + "name", "one"),
                Map.entry(FIRST + "workspace", "acme"),
                Map.entry(FIRST + "variable", "OPENAI_API_KEY"),
                Map.entry("leasehold.key-sources.named[1].name", "two"),
                Map.entry("leasehold.key-sources.named[1].workspace", "acme"),
                Map.entry("leasehold.key-sources.named[1].file", "/run/keys/openai"),
                Map.entry("leasehold.key-sources.named[1].revoke-old", "true"),
                Map.entry("leasehold.key-sources.named[2].name", "three"),
                Map.entry("leasehold.key-sources.named[2].workspace", "globex"),
                Map.entry("leasehold.key-sources.named[2].vault-path", "secret/teams/openai"),
                Map.entry("leasehold.key-sources.named[2].vault-field", "api_key"),
                Map.entry("leasehold.vault.url", "https://vault.example.com")));

        assertThat(sources)
                .containsOnly(
                        Map.entry(
                                "one", new KeySource("one", "acme", new SourcePlace.Variable("OPENAI_API_KEY"), false)),
                        Map.entry(
                                "two",
                                new KeySource(
                                        "two", "acme", new SourcePlace.MountedFile(Path.of("/run/keys/openai")), true)),
                        Map.entry(
                                "three",
                                new KeySource(
                                        "three",
                                        "globex",
                                        new SourcePlace.VaultSecret("secret", "teams/openai", "api_key"),
                                        false)));
        assertThat(sources.get("three").words()).isEqualTo("source 'three' (Vault secret/teams/openai#api_key)");
    }

    /** In a cluster settings are variables, which hold no dashes and no quotes. */
    @Test
    void theyCanBeNamedByVariables() {
        SmallRyeConfig config = builder()
                .withSources(new EnvConfigSource(
                        Map.of(
                                "LEASEHOLD_KEY_SOURCES_NAMED_0__NAME", "openai-prod",
                                "LEASEHOLD_KEY_SOURCES_NAMED_0__WORKSPACE", "acme",
                                "LEASEHOLD_KEY_SOURCES_NAMED_0__VAULT_PATH", "secret/openai",
                                "LEASEHOLD_KEY_SOURCES_NAMED_0__REVOKE_OLD", "true",
                                "LEASEHOLD_VAULT_URL", "https://vault.example.com"),
                        300))
                .build();

        assertThat(read(config))
                .containsOnly(Map.entry(
                        "openai-prod",
                        new KeySource(
                                "openai-prod", "acme", new SourcePlace.VaultSecret("secret", "openai", null), true)));
    }

    @Test
    void allThatIsWrongIsSaidAtOnceWithWhatToDo() {
        assertThatThrownBy(() -> read(Map.of(
                        FIRST + "name",
                        "Not a name",
                        "leasehold.key-sources.named[1].name",
                        "two",
                        "leasehold.key-sources.named[1].workspace",
                        "acme",
                        "leasehold.key-sources.named[1].file",
                        "keys/openai")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("named[0].name must begin with")
                .hasMessageContaining("named[0].workspace is not set; name the workspace")
                .hasMessageContaining("named[0] has 0 places; set exactly one of variable, file and vault-path")
                .hasMessageContaining("named[1].file must be a whole path");
    }

    @Test
    void aNameStandsForOnePlace() {
        assertRefused(
                Map.of(
                        "leasehold.key-sources.named[1].name",
                        "one",
                        "leasehold.key-sources.named[1].workspace",
                        "globex",
                        "leasehold.key-sources.named[1].variable",
                        "OTHER_KEY",
                        FIRST + "variable",
                        "SOME_KEY"),
                "named[1].name 'one' is there twice");
        assertRefused(Map.of(FIRST + "variable", "SOME_KEY", FIRST + "file", "/run/key"), "has 2 places");
        assertRefused(
                Map.of(FIRST + "variable", "SOME_KEY", FIRST + "vault-field", "key"), "goes with vault-path only");
    }

    /** Whoever could choose them would be given this service's own secrets. */
    @Test
    void itsOwnSecretsAreNoSources() {
        assertRefused(Map.of(FIRST + "variable", "LEASEHOLD_SECRETS_MASTER_KEY"), "a setting of this service");
        assertRefused(
                Map.of(
                        FIRST + "vault-path",
                        "leasehold/0199f2a4-7c1e-7b0a-9d52-5a3b0c0e7a11/keys/1",
                        "leasehold.vault.url",
                        "https://vault.example.com"),
                "where all keys' secrets are");
    }

    @Test
    void aPathInVaultIsWholeAndThereIsAVault() {
        String vault = "https://vault.example.com";
        assertRefused(Map.of(FIRST + "vault-path", "secret/openai"), "leasehold.vault.url");
        assertRefused(Map.of(FIRST + "vault-path", "secret", "leasehold.vault.url", vault), "a mount and a path");
        assertRefused(
                Map.of(FIRST + "vault-path", "secret/../leasehold/x", "leasehold.vault.url", vault),
                "a mount and a path");
        assertRefused(Map.of(FIRST + "vault-path", "/secret/x", "leasehold.vault.url", vault), "a mount and a path");
    }

    /** Where the secret store is Vault its own check says so; where all else is sealed nobody else would. */
    @Test
    void productionReachesTheVaultOfSourcesByTlsOnly() {
        Map<String, String> settings = new HashMap<>(Map.of(
                FIRST + "name",
                "one",
                FIRST + "workspace",
                "acme",
                FIRST + "vault-path",
                "secret/openai",
                "leasehold.secrets.store",
                "sealed",
                "leasehold.vault.token",
                "root",
                "leasehold.vault.url",
                "http://vault.example.com"));
        assertThat(violations(settings)).hasSize(2).anyMatch(violation -> violation.contains("not https"));

        settings.put("leasehold.vault.url", "https://vault.example.com");
        settings.remove("leasehold.vault.token");
        assertThat(violations(settings)).isEmpty();
    }

    private static List<String> violations(Map<String, String> settings) {
        SmallRyeConfig config = builder()
                .withMapping(SecretsConfig.class)
                .withDefaultValues(settings)
                .build();
        VaultConfig vault = config.getConfigMapping(VaultConfig.class);
        return new SourceProductionCheck(
                        new KeySources(config.getConfigMapping(KeySourcesConfig.class), vault),
                        config.getConfigMapping(SecretsConfig.class),
                        vault)
                .violations();
    }

    private static void assertRefused(Map<String, String> settings, String why) {
        Map<String, String> all = new HashMap<>(Map.of(FIRST + "name", "one", FIRST + "workspace", "acme"));
        all.putAll(settings);
        assertThatThrownBy(() -> read(all))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(why);
    }

    private static Map<String, KeySource> read(Map<String, String> settings) {
        return read(builder().withDefaultValues(settings).build());
    }

    private static Map<String, KeySource> read(SmallRyeConfig config) {
        return SourceDeclarations.read(
                config.getConfigMapping(KeySourcesConfig.class).named(), config.getConfigMapping(VaultConfig.class));
    }

    private static SmallRyeConfigBuilder builder() {
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .addDiscoveredConverters()
                .withMapping(KeySourcesConfig.class)
                .withMapping(VaultConfig.class);
    }
}
