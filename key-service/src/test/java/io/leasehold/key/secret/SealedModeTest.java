package io.leasehold.key.secret;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.leasehold.key.KeyApi;
import io.leasehold.key.Sim;
import io.leasehold.kit.database.Database;
import io.leasehold.test.Await;
import io.leasehold.test.Keycloak;
import io.leasehold.test.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The whole service on the sealed store. */
@QuarkusTest
@TestProfile(SealedModeTest.Sealed.class)
class SealedModeTest {
    private final TestWorkspace workspace = TestWorkspace.fresh();
    private final KeyApi admin = KeyApi.as(workspace, "admin");

    @Inject
    Database database;

    public static class Sealed implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("leasehold.secrets.store", "sealed");
        }
    }

    @Test
    void aKeyLivesAndEndsInTheSealedStore() {
        Sim.SimKey key = Sim.anthropicKey();
        UUID id = admin.addBoundKey(admin.addAnthropicAccount(), key);
        assertThat(sealedVersionsOf(id)).isEqualTo(1);
        assertThat(readByGateway(id)).isEqualTo(key.secret());

        admin.call().post("/api/v1/keys/" + id + "/revoke").then().statusCode(202);

        Await.untilAsserted(() ->
                assertThat(admin.<String>read("/api/v1/keys/" + id, "state")).isEqualTo("revoked"));
        assertThat(sealedVersionsOf(id)).isZero();
        given().get("/q/health/ready")
                .then()
                .body("checks.find { it.name == 'Secret store' }.data.store", equalTo("sealed"));
    }

    private String readByGateway(UUID id) {
        return given().auth()
                .oauth2(new Keycloak().clientToken("gateway"))
                .queryParam("workspace", workspace.id())
                .queryParam("version", 1)
                .get("/internal/v1/secrets/keys/" + id)
                .then()
                .statusCode(200)
                .extract()
                .path("secret");
    }

    private long sealedVersionsOf(UUID id) {
        return database.asSystem(handle -> handle.select("select count(*) from sealed_secret where owner_id = ?", id)
                .mapTo(Long.class)
                .one());
    }
}
