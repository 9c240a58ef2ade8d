package io.leasehold.key.revocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.leasehold.contracts.Topic;
import io.leasehold.contracts.event.AuditEntry;
import io.leasehold.key.KeyApi;
import io.leasehold.key.Sim;
import io.leasehold.kit.secret.SecretPath;
import io.leasehold.kit.secret.SecretStore;
import io.leasehold.kit.secret.SecretStoreProblem;
import io.leasehold.test.Await;
import io.leasehold.test.Events;
import io.leasehold.test.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Many keys at once, and keys that nobody can prove dead. */
@QuarkusTest
class EndManyKeysTest {
    private final TestWorkspace workspace = TestWorkspace.fresh();
    private final KeyApi admin = KeyApi.as(workspace, "admin");

    @Inject
    SecretStore secrets;

    @Test
    void allKeysOfAFilterAreRevokedAndADryRunRevokesNone() {
        UUID account = admin.addAnthropicAccount();
        UUID other = admin.addAnthropicAccount();
        Sim.SimKey one = Sim.anthropicKey();
        Sim.SimKey two = Sim.anthropicKey();
        admin.addBoundKey(account, one);
        admin.addBoundKey(account, two);
        UUID spared = admin.addBoundKey(other, Sim.anthropicKey());

        admin.call()
                .body("{\"dry_run\":true}")
                .post("/api/v1/keys/revoke?account=" + account)
                .then()
                .statusCode(200)
                .body("items", hasSize(2))
                .body("items.state", everyItem(equalTo("planned")));
        assertThat(Sim.status(one)).isEqualTo("active");
        for (int again = 0; again < 2; again++) {
            admin.call()
                    .body("{\"reason\":\"leaked\"}")
                    .post("/api/v1/keys/revoke?account=" + account)
                    .then()
                    .statusCode(200)
                    .body("items", hasSize(2))
                    .body("next_cursor", nullValue());
        }

        Await.untilAsserted(() -> admin.call()
                .get("/api/v1/keys?account=" + account)
                .then()
                .body("items.state", everyItem(equalTo("revoked"))));
        assertThat(Sim.status(two)).isEqualTo("archived");
        admin.call().get("/api/v1/keys/" + spared).then().body("state", equalTo("active"));
    }

    @Test
    void withoutAFilterNothingIsRevoked() {
        admin.addUnverifiedKey(admin.addAnthropicAccount());

        admin.call().post("/api/v1/keys/revoke").then().statusCode(400);
        admin.call().post("/api/v1/keys/revoke?state=active&limit=101").then().statusCode(400);
        admin.call().get("/api/v1/keys?state=active").then().body("items", hasSize(1));
    }

    @Test
    void aKeyThatAwaitsAPersonIsGivenUpWithAReasonThatIsAudited() {
        UUID id = admin.addKey(admin.addAnthropicAccount(), Sim.anthropicKey());
        abandon(id).then().statusCode(409);
        admin.call().post("/api/v1/keys/" + id + "/revoke").then().statusCode(202);
        Await.untilAsserted(
                () -> admin.call().get("/api/v1/keys/" + id).then().body("state", equalTo("awaiting_manual")));

        abandon(id).then().statusCode(202);

        Await.untilAsserted(() -> admin.call()
                .get("/api/v1/keys/" + id)
                .then()
                .body("state", equalTo("revoked"))
                .body("reason", containsString("account was closed")));
        admin.call()
                .get("/api/v1/keys/" + id + "/revocation")
                .then()
                .body("steps.find { it.step == 'revoke' }.state", equalTo("failed"))
                .body("steps.find { it.step == 'destroy' }.state", equalTo("done"));
        assertThatThrownBy(() -> secrets.read(SecretPath.ofKey(workspace.id(), id), 1))
                .isInstanceOf(SecretStoreProblem.class);
        Events.await(
                Topic.AUDIT,
                1,
                event -> event.data() instanceof AuditEntry entry
                        && entry.action().equals("key.abandon")
                        && id.toString().equals(entry.target()));
        abandon(id).then().statusCode(409);
    }

    private Response abandon(UUID id) {
        return admin.call()
                .body(Map.of("reason", "The account was closed"))
                .post("/api/v1/keys/" + id + "/revocation/abandon");
    }
}
