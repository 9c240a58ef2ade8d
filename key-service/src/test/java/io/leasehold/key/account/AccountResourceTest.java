package io.leasehold.key.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;

import io.leasehold.contracts.Topic;
import io.leasehold.contracts.event.AccountView;
import io.leasehold.key.KeyApi;
import io.leasehold.key.Sim;
import io.leasehold.test.Events;
import io.leasehold.test.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AccountResourceTest {
    private final TestWorkspace workspace = TestWorkspace.fresh();
    private final KeyApi admin = KeyApi.as(workspace, "admin");

    @Test
    void anAccountIsAddedAfterItsCredentialWasAccepted() {
        Sim.SimKey credential = Sim.anthropicAdmin();

        String id = admin.call()
                .body(Map.of("provider", "anthropic", "name", "Production", "admin_credential", credential.secret()))
                .post("/api/v1/provider-accounts")
                .then()
                .statusCode(201)
                .header("location", containsString("/api/v1/provider-accounts/"))
                .body("provider", equalTo("anthropic"))
                .body("state", equalTo("active"))
                .body("has_credential", equalTo(true))
                .body(
                        "credential_masked",
                        equalTo("sk-ant-…"
                                + credential
                                        .secret()
                                        .substring(credential.secret().length() - 4)))
                .body("capabilities", hasItems("list_keys", "revoke_key", "cost"))
                .body("version", equalTo(1))
                .extract()
                .path("id");

        admin.call()
                .get("/api/v1/provider-accounts/" + id)
                .then()
                .statusCode(200)
                .body("name", equalTo("Production"));
        AccountView told = accountEvent(UUID.fromString(id));
        assertThat(told.credentialVersion()).isEqualTo(1);
        assertThat(told.endpoint()).hasToString(System.getProperty("leasehold.test.simulator.url") + "/anthropic");
    }

    @Test
    void aWrongCredentialIsRefusedAndLeavesNothing() {
        admin.call()
                .body(Map.of(
                        "provider",
                        "anthropic",
                        "name",
                        "Production",
                        "admin_credential",
                        "sk-ant-admin01-nobodyknowsthis"))
                .post("/api/v1/provider-accounts")
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:leasehold:problem:key-not-accepted"));

        admin.call().get("/api/v1/provider-accounts").then().statusCode(200).body("items.size()", equalTo(0));
    }

    @Test
    void anAccountWithoutCredentialCanDoNothingAtTheProvider() {
        admin.call()
                .body(Map.of("provider", "openrouter", "name", "Plain"))
                .post("/api/v1/provider-accounts")
                .then()
                .statusCode(201)
                .body("has_credential", equalTo(false))
                .body("credential_masked", nullValue())
                .body("capabilities.size()", equalTo(0));
    }

    @Test
    void aNameIsTakenOnce() {
        Map<String, String> account = Map.of("provider", "anthropic", "name", "Production");
        admin.call().body(account).post("/api/v1/provider-accounts").then().statusCode(201);

        admin.call()
                .body(account)
                .post("/api/v1/provider-accounts")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:leasehold:problem:name-taken"));
    }

    @Test
    void anAddressInsideIsRefused() {
        admin.call()
                .body(Map.of("provider", "anthropic", "name", "Inside", "endpoint", "https://127.0.0.1/anthropic"))
                .post("/api/v1/provider-accounts")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("endpoint"));
    }

    @Test
    void anUnknownProviderIsRefusedWithTheKnownOnes() {
        admin.call()
                .body(Map.of("provider", "nobody", "name", "Production"))
                .post("/api/v1/provider-accounts")
                .then()
                .statusCode(400)
                .body("detail", containsString("anthropic"));
    }

    @Test
    void accountsAreListedPageByPage() {
        UUID first = admin.addAnthropicAccount();
        UUID second = admin.addAnthropicAccount();

        String cursor = admin.call()
                .get("/api/v1/provider-accounts?limit=1")
                .then()
                .statusCode(200)
                .body("items.id", contains(second.toString()))
                .extract()
                .path("next_cursor");

        admin.call()
                .get("/api/v1/provider-accounts?limit=1&cursor=" + cursor)
                .then()
                .statusCode(200)
                .body("items.id", contains(first.toString()))
                .body("next_cursor", nullValue());
    }

    private static AccountView accountEvent(UUID id) {
        return (AccountView)
                Events.await(Topic.ACCOUNTS, 1, event -> event.key().equals(id.toString()))
                        .getFirst()
                        .data();
    }
}
