package io.leasehold.key.apikey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.leasehold.contracts.KeyState;
import io.leasehold.contracts.Topic;
import io.leasehold.contracts.event.AuditEntry;
import io.leasehold.contracts.event.KeyView;
import io.leasehold.key.KeyApi;
import io.leasehold.key.Sim;
import io.leasehold.test.Await;
import io.leasehold.test.Events;
import io.leasehold.test.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What people change about keys, and what they find out about secrets. */
@QuarkusTest
class ChangeKeyTest {
    private final TestWorkspace workspace = TestWorkspace.fresh();
    private final KeyApi admin = KeyApi.as(workspace, "admin");

    @Test
    void whatIsToldOfAKeyIsChangedAndWhatIsLeftOutStays() {
        UUID id = addKey();

        patch(id, Map.of("name", "renamed", "label", "Paid by marketing", "tags", List.of("team:web")))
                .then()
                .statusCode(200)
                .body("name", equalTo("renamed"))
                .body("version", equalTo(2));
        patch(id, Map.of("models", List.of("claude-opus-5"), "label", ""))
                .then()
                .statusCode(200)
                .body("name", equalTo("renamed"))
                .body("label", nullValue())
                .body("tags", contains("team:web"))
                .body("models", contains("claude-opus-5"))
                .body("version", equalTo(3));

        admin.call().get("/api/v1/keys?text=RENAMED").then().body("items.id", contains(id.toString()));
        Events.await(
                Topic.KEYS,
                1,
                event -> event.data() instanceof KeyView view
                        && view.keyId().equals(id)
                        && view.models().equals(List.of("claude-opus-5"))
                        && view.version() == 3);
    }

    @Test
    void whetherNodesMayBeGivenAKeyIsSaidAndTold() {
        UUID id = addKey();
        admin.call().get("/api/v1/keys/" + id).then().body("direct_allowed", equalTo(false));

        patch(id, Map.of("direct_allowed", true)).then().statusCode(200).body("direct_allowed", equalTo(true));
        patch(id, Map.of("label", "x")).then().body("direct_allowed", equalTo(true));

        Events.await(
                Topic.KEYS,
                1,
                event -> event.data() instanceof KeyView view && view.keyId().equals(id) && view.directAllowed());
    }

    @Test
    void nothingNewRaisesNoVersion() {
        UUID id = addKey();
        String name = admin.read("/api/v1/keys/" + id, "name");

        patch(id, Map.of("name", name)).then().statusCode(200).body("version", equalTo(1));
        patch(id, Map.of()).then().statusCode(200).body("version", equalTo(1));
    }

    @Test
    void aNameThatIsTakenIsRefused() {
        UUID id = addKey();
        String taken = admin.read("/api/v1/keys/" + addKey(), "name");

        patch(id, Map.of("name", taken))
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:leasehold:problem:name-taken"));
    }

    @Test
    void whoeverReadAnOldVersionChangesNothing() {
        UUID id = addKey();
        patch(id, Map.of("label", "first", "version", 1)).then().statusCode(200);

        patch(id, Map.of("label", "second", "version", 1))
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:leasehold:problem:conflict"));
        admin.call().get("/api/v1/keys/" + id).then().body("label", equalTo("first"));
    }

    @Test
    void aKeyIsDisabledAndEnabledAsOftenAsOneLikes() {
        UUID id = addKey();

        act(id, "disable", 200, "disabled");
        act(id, "disable", 200, "disabled");
        act(id, "enable", 200, "active");

        admin.call()
                .get("/api/v1/keys/" + id)
                .then()
                .body("version", equalTo(3))
                .body("reason", nullValue());
        Events.await(
                Topic.KEYS,
                1,
                event -> event.data() instanceof KeyView view
                        && view.keyId().equals(id)
                        && view.state() == KeyState.DISABLED);
    }

    @Test
    void aRetiredKeyIsAliveAtTheProviderAndMayComeBack() {
        Sim.SimKey key = Sim.anthropicKey();
        UUID id = admin.addKey(admin.addAnthropicAccount(), key);

        act(id, "retire", 200, "retired");
        act(id, "disable", 409, null);
        assertThat(Sim.status(key)).isEqualTo("active");
        act(id, "enable", 200, "active");
    }

    @Test
    void aKeyThatHasEndedStaysSo() {
        UUID id = admin.addBoundKey(admin.addAnthropicAccount(), Sim.anthropicKey());
        admin.call().post("/api/v1/keys/" + id + "/revoke").then().statusCode(202);
        Await.untilAsserted(() -> admin.call().get("/api/v1/keys/" + id).then().body("state", equalTo("revoked")));

        act(id, "enable", 409, null);
        act(id, "retire", 409, null);
        patch(id, Map.of("label", "gone since November")).then().statusCode(200).body("state", equalTo("revoked"));
    }

    @Test
    void aKeyIsFoundByItsSecretAndTheSearchIsAudited() {
        Sim.SimKey key = Sim.anthropicKey();
        UUID id = admin.addKey(admin.addAnthropicAccount(), key);

        find(key.secret()).then().statusCode(200).body("id", equalTo(id.toString()));
        find("sk-ant-api03-" + UUID.randomUUID()).then().statusCode(404).body("detail", containsString("secret"));
        KeyApi.as(TestWorkspace.fresh(), "admin")
                .call()
                .body(Map.of("secret", key.secret()))
                .post("/api/v1/keys/find")
                .then()
                .statusCode(404);

        Events.await(
                Topic.AUDIT,
                2,
                event -> event.data() instanceof AuditEntry entry
                        && entry.workspaceId().equals(workspace.id())
                        && entry.action().equals("key.find"));
    }

    @Test
    void aKeyThatHasEndedIsFoundByItsSecretToo() {
        Sim.SimKey key = Sim.anthropicKey();
        UUID id = admin.addBoundKey(admin.addAnthropicAccount(), key);
        admin.call().post("/api/v1/keys/" + id + "/revoke").then().statusCode(202);
        Await.untilAsserted(() -> admin.call().get("/api/v1/keys/" + id).then().body("state", equalTo("revoked")));

        find(key.secret()).then().statusCode(200).body("state", equalTo("revoked"));
    }

    @Test
    void aPastedSecretIsTriedAndKeptNowhere() {
        UUID account = admin.addAnthropicAccount();

        test(account, Sim.anthropicKey().secret()).then().statusCode(200).body("result", equalTo("valid"));
        test(account, "sk-ant-api03-" + UUID.randomUUID())
                .then()
                .statusCode(200)
                .body("result", equalTo("invalid"));

        admin.call().get("/api/v1/keys").then().body("items", empty());
    }

    @Test
    void theModelsOfASetUpAreLookedUpBeforeItIsKept() {
        UUID account = admin.addAnthropicAccount();
        String secret = Sim.anthropicKey().secret();

        test(account, secret, "claude-opus-5", "claude-nothing-9")
                .then()
                .statusCode(200)
                .body("result", equalTo("valid"))
                .body("models.model", contains("claude-opus-5", "claude-nothing-9"))
                .body("models.result", contains("available", "not_available"))
                .body("models[1].message", containsString("claude-nothing-9"));

        test(account, "sk-ant-api03-" + UUID.randomUUID(), "claude-opus-5")
                .then()
                .body("result", equalTo("invalid"))
                .body("models", empty());
    }

    @Test
    void manyKeysAreVerifiedAtOnce() {
        UUID account = admin.addAnthropicAccount();
        Sim.SimKey dead = Sim.anthropicKey();
        UUID alive = admin.addKey(account, Sim.anthropicKey());
        UUID died = admin.addKey(account, dead);
        Sim.order(dead, Map.of("dead", true));

        admin.call()
                .post("/api/v1/keys/verify?account=" + account)
                .then()
                .statusCode(200)
                .body("items.id", contains(died.toString(), alive.toString()))
                .body("items.result", contains("invalid", "valid"))
                .body("next_cursor", nullValue());
        admin.call().post("/api/v1/keys/verify?limit=101").then().statusCode(400);
    }

    private UUID addKey() {
        return admin.addUnverifiedKey(admin.addAnthropicAccount());
    }

    private Response patch(UUID id, Map<String, Object> body) {
        return admin.call().body(body).patch("/api/v1/keys/" + id);
    }

    private Response find(String secret) {
        return admin.call().body(Map.of("secret", secret)).post("/api/v1/keys/find");
    }

    private Response test(UUID account, String secret, String... models) {
        return admin.call()
                .body(Map.of("account_id", account, "secret", secret, "models", models))
                .post("/api/v1/keys/test");
    }

    private void act(UUID id, String verb, int status, @Nullable String state) {
        var answer = admin.call().post("/api/v1/keys/" + id + "/" + verb).then().statusCode(status);
        if (state != null) {
            answer.body("state", equalTo(state));
        }
    }
}
