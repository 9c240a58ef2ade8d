package io.leasehold.helm;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the chart tells key-service of secrets, rotation and sources, and nobody else. */
class KeySettingsTest {
    @Test
    void whileSecretsMoveOnlyKeyServiceKnowsOfTwoStores() {
        List<KubeObject> objects = Chart.render(Map.of("secrets.movingFrom", "sealed"));

        assertThat(Chart.settings(objects, "key-service"))
                .containsEntry("LEASEHOLD_SECRETS_STORE", "vault")
                .containsEntry("LEASEHOLD_SECRETS_MOVING_FROM", "sealed")
                .containsKey("LEASEHOLD_VAULT_URL");
        assertThat(KubeObject.variables(
                        Chart.deployment(objects, "key-service").allContainers().getLast()))
                .contains("LEASEHOLD_SECRETS_MASTER_KEY");
        assertThat(List.of("gateway", "distribution-service", "usage-collector"))
                .allSatisfy(reader -> assertThat(Chart.settings(objects, reader))
                        .containsEntry("LEASEHOLD_SECRETS_STORE", "sealed")
                        .doesNotContainKeys("LEASEHOLD_SECRETS_MOVING_FROM", "LEASEHOLD_VAULT_URL"));
    }

    @Test
    void howKeysAreRotatedIsToldToKeyServiceOnly() {
        List<KubeObject> objects = Chart.render(Map.of("rotation.overlap", "72h", "rotation.triesBeforeStuck", "9"));

        assertThat(Chart.settings(objects, "key-service"))
                .containsEntry("LEASEHOLD_ROTATION_OVERLAP", "72h")
                .containsEntry("LEASEHOLD_ROTATION_TRIES_BEFORE_STUCK", "9")
                .containsEntry("LEASEHOLD_ROTATION_QUIET", "15m");
        assertThat(Chart.settings(objects, "distribution-service")).doesNotContainKey("LEASEHOLD_ROTATION_OVERLAP");
    }

    @Test
    void whereKeysTakeTheirSecretsFromIsToldToKeyServiceOnly() {
        List<KubeObject> objects = Chart.render("key-sources");
        Map<String, Object> settings = Chart.settings(objects, "key-service");

        assertThat(settings)
                .containsEntry("LEASEHOLD_KEY_SOURCES_NAMED_0__NAME", "openai-prod")
                .containsEntry("LEASEHOLD_KEY_SOURCES_NAMED_0__WORKSPACE", "acme")
                .containsEntry(
                        "LEASEHOLD_KEY_SOURCES_NAMED_0__FILE", "/var/run/secrets/leasehold/key-sources/openai-prod")
                .containsEntry("LEASEHOLD_KEY_SOURCES_NAMED_0__REVOKE_OLD", "true")
                .containsEntry("LEASEHOLD_KEY_SOURCES_NAMED_1__VARIABLE", "OPENROUTER_API_KEY")
                .containsEntry("LEASEHOLD_KEY_SOURCES_NAMED_2__FILE", "/etc/keys/mistral")
                .containsEntry("LEASEHOLD_KEY_SOURCES_NAMED_3__VAULT_PATH", "secret/teams/cohere")
                .containsEntry("LEASEHOLD_KEY_SOURCES_NAMED_3__VAULT_FIELD", "api_key")
                // Though the secrets of all other keys are sealed.
                .containsEntry("LEASEHOLD_SECRETS_STORE", "sealed")
                .containsKey("LEASEHOLD_VAULT_URL")
                .doesNotContainKeys("LEASEHOLD_KEY_SOURCES_NAMED_1__FILE", "LEASEHOLD_KEY_SOURCES_NAMED_1__REVOKE_OLD");
        KubeObject keys = Chart.deployment(objects, "key-service");
        assertThat(keys.pod().get("volumes").toString())
                .contains("secret={name=openai, items=[{key=api-key, path=openai-prod}]}")
                .doesNotContain("path=openrouter");
        assertThat(KubeObject.variables(keys.allContainers().getLast())).contains("OPENROUTER_API_KEY");
        assertThat(KubeObject.variables(keys.allContainers().getFirst())).doesNotContain("OPENROUTER_API_KEY");
        assertThat(keys.allContainers().getFirst().toString()).doesNotContain("key-sources");
        assertThat(Chart.settings(objects, "gateway").toString()).doesNotContain("openai-prod");
        assertThat(Chart.deployment(objects, "gateway").pod().toString()).doesNotContain("key-sources");
    }

    /** A value that no setting has would be told to nobody. */
    @Test
    void everyValueOfRotationIsASettingWithTheSameDefault() throws Exception {
        String config =
                Files.readString(Path.of("../key-service/src/main/java/io/leasehold/key/rotation/RotationConfig.java"));
        Map<String, Object> values =
                KubeObject.map(Chart.yaml(Chart.FOLDER.resolve("values.yaml")).get("rotation"));

        assertThat(values)
                .isNotEmpty()
                .allSatisfy((name, value) -> assertThat(config)
                        .containsPattern("@WithDefault\\(\"" + value + "\"\\)\\s+\\w+ " + name + "\\(\\)"));
    }
}
