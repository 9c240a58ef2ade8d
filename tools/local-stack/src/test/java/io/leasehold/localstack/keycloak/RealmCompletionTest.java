package io.leasehold.localstack.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.leasehold.localstack.KeycloakAddress;
import io.leasehold.localstack.StackAddresses;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** A realm that was imported before its file had the client by which members are managed. */
@EnabledIfEnvironmentVariable(
        named = StackAddresses.ENVIRONMENT_VARIABLE,
        matches = ".+",
        disabledReason = "needs real servers: ./leasehold test --module local-stack")
class RealmCompletionTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String NEW_CLIENT = "key-service-members";

    private final HttpClient http = HttpClient.newHttpClient();
    private final KeycloakAddress shared =
            StackAddresses.fromEnvironment().orElseThrow().keycloak();
    private final KeycloakAddress own = new KeycloakAddress(
            shared.url(),
            "realm-" + UUID.randomUUID().toString().substring(0, 8),
            shared.adminUser(),
            shared.adminPassword(),
            shared.clientSecrets(),
            shared.userPasswords());
    private String today = "";

    RealmCompletionTest() throws IOException {}

    @BeforeEach
    void importAnOlderRealm() throws Exception {
        ObjectNode realm =
                (ObjectNode) JSON.readTree(DemoRealm.json(Path.of("../../k8s/keycloak/leasehold-realm.json"), shared));
        realm.put("realm", own.realm());
        today = realm.toString();
        ObjectNode older = realm.deepCopy();
        remove(older.get("clients"), "clientId", NEW_CLIENT);
        remove(older.get("users"), "serviceAccountClientId", NEW_CLIENT);
        assertThat(admin("POST", "", older.toString())).isEqualTo(201);
    }

    @AfterEach
    void deleteIt() throws Exception {
        admin("DELETE", "/" + own.realm(), "");
    }

    @Test
    void getsWhatIsMissingWithItsRoleHoweverOftenItIsAsked() throws Exception {
        new RealmCompletion(own).add(today);
        new RealmCompletion(own).add(today);

        String token = token(
                own,
                "grant_type=client_credentials&client_id=" + NEW_CLIENT + "&client_secret="
                        + own.clientSecret(NEW_CLIENT));
        assertThat(call("GET", "/" + own.realm() + "/users?max=1", "", token)).isEqualTo(200);
        assertThat(call("GET", "/" + own.realm() + "/clients", "", token)).isEqualTo(403);
    }

    private static void remove(JsonNode from, String name, String value) {
        for (Iterator<JsonNode> each = from.elements(); each.hasNext(); ) {
            if (each.next().path(name).asText().equals(value)) {
                each.remove();
            }
        }
    }

    private int admin(String method, String path, String body) throws Exception {
        KeycloakAddress master =
                new KeycloakAddress(shared.url(), "master", "", "", shared.clientSecrets(), shared.userPasswords());
        String form = "grant_type=password&client_id=admin-cli&username=" + shared.adminUser() + "&password="
                + shared.adminPassword();
        return call(method, path, body, token(master, form));
    }

    private int call(String method, String path, String body, String token) throws Exception {
        return http.send(
                        HttpRequest.newBuilder(URI.create(shared.url() + "/admin/realms" + path))
                                .header("authorization", "Bearer " + token)
                                .header("content-type", "application/json")
                                .method(method, BodyPublishers.ofString(body))
                                .build(),
                        BodyHandlers.discarding())
                .statusCode();
    }

    private String token(KeycloakAddress realm, String form) throws Exception {
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(realm.tokenEndpoint())
                        .header("content-type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.ofString());
        return JSON.readTree(answer.body()).path("access_token").asText();
    }
}
