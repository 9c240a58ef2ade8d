package io.leasehold.key.apikey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.leasehold.contracts.KeyState;
import io.leasehold.contracts.Topic;
import io.leasehold.contracts.event.EventType;
import io.leasehold.contracts.event.KeyView;
import io.leasehold.contracts.event.LimitsView;
import io.leasehold.key.KeyApi;
import io.leasehold.key.Sim;
import io.leasehold.kit.event.ReceivedEvent;
import io.leasehold.test.Events;
import io.leasehold.test.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AddKeyTest {
    private final TestWorkspace workspace = TestWorkspace.fresh();
    private final KeyApi admin = KeyApi.as(workspace, "admin");

    @Test
    void anAnthropicKeyIsBoundToTheIdThatIsGiven() {
        Sim.SimKey key = Sim.anthropicKey();

        String id = admin.postKey(
                        admin.addAnthropicAccount(),
                        key,
                        Map.of(
                                "name", "production-1",
                                "provider_key_id", key.id(),
                                "models", List.of("claude-opus-5"),
                                "tags", List.of("team:web")))
                .then()
                .statusCode(201)
                .body("name", equalTo("production-1"))
                .body("state", equalTo("active"))
                .body("provider", equalTo("anthropic"))
                .body("masked", equalTo("sk-ant-…" + last4(key)))
                .body("last4", equalTo(last4(key)))
                .body("provider_key_id", equalTo(key.id()))
                .body("binding_candidate", nullValue())
                .body("verified_at", notNullValue())
                .body("limits", hasSize(0))
                .extract()
                .path("id");

        KeyView told = (KeyView) eventsOf(id, 1).getFirst().data();
        assertThat(told.state()).isEqualTo(KeyState.ACTIVE);
        assertThat(told.providerKeyId()).isEqualTo(key.id());
        assertThat(told.secretVersion()).isEqualTo(1);
        assertThat(told.models()).containsExactly("claude-opus-5");
        assertThat(told.endpoint()).isNotNull();
        assertThat(told.version()).isEqualTo(1);
    }

    @Test
    void anAnthropicKeyWithoutIdWaitsForAnAdminToConfirmTheCandidate() {
        Sim.SimKey key = Sim.anthropicKey();
        UUID id = admin.addKey(admin.addAnthropicAccount(), key);
        admin.call()
                .get("/api/v1/keys/" + id)
                .then()
                .body("state", equalTo("active"))
                .body("provider_key_id", nullValue())
                .body("binding_candidate", equalTo(key.id()));

        admin.call()
                .body(Map.of("provider_key_id", key.id()))
                .post("/api/v1/keys/" + id + "/bind")
                .then()
                .statusCode(200)
                .body("provider_key_id", equalTo(key.id()))
                .body("binding_candidate", nullValue())
                .body("version", equalTo(2));

        assertThat(((KeyView) eventsOf(id.toString(), 2).getLast().data()).providerKeyId())
                .isEqualTo(key.id());
    }

    @Test
    void anotherKeysIdIsNotBound() {
        UUID account = admin.addAnthropicAccount();
        Sim.SimKey key = Sim.anthropicKey();
        Sim.SimKey other = Sim.anthropicKey();

        admin.postKey(account, key, Map.of("provider_key_id", other.id()))
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:leasehold:problem:key-not-bound"))
                .body("detail", containsString(key.id()));
    }

    @Test
    void openRouterTellsTheIdOfAKey() {
        Sim.SimKey key = Sim.openRouterKey();

        admin.postKey(admin.addOpenRouterAccount(), key, Map.of())
                .then()
                .statusCode(201)
                .body("provider_key_id", equalTo(key.id()))
                .body("masked", containsString(last4(key)));
    }

    @Test
    void aKeyThatTheProviderDoesNotKnowIsRefusedAndLeavesNothing() {
        UUID account = admin.addAnthropicAccount();
        String wrong = "sk-ant-api03-nobodyknowsthisone";

        admin.postKey(account, Sim.anthropicKey(), Map.of("secret", wrong))
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:leasehold:problem:key-not-accepted"))
                .body("detail", not(containsString(wrong)));

        admin.call().get("/api/v1/keys").then().body("items", hasSize(0));
    }

    @Test
    void anAdminCredentialIsNoKey() {
        Sim.SimKey credential = Sim.anthropicAdmin();

        admin.postKey(admin.addAnthropicAccount(), credential, Map.of())
                .then()
                .statusCode(422)
                .body("detail", containsString("admin credential"));
    }

    @Test
    void aProviderThatIsAwayIsSaidToBeAway() {
        UUID account = admin.addAnthropicAccount();
        Sim.SimKey key = Sim.anthropicKey();
        Sim.order(key, Map.of("status", 529, "error_kind", "overloaded"));

        admin.postKey(account, key, Map.of())
                .then()
                .statusCode(502)
                .body("type", equalTo("urn:leasehold:problem:provider-failed"))
                .body("retryable", equalTo(true));
    }

    @Test
    void withoutVerificationTheProviderIsNotAsked() {
        UUID account = admin.addAnthropicAccount();

        admin.postKey(account, Sim.anthropicKey(), Map.of("secret", "sk-ant-api03-notknownyet", "verify", false))
                .then()
                .statusCode(201)
                .body("verified_at", nullValue())
                .body("provider_key_id", nullValue());
    }

    @Test
    void theSameSecretIsAddedOnce() {
        UUID account = admin.addAnthropicAccount();
        Sim.SimKey key = Sim.anthropicKey();
        admin.postKey(account, key, Map.of("name", "first")).then().statusCode(201);

        admin.postKey(account, key, Map.of("name", "second"))
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:leasehold:problem:conflict"))
                .body("detail", containsString("'first'"));
    }

    @Test
    void twoKeysCantBeOneKeyAtTheProvider() {
        UUID account = admin.addAnthropicAccount();
        Sim.SimKey key = Sim.anthropicKey();
        admin.addBoundKey(account, key);

        admin.postKey(
                        account,
                        key,
                        Map.of("secret", "sk-ant-api03-anothersecret", "verify", false, "provider_key_id", key.id()))
                .then()
                .statusCode(409);
    }

    @Test
    void aNameIsTakenOnce() {
        UUID account = admin.addAnthropicAccount();
        admin.postKey(account, Sim.anthropicKey(), Map.of("name", "production"))
                .then()
                .statusCode(201);

        admin.postKey(account, Sim.anthropicKey(), Map.of("name", "production"))
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:leasehold:problem:name-taken"));
    }

    @Test
    void limitsGivenWithTheKeyAreSetWithIt() {
        Map<String, String> limit = Map.of("period", "month", "amount", "250.00", "zone", "Europe/Berlin");

        String id = admin.postKey(admin.addAnthropicAccount(), Sim.anthropicKey(), Map.of("limits", List.of(limit)))
                .then()
                .statusCode(201)
                .body("limits[0].period", equalTo("month"))
                .body("limits[0].amount", equalTo("250"))
                .body("limits[0].zone", equalTo("Europe/Berlin"))
                .extract()
                .path("id");

        LimitsView told =
                (LimitsView) Events.await(Topic.LIMITS, 1, event -> event.key().equals(workspace.id() + ":key:" + id))
                        .getFirst()
                        .data();
        assertThat(told.limits())
                .singleElement()
                .satisfies(set -> assertThat(set.amount()).isEqualTo("250"));
        assertThat(told.version()).isEqualTo(1);
    }

    @Test
    void aWrongLimitKeepsTheKeyOut() {
        Map<String, String> limit = Map.of("period", "month", "amount", "-1");

        admin.postKey(admin.addAnthropicAccount(), Sim.anthropicKey(), Map.of("limits", List.of(limit)))
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("limits[0].amount"));
        admin.call().get("/api/v1/keys").then().body("items", hasSize(0));
    }

    private static List<ReceivedEvent> eventsOf(String keyId, int count) {
        List<ReceivedEvent> events =
                Events.await(Topic.KEYS, count, event -> event.key().equals(keyId));
        assertThat(events.getFirst().type()).isEqualTo(EventType.KEY_ADDED);
        return events;
    }

    private static String last4(Sim.SimKey key) {
        return key.secret().substring(key.secret().length() - 4);
    }
}
