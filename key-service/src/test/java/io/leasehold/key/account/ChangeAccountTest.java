package io.leasehold.key.account;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.leasehold.contracts.Topic;
import io.leasehold.contracts.event.AccountView;
import io.leasehold.key.KeyApi;
import io.leasehold.key.Sim;
import io.leasehold.kit.secret.SecretPath;
import io.leasehold.kit.secret.SecretStore;
import io.leasehold.kit.secret.SecretStoreProblem;
import io.leasehold.test.Events;
import io.leasehold.test.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ChangeAccountTest {
    private final TestWorkspace workspace = TestWorkspace.fresh();
    private final KeyApi admin = KeyApi.as(workspace, "admin");

    @Inject
    SecretStore secrets;

    @Test
    void anAccountIsRenamed() {
        UUID id = admin.addAnthropicAccount();
        String taken = admin.read(path(admin.addAnthropicAccount()), "name");

        admin.call()
                .body(Map.of("name", "renamed"))
                .patch(path(id))
                .then()
                .statusCode(200)
                .body("name", equalTo("renamed"))
                .body("version", equalTo(2));
        admin.call()
                .body(Map.of("name", taken))
                .patch(path(id))
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:leasehold:problem:name-taken"));
    }

    /** Else whoever may rename an account could have its secrets sent home. */
    @Test
    void secretsAreNotSentToAnotherEndpointThanTheyWereGivenFor() {
        UUID withCredential = admin.addAnthropicAccount();
        UUID without = admin.addAccountWithoutCredential();

        admin.call()
                .body(Map.of("endpoint", "https://192.0.2.10"))
                .patch(path(without))
                .then()
                .statusCode(400);
        admin.call()
                .body(Map.of("endpoint", "https://8.8.8.8"))
                .patch(path(without))
                .then()
                .statusCode(200)
                .body("endpoint", equalTo("https://8.8.8.8"));
        admin.call()
                .body(Map.of("endpoint", "https://8.8.8.8"))
                .patch(path(withCredential))
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:leasehold:problem:wrong-state"));
    }

    @Test
    void aDisabledAccountTakesNoKeysUntilItIsEnabled() {
        UUID id = admin.addAnthropicAccount();

        admin.call().post(path(id) + "/disable").then().statusCode(200).body("state", equalTo("disabled"));
        admin.postKey(id, Sim.anthropicKey(), Map.of()).then().statusCode(409);
        admin.call().post(path(id) + "/enable").then().statusCode(200).body("state", equalTo("active"));
        admin.postKey(id, Sim.anthropicKey(), Map.of()).then().statusCode(201);

        Events.await(
                Topic.ACCOUNTS,
                1,
                event -> event.data() instanceof AccountView view
                        && view.accountId().equals(id)
                        && view.state().equals("disabled"));
    }

    @Test
    void anAccountWithLiveKeysIsNotDeleted() {
        UUID id = admin.addAnthropicAccount();
        UUID key = admin.addKey(id, Sim.anthropicKey());
        String name = admin.read("/api/v1/keys/" + key, "name");

        admin.call().delete(path(id)).then().statusCode(409).body("detail", containsString(name));
        admin.call().post("/api/v1/keys/" + key + "/retire").then().statusCode(200);
        admin.call().delete(path(id)).then().statusCode(204);
        admin.call().delete(path(id)).then().statusCode(204);

        admin.call().get(path(id)).then().body("state", equalTo("deleted")).body("has_credential", equalTo(false));
        admin.call().get("/api/v1/provider-accounts").then().body("items.id", not(hasItem(id.toString())));
        admin.call().get("/api/v1/keys/" + key).then().body("state", equalTo("retired"));
        admin.call().post("/api/v1/keys/" + key + "/enable").then().statusCode(409);
        assertThatThrownBy(() -> secrets.read(SecretPath.ofAccount(workspace.id(), id), 1))
                .isInstanceOf(SecretStoreProblem.class);
    }

    @Test
    void whatAnAccountCanBeAskedForIsSaidAndWhatToDoByHandOtherwise() {
        UUID id = admin.addAnthropicAccount();
        UUID without = admin.addAccountWithoutCredential();

        admin.call()
                .get(path(id) + "/capabilities")
                .then()
                .statusCode(200)
                .body("find { it.capability == 'list_keys' }.available", equalTo(true))
                .body("find { it.capability == 'list_keys' }.manual_step", nullValue())
                .body("find { it.capability == 'create_key' }.supported", equalTo(false))
                .body("find { it.capability == 'create_key' }.manual_step", containsString("console"));
        admin.call()
                .get(path(without) + "/capabilities")
                .then()
                .body("find { it.capability == 'list_keys' }.supported", equalTo(true))
                .body("find { it.capability == 'list_keys' }.available", equalTo(false));
    }

    @Test
    void whatIsAtTheProviderIsListedAndAKeyIsImportedByItsId() {
        UUID id = admin.addAnthropicAccount();
        Sim.SimKey key = Sim.anthropicKey();

        admin.call()
                .get(path(id) + "/provider-keys")
                .then()
                .statusCode(200)
                .body("find { it.id == '" + key.id() + "' }.key_id", nullValue());
        UUID imported = admin.addBoundKey(id, key);
        admin.call()
                .get(path(id) + "/provider-keys")
                .then()
                .body("find { it.id == '" + key.id() + "' }.key_id", equalTo(imported.toString()));
    }

    @Test
    void groupsAreMadeOnceAndListed() {
        UUID id = admin.addAnthropicAccount();
        String name = KeyApi.anyName();

        admin.call()
                .body(Map.of("name", name))
                .post(path(id) + "/groups")
                .then()
                .statusCode(201);
        admin.call()
                .body(Map.of("name", name))
                .post(path(id) + "/groups")
                .then()
                .statusCode(409);
        admin.call()
                .get(path(id) + "/groups")
                .then()
                .statusCode(200)
                .body("findAll { it.name == '" + name + "' }", hasSize(1));
        admin.call()
                .get(path(admin.addAccountWithoutCredential()) + "/groups")
                .then()
                .statusCode(409);
    }

    private static String path(UUID id) {
        return "/api/v1/provider-accounts/" + id;
    }
}
