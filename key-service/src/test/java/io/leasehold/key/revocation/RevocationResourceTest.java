package io.leasehold.key.revocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.oneOf;

import io.leasehold.contracts.KeyState;
import io.leasehold.contracts.LeaseMode;
import io.leasehold.contracts.LeaseState;
import io.leasehold.contracts.Topic;
import io.leasehold.contracts.event.EventType;
import io.leasehold.contracts.event.KeyView;
import io.leasehold.contracts.event.LeaseView;
import io.leasehold.key.KeyApi;
import io.leasehold.key.Sim;
import io.leasehold.kit.database.Database;
import io.leasehold.kit.secret.SecretPath;
import io.leasehold.kit.secret.SecretStore;
import io.leasehold.kit.secret.SecretStoreProblem;
import io.leasehold.test.Await;
import io.leasehold.test.Events;
import io.leasehold.test.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RevocationResourceTest {
    private final TestWorkspace workspace = TestWorkspace.fresh();
    private final KeyApi admin = KeyApi.as(workspace, "admin");

    @Inject
    SecretStore secrets;

    @Inject
    Database database;

    @Test
    void aRevokedKeyIsDeadAtTheProviderAndItsSecretIsGone() {
        Sim.SimKey key = Sim.anthropicKey();
        UUID id = admin.addBoundKey(admin.addAnthropicAccount(), key);

        revoke(id, Map.of("reason", "Left a laptop on the train"))
                .statusCode(202)
                .body("id", notNullValue());

        awaitState(id, "revoked")
                .body("steps.step", contains("exists", "status", "drain", "notify", "revoke", "confirm", "destroy"))
                .body("steps.state", everyItem(is("done")))
                .body("steps.at", everyItem(notNullValue()))
                .body("finished_at", notNullValue())
                .body("next_retry_at", nullValue());
        assertThat(Sim.status(key)).isEqualTo("archived");
        assertSecretIsGone(id);
        admin.call()
                .get("/api/v1/keys/" + id)
                .then()
                .body("state", equalTo("revoked"))
                .body("reason", equalTo("Left a laptop on the train"));
        assertThat(statesTold(id, 4))
                .containsExactly(KeyState.ACTIVE, KeyState.DRAINING, KeyState.REVOKING, KeyState.REVOKED);
    }

    @Test
    void openRoutersKeysAreDeletedThere() {
        Sim.SimKey key = Sim.openRouterKey();
        UUID id = admin.addKey(admin.addOpenRouterAccount(), key);

        revoke(id, Map.of());

        awaitState(id, "revoked");
        assertThat(Sim.status(key)).isEqualTo("archived");
        assertSecretIsGone(id);
    }

    @Test
    void aDryRunTellsTheStepsAndChangesNothing() {
        Sim.SimKey key = Sim.anthropicKey();
        UUID id = admin.addBoundKey(admin.addAnthropicAccount(), key);
        Events.publish(EventType.LEASE_GRANTED, lease(id, LeaseState.ACTIVE));
        Events.publish(EventType.LEASE_GRANTED, lease(id, LeaseState.ACTIVE));
        LeaseView ended = lease(id, LeaseState.RELEASED);
        Events.publish(EventType.LEASE_RELEASED, ended);

        Await.untilAsserted(() -> revoke(id, Map.of("dry_run", true))
                .statusCode(200)
                .body("id", nullValue())
                .body("state", equalTo("planned"))
                .body("steps.state", everyItem(is("planned")))
                .body("steps[4].detail", containsString(key.id()))
                .body("leases_affected", equalTo(2)));

        admin.call()
                .get("/api/v1/keys/" + id)
                .then()
                .body("state", equalTo("active"))
                .body("version", equalTo(1));
        admin.call().get("/api/v1/keys/" + id + "/revocation").then().statusCode(404);
        assertThat(Sim.status(key)).isEqualTo("active");
    }

    @Test
    void aKeyThatWasRevokedThereIsASuccess() {
        UUID account = admin.addAnthropicAccount();
        Sim.SimKey key = Sim.anthropicKey();
        UUID first = admin.addBoundKey(account, key);
        revoke(first, Map.of());
        awaitState(first, "revoked");

        UUID again = UUID.fromString(admin.postKey(account, key, Map.of("verify", false, "provider_key_id", key.id()))
                .then()
                .statusCode(201)
                .extract()
                .path("id"));
        revoke(again, Map.of());

        awaitState(again, "revoked").body("steps[4].detail", containsString("before"));
    }

    @Test
    void revokingAgainAnswersWithTheSameRevocation() {
        UUID id = admin.addBoundKey(admin.addAnthropicAccount(), Sim.anthropicKey());
        String revocation = revoke(id, Map.of()).statusCode(202).extract().path("id");
        awaitState(id, "revoked");

        revoke(id, Map.of()).statusCode(202).body("id", equalTo(revocation)).body("state", equalTo("revoked"));
    }

    @Test
    void anUnboundKeyWaitsForAPersonAndGoesOnOnceItIsDead() {
        Sim.SimKey key = Sim.anthropicKey();
        UUID id = admin.addKey(admin.addAnthropicAccount(), key);

        revoke(id, Map.of());

        awaitState(id, "awaiting_manual")
                .body("reason", containsString("console"))
                .body("steps[4].state", equalTo("pending"))
                .body("next_retry_at", notNullValue());
        admin.call().get("/api/v1/keys/" + id).then().body("state", equalTo("awaiting_manual"));
        assertThat(Sim.status(key)).isEqualTo("active");

        Sim.order(key, Map.of("dead", true));
        revoke(id, Map.of());
        awaitState(id, "revoked");
        assertSecretIsGone(id);
    }

    /** A proxy on the way says 403 to everything; what it never looked at, it can't have accepted. */
    @Test
    void aKeyThatWasForbiddenIsNotTakenForDeadLater() {
        UUID account = admin.addAnthropicAccount();
        Sim.SimKey key = Sim.anthropicKey();
        UUID id = UUID.fromString(admin.postKey(account, key, Map.of("verify", false))
                .then()
                .statusCode(201)
                .extract()
                .path("id"));
        Sim.order(key, Map.of("status", 403));
        revoke(id, Map.of());
        awaitState(id, "awaiting_manual");

        Sim.order(key, Map.of("dead", true));
        int before = admin.read("/api/v1/keys/" + id + "/revocation", "attempts");
        revoke(id, Map.of());

        Await.untilAsserted(() -> assertThat(admin.<Integer>read("/api/v1/keys/" + id + "/revocation", "attempts"))
                .isGreaterThan(before));
        awaitState(id, "awaiting_manual");
    }

    @Test
    void aKeyThatWasBoundToTheWrongIdIsRevokedOnceItIsBoundToTheRightOne() {
        UUID account = admin.addAnthropicAccount();
        Sim.SimKey key = Sim.anthropicKey();
        Sim.SimKey other = Sim.anthropicKey();
        UUID id = UUID.fromString(admin.postKey(account, key, Map.of("verify", false, "provider_key_id", other.id()))
                .then()
                .statusCode(201)
                .extract()
                .path("id"));
        revoke(id, Map.of());
        Await.untilAsserted(() -> assertThat(admin.<String>read("/api/v1/keys/" + id + "/revocation", "reason"))
                .contains("still accepts it"));

        admin.call()
                .body(Map.of("provider_key_id", key.id()))
                .post("/api/v1/keys/" + id + "/bind")
                .then()
                .statusCode(200);
        revoke(id, Map.of());

        awaitState(id, "revoked").body("steps[4].detail", containsString(key.id()));
        assertThat(Sim.status(key)).isEqualTo("archived");
        assertSecretIsGone(id);
    }

    /** Such as a provider whose plug-in was taken out. */
    @Test
    void whatFailsUnexpectedlyIsStuckAndShownToo() {
        UUID id = admin.addBoundKey(admin.addAnthropicAccount(), Sim.anthropicKey());
        database.useSystem(handle -> handle.execute("update api_key set provider = 'gone' where key_id = ?", id));

        revoke(id, Map.of());

        awaitState(id, "stuck").body("reason", containsString("log")).body("next_retry_at", notNullValue());
        database.useSystem(handle -> handle.execute("update api_key set provider = 'anthropic' where key_id = ?", id));
        revoke(id, Map.of());
        awaitState(id, "revoked");
    }

    @Test
    void forcingManyTimesAtOnceEndsAsOneRevocation() throws InterruptedException {
        UUID id = admin.addBoundKey(admin.addAnthropicAccount(), Sim.anthropicKey());
        List<Callable<String>> calls = Stream.<Callable<String>>generate(() -> () -> revoke(id, Map.of("force", true))
                        .statusCode(202)
                        .extract()
                        .path("id"))
                .limit(8)
                .toList();

        List<String> revocations;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            revocations =
                    threads.invokeAll(calls).stream().map(Future::resultNow).toList();
        }

        assertThat(revocations.stream().distinct()).hasSize(1);
        awaitState(id, "revoked");
        revoke(id, Map.of("force", true)).body("state", equalTo("revoked"));
        admin.call().get("/api/v1/keys/" + id).then().body("state", equalTo("revoked"));
    }

    @Test
    void anUnboundKeyIsRevokedOnceItIsBound() {
        Sim.SimKey key = Sim.anthropicKey();
        UUID id = admin.addKey(admin.addAnthropicAccount(), key);
        revoke(id, Map.of());
        awaitState(id, "awaiting_manual");

        admin.call()
                .body(Map.of("provider_key_id", key.id()))
                .post("/api/v1/keys/" + id + "/bind")
                .then()
                .statusCode(200);
        revoke(id, Map.of());

        awaitState(id, "revoked");
        assertThat(Sim.status(key)).isEqualTo("archived");
    }

    @Test
    void aProviderThatStaysAwayLeavesItStuckWithReasonAndNextTry() {
        Sim.SimKey credential = Sim.anthropicAdmin();
        Sim.SimKey key = Sim.anthropicKey();
        UUID id = admin.addBoundKey(admin.addAccount("anthropic", credential.secret()), key);
        Sim.order(credential, Map.of("admin_fail_rate", 1));

        revoke(id, Map.of());

        awaitState(id, "stuck")
                .body("reason", notNullValue())
                .body("next_retry_at", notNullValue())
                .body("steps[4].state", equalTo("failed"));
        admin.call()
                .get("/api/v1/keys/" + id)
                .then()
                .body("state", equalTo("stuck"))
                .body("reason", notNullValue());
        assertThat(secrets.read(SecretPath.ofKey(workspace.id(), id), 1).reveal())
                .isEqualTo(key.secret());

        Sim.clearFaults(credential);
        revoke(id, Map.of());
        awaitState(id, "revoked");
        assertThat(Sim.status(key)).isEqualTo("archived");
    }

    @Test
    void forcingEndsItsUseAtOnceAndKeepsTheSecretUntilItIsDead() {
        Sim.SimKey credential = Sim.anthropicAdmin();
        Sim.SimKey key = Sim.anthropicKey();
        UUID id = admin.addBoundKey(admin.addAccount("anthropic", credential.secret()), key);
        Sim.order(key, Map.of("status", 500, "error_kind", "api_error"));

        revoke(id, Map.of("force", true)).body("forced", equalTo(true));

        admin.call().get("/api/v1/keys/" + id).then().body("state", oneOf("revoking", "stuck"));
        assertThat(statesTold(id, 2)).startsWith(KeyState.ACTIVE, KeyState.REVOKING);
        assertThat(secrets.read(SecretPath.ofKey(workspace.id(), id), 1).reveal())
                .isEqualTo(key.secret());

        Sim.clearFaults(key);
        revoke(id, Map.of());
        awaitState(id, "revoked");
    }

    private ValidatableResponse revoke(UUID id, Map<String, Object> body) {
        return admin.call().body(body).post("/api/v1/keys/" + id + "/revoke").then();
    }

    private ValidatableResponse awaitState(UUID id, String state) {
        Await.untilAsserted(() -> assertThat(admin.<String>read("/api/v1/keys/" + id + "/revocation", "state"))
                .isEqualTo(state));
        return admin.call().get("/api/v1/keys/" + id + "/revocation").then();
    }

    private void assertSecretIsGone(UUID id) {
        Assertions.assertThatThrownBy(() -> secrets.read(SecretPath.ofKey(workspace.id(), id), 1))
                .isInstanceOfSatisfying(
                        SecretStoreProblem.class,
                        problem -> assertThat(problem.reason()).isEqualTo(SecretStoreProblem.Reason.MISSING));
    }

    private static List<KeyState> statesTold(UUID id, int count) {
        return Events.await(Topic.KEYS, count, event -> event.key().equals(id.toString())).stream()
                .map(event -> ((KeyView) event.data()).state())
                .toList();
    }

    private LeaseView lease(UUID keyId, LeaseState state) {
        Instant now = Instant.now();
        return new LeaseView(
                UUID.randomUUID(),
                workspace.id(),
                UUID.randomUUID(),
                "node-1",
                "anthropic",
                LeaseMode.GATEWAY,
                state,
                keyId,
                null,
                null,
                List.of(),
                null,
                List.of(),
                now,
                now.plus(1, ChronoUnit.DAYS),
                null,
                null,
                null,
                1);
    }
}
