package io.leasehold.key.internal;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.leasehold.key.KeyApi;
import io.leasehold.key.Sim;
import io.leasehold.test.Await;
import io.leasehold.test.Keycloak;
import io.leasehold.test.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SecretResourceTest {
    private final Keycloak keycloak = new Keycloak();
    private final TestWorkspace workspace = TestWorkspace.fresh();
    private final KeyApi admin = KeyApi.as(workspace, "admin");

    @Test
    void theServicesThatUseKeysGetThem() {
        Sim.SimKey key = Sim.anthropicKey();
        UUID id = admin.addKey(admin.addAnthropicAccount(), key);

        for (String service : List.of("gateway", "distribution-service")) {
            ask(keycloak.clientToken(service), "keys", id, workspace.id(), 1)
                    .then()
                    .statusCode(200)
                    .header("cache-control", containsString("no-store"))
                    .body("secret", equalTo(key.secret()));
        }
    }

    @Test
    void accountsCredentialsAreReadTheSameWay() {
        Sim.SimKey credential = Sim.anthropicAdmin();
        UUID id = admin.addAccount("anthropic", credential.secret());

        ask(keycloak.clientToken("usage-collector"), "accounts", id, workspace.id(), 1)
                .then()
                .statusCode(200)
                .body("secret", equalTo(credential.secret()));
    }

    @Test
    void theSecretOfConversationsIsMadeOnceAndOnlyGatewaysGetIt() {
        String made = conversations(keycloak.clientToken("gateway"))
                .then()
                .statusCode(200)
                .header("cache-control", containsString("no-store"))
                .extract()
                .path("secret");

        assertThat(made).matches("[0-9a-f]{64}");
        conversations(keycloak.clientToken("gateway")).then().body("secret", equalTo(made));
        for (String token : List.of(
                keycloak.clientToken("usage-collector"),
                keycloak.clientToken("distribution-service"),
                workspace.token("admin"),
                keycloak.demoUserToken("ada"))) {
            conversations(token).then().statusCode(403);
        }
    }

    private static Response conversations(String token) {
        return given().auth().oauth2(token).get("/internal/v1/secrets/conversations");
    }

    @Test
    void everyReadIsAudited() {
        UUID id = admin.addKey(admin.addAnthropicAccount(), Sim.anthropicKey());

        ask(keycloak.clientToken("gateway"), "keys", id, workspace.id(), 1)
                .then()
                .statusCode(200);

        Await.untilAsserted(() -> assertThat(
                        admin.<List<String>>read("/api/v1/audit?action=secret.read&target=" + id, "items.actor"))
                .contains("gateway"));
    }

    @Test
    void anythingElseIsNotThere() {
        UUID id = admin.addKey(admin.addAnthropicAccount(), Sim.anthropicKey());
        String gateway = keycloak.clientToken("gateway");

        ask(gateway, "keys", id, workspace.id(), 2).then().statusCode(404);
        ask(gateway, "keys", id, workspace.id(), 0).then().statusCode(404);
        ask(gateway, "keys", id, UUID.randomUUID(), 1).then().statusCode(404);
        ask(gateway, "keys", UUID.randomUUID(), workspace.id(), 1).then().statusCode(404);
        ask(keycloak.clientToken("usage-collector"), "accounts", id, workspace.id(), 1)
                .then()
                .statusCode(404);
        ask(gateway, "accounts", id, workspace.id(), 1).then().statusCode(403);
    }

    @Test
    void whatIsLeftOutIsNamed() {
        given().auth()
                .oauth2(keycloak.clientToken("gateway"))
                .get("/internal/v1/secrets/keys/" + UUID.randomUUID())
                .then()
                .statusCode(400);
    }

    @Test
    void nobodyElseGetsThem() {
        UUID id = admin.addKey(admin.addAnthropicAccount(), Sim.anthropicKey());

        for (String token : List.of(
                keycloak.clientToken("usage-collector"),
                workspace.token("admin"),
                workspace.nodeToken("node-1"),
                keycloak.demoUserToken("ada"),
                keycloak.clientToken("node-a"))) {
            ask(token, "keys", id, workspace.id(), 1).then().statusCode(403);
        }
        given().get("/internal/v1/secrets/keys/" + id).then().statusCode(401);
    }

    private static Response ask(String token, String kind, UUID id, UUID workspaceId, int version) {
        return given().auth()
                .oauth2(token)
                .queryParam("workspace", workspaceId)
                .queryParam("version", version)
                .get("/internal/v1/secrets/" + kind + "/" + id);
    }
}
