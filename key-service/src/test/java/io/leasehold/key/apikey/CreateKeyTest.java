package io.leasehold.key.apikey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.leasehold.key.KeyApi;
import io.leasehold.key.Sim;
import io.leasehold.key.account.Account;
import io.leasehold.key.account.AccountAccess;
import io.leasehold.key.account.AccountStore;
import io.leasehold.key.apikey.KeyCreationStore.Creation;
import io.leasehold.key.provider.ProviderDirectory;
import io.leasehold.kit.database.Database;
import io.leasehold.providers.Access;
import io.leasehold.providers.key.KeyCreation;
import io.leasehold.providers.key.KeyOrder;
import io.leasehold.providers.key.ProviderKey;
import io.leasehold.test.Await;
import io.leasehold.test.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Keys that are made at their provider, and what becomes of those whose making was interrupted. */
@QuarkusTest
class CreateKeyTest {
    private final TestWorkspace workspace = TestWorkspace.fresh();
    private final KeyApi admin = KeyApi.as(workspace, "admin");

    @Inject
    Database database;

    @Inject
    StrayKeys strays;

    @Inject
    ProviderDirectory providers;

    @Inject
    AccountAccess access;

    @Test
    void aKeyIsMadeAtTheProviderAndItsSecretIsShownToNobody() {
        UUID account = admin.addOpenRouterAccount();

        Response made = create(account, Map.of("provider_limit", Map.of("amount", "50", "reset", "monthly")));

        made.then()
                .statusCode(201)
                .body("state", equalTo("active"))
                .body("provider_key_id", notNullValue())
                .body("masked", startsWith("sk-or-"));
        assertThat(made.asString()).doesNotContain("\"secret\"");
        String id = made.path("id");
        admin.call().post("/api/v1/keys/" + id + "/verify").then().body("result", equalTo("valid"));
        admin.call()
                .get("/api/v1/keys/" + id + "/provider")
                .then()
                .statusCode(200)
                .body("limit", equalTo("50"))
                .body("limit_reset", equalTo("monthly"));
        assertThat(unfinished()).isEmpty();
    }

    @Test
    void whatTheProviderLacksIsSaidWithWhatToDoByHand() {
        create(admin.addAnthropicAccount(), Map.of())
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:leasehold:problem:not-supported-by-provider"))
                .body("detail", containsString("console"));
    }

    @Test
    void aLimitIsSetAndTakenAwayAtTheProvider() {
        String id = create(admin.addOpenRouterAccount(), Map.of()).path("id");

        admin.call()
                .body(Map.of("amount", "12.5", "reset", "daily"))
                .put("/api/v1/keys/" + id + "/provider/limit")
                .then()
                .statusCode(200)
                .body("limit", equalTo("12.5"))
                .body("limit_reset", equalTo("daily"));
        admin.call()
                .body("{}")
                .put("/api/v1/keys/" + id + "/provider/limit")
                .then()
                .statusCode(200)
                .body("limit", nullValue());
        admin.call()
                .body(Map.of("reset", "daily"))
                .put("/api/v1/keys/" + id + "/provider/limit")
                .then()
                .statusCode(400);
        admin.call()
                .body(Map.of("amount", "-1"))
                .put("/api/v1/keys/" + id + "/provider/limit")
                .then()
                .statusCode(400);
    }

    @Test
    void aKeyIsSwitchedOffAndOnAtTheProvider() {
        String id = create(admin.addOpenRouterAccount(), Map.of()).path("id");

        admin.call()
                .post("/api/v1/keys/" + id + "/provider/disable")
                .then()
                .statusCode(200)
                .body("state", equalTo("disabled"));
        admin.call().post("/api/v1/keys/" + id + "/verify").then().body("result", equalTo("invalid"));
        admin.call()
                .post("/api/v1/keys/" + id + "/provider/enable")
                .then()
                .statusCode(200)
                .body("state", equalTo("active"));
        admin.call().post("/api/v1/keys/" + id + "/verify").then().body("result", equalTo("valid"));
    }

    @Test
    void aKeyThatIsNotBoundIsLeftAloneAtTheProvider() {
        UUID id = admin.addKey(admin.addAnthropicAccount(), Sim.anthropicKey());

        admin.call()
                .post("/api/v1/keys/" + id + "/provider/disable")
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:leasehold:problem:key-not-bound"));
        admin.call().get("/api/v1/keys/" + id).then().body("state", equalTo("active"));
    }

    /** The process died when the key was made and its secret not yet stored. */
    @Test
    void whatACrashLeftAtTheProviderIsFoundByItsNameAndEnded() {
        UUID accountId = admin.addOpenRouterAccount();
        Instant now = Instant.now();
        Creation creation = Creation.of(workspace.id(), UUID.randomUUID(), accountId);
        Account account = database.inWorkspace(workspace.id(), handle -> {
            KeyCreationStore.add(handle, creation, now, now.plus(Duration.ofMinutes(10)));
            return AccountStore.get(handle, workspace.id(), accountId);
        });
        Access credential = access.adminForOwnUse(account, "test").orElseThrow();
        KeyCreation made =
                providers.keyAdmin("openrouter").createKey(credential, KeyOrder.named(creation.providerName()));
        assertThat(made).isInstanceOf(KeyCreation.Created.class);

        strays.sweep(now);
        assertThat(atProvider(credential, creation)).hasSize(1);
        admin.call().delete("/api/v1/provider-accounts/" + accountId).then().statusCode(409);
        strays.sweep(now.plus(Duration.ofMinutes(11)));

        assertThat(atProvider(credential, creation)).isEmpty();
        assertThat(unfinished()).isEmpty();
        boolean cameLate = database.inWorkspace(workspace.id(), handle -> KeyCreationStore.finish(handle, creation));
        assertThat(cameLate).isFalse();
    }

    /** A name that was taken while the provider made the key: the row is refused, and so is the key. */
    @Test
    void aKeyThatDoesNotComeIntoThePoolIsEndedAtOnce() throws InterruptedException {
        UUID account = admin.addOpenRouterAccount();
        List<String> before = liveAtProvider(account);
        String name = KeyApi.anyName();
        List<Thread> racers = IntStream.range(0, 4)
                .mapToObj(_ -> Thread.ofVirtual().start(() -> create(account, Map.of("name", name))))
                .toList();
        for (Thread racer : racers) {
            racer.join();
        }

        Await.untilAsserted(() -> {
            strays.sweep(Instant.now().plus(Duration.ofMinutes(2)));
            assertThat(unfinished()).isEmpty();
        });
        String kept = admin.read("/api/v1/keys/" + name, "provider_key_id");
        List<String> made = new ArrayList<>(liveAtProvider(account));
        made.removeAll(before);
        assertThat(made).containsExactly(kept);
    }

    private List<String> liveAtProvider(UUID account) {
        return admin.read(
                "/api/v1/provider-accounts/" + account + "/provider-keys", "findAll { it.state == 'active' }.id");
    }

    private List<ProviderKey> atProvider(Access credential, Creation creation) {
        return providers.keyAdmin("openrouter").findByName(credential, creation.providerName());
    }

    private List<String> unfinished() {
        return database.inWorkspace(
                workspace.id(),
                handle -> handle.createQuery("select provider_name from key_creation")
                        .mapTo(String.class)
                        .list());
    }

    private Response create(UUID account, Map<String, Object> more) {
        Map<String, Object> body = new HashMap<>(more);
        body.put("account_id", account);
        body.putIfAbsent("name", KeyApi.anyName());
        return admin.call().body(body).post("/api/v1/keys/create");
    }
}
