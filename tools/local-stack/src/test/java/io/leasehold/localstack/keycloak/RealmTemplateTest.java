package io.leasehold.localstack.keycloak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.leasehold.localstack.settings.Secrets;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RealmTemplateTest {
    @TempDir
    Path folder;

    @Test
    void placeholdersAreFilledIn() {
        var template = new RealmTemplate("""
                {"secret": "${NODE_A_CLIENT_SECRET}", "port": "${PORT}"}""");

        String filled = template.fill(Map.of("NODE_A_CLIENT_SECRET", "s3cret$1", "PORT", "8180"));

        assertThat(filled).isEqualTo("""
                {"secret": "s3cret$1", "port": "8180"}""");
    }

    @Test
    void aMissingValueIsNamed() {
        assertThatThrownBy(() -> new RealmTemplate("${NODE_Z_CLIENT_SECRET}").fill(Map.of()))
                .hasMessageContaining("NODE_Z_CLIENT_SECRET");
    }

    @Test
    void aValueThatWouldBreakTheJsonIsRefusedWithoutSayingIt() {
        assertThatThrownBy(() -> new RealmTemplate("${A}").fill(Map.of("A", "x\", \"enabled\": true")))
                .hasMessageContaining("the value for A")
                .hasMessageNotContaining("enabled");
    }

    @Test
    void theRealmIsCompleteAndHasNoPlaceholderLeft() throws Exception {
        JsonNode realm = realm();

        assertThat(realm.path("realm").asText()).isEqualTo("leasehold");
        assertThat(realm.toString()).doesNotContain("${");
        assertThat(realm.path("users"))
                .anySatisfy(user -> assertThat(user.path("groups").toString()).contains("/platform-admin"));
    }

    @Test
    void everyClientHasTheScopeThatPutsSubIntoItsTokens() throws Exception {
        for (JsonNode client : realm().path("clients")) {
            assertThat(client.path("defaultClientScopes").toString())
                    .as(client.path("clientId").asText())
                    .contains("\"basic\"");
        }
    }

    @Test
    void tokensOfServicesCarryNoGroups() throws Exception {
        for (JsonNode client : realm().path("clients")) {
            String id = client.path("clientId").asText();
            boolean service = id.endsWith("-service") || id.equals("gateway") || id.equals("usage-collector");
            if (service) {
                assertThat(client.path("defaultClientScopes").toString()).as(id).isEqualTo("[\"basic\"]");
            }
        }
    }

    private JsonNode realm() throws Exception {
        var secrets = new Secrets(folder.resolve("secrets.properties"));
        return new ObjectMapper()
                .readTree(DemoRealm.json(
                        Path.of("../../k8s/keycloak/leasehold-realm.json"),
                        DemoRealm.address(URI.create("http://localhost:8180"), secrets)));
    }
}
