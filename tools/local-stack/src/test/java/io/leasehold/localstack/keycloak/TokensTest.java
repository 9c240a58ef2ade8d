package io.leasehold.localstack.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.leasehold.localstack.KeycloakAddress;
import io.leasehold.localstack.StackAddresses;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** What the realm really puts into tokens. */
@EnabledIfEnvironmentVariable(
        named = StackAddresses.ENVIRONMENT_VARIABLE,
        matches = ".+",
        disabledReason = "needs real servers: ./leasehold test --module local-stack")
class TokensTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final KeycloakAddress keycloak =
            StackAddresses.fromEnvironment().orElseThrow().keycloak();

    TokensTest() throws Exception {}

    @Test
    void aUsersTokenNamesTheApiAndTheGroupsWithFullPaths() throws Exception {
        JsonNode ada =
                claims("grant_type=password&client_id=cli&username=ada&password=" + keycloak.userPassword("ada"));

        assertThat(texts(ada.path("aud"))).containsExactly("leasehold-api");
        assertThat(texts(ada.path("groups"))).containsExactlyInAnyOrder("/workspaces/acme/admin", "/platform-admin");
        assertThat(ada.path("iss").asText()).isEqualTo(keycloak.issuer().toString());
        assertThat(ada.path("sub").asText()).isNotEmpty();
        assertThat(ada.path("exp").asLong() - ada.path("iat").asLong()).isEqualTo(300);
    }

    @Test
    void aNodesTokenCarriesItsWorkspace() throws Exception {
        JsonNode node = claimsOfClient("node-globex");

        assertThat(texts(node.path("aud"))).containsExactly("leasehold-api");
        assertThat(texts(node.path("groups"))).containsExactly("/workspaces/globex/node");
        assertThat(node.path("azp").asText()).isEqualTo("node-globex");
    }

    @Test
    void aServicesTokenNamesWhomItMayCallAndCarriesNoGroups() throws Exception {
        JsonNode gateway = claimsOfClient("gateway");

        assertThat(texts(gateway.path("aud"))).containsExactlyInAnyOrder("distribution-service", "key-service");
        assertThat(gateway.has("groups")).isFalse();
        assertThat(claimsOfClient("analytics-service").has("aud")).isFalse();
    }

    private JsonNode claimsOfClient(String client) throws Exception {
        return claims("grant_type=client_credentials&client_id=%s&client_secret=%s"
                .formatted(client, keycloak.clientSecret(client)));
    }

    private JsonNode claims(String form) throws Exception {
        var request = HttpRequest.newBuilder(keycloak.tokenEndpoint())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        try (var http = HttpClient.newHttpClient()) {
            String token = JSON.readTree(
                            http.send(request, BodyHandlers.ofString()).body())
                    .path("access_token")
                    .asText();
            return JSON.readTree(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]));
        }
    }

    private static Stream<String> texts(JsonNode oneOrMany) {
        return oneOrMany.isArray()
                ? StreamSupport.stream(oneOrMany.spliterator(), false).map(JsonNode::asText)
                : Stream.of(oneOrMany.asText());
    }
}
