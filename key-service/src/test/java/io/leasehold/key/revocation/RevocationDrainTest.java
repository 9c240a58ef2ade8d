package io.leasehold.key.revocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.leasehold.contracts.KeyState;
import io.leasehold.contracts.LeaseMode;
import io.leasehold.contracts.LeaseState;
import io.leasehold.contracts.Topic;
import io.leasehold.contracts.event.AuditEntry;
import io.leasehold.contracts.event.EventType;
import io.leasehold.contracts.event.KeyView;
import io.leasehold.contracts.event.LeaseView;
import io.leasehold.key.KeyApi;
import io.leasehold.key.Sim;
import io.leasehold.key.provider.ProviderDirectory;
import io.leasehold.key.step.Next;
import io.leasehold.key.step.StepOutcome;
import io.leasehold.kit.database.Database;
import io.leasehold.test.Await;
import io.leasehold.test.Events;
import io.leasehold.test.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What happens to a key that is in use between the wish to end it and its end. */
@QuarkusTest
class RevocationDrainTest {
    private static final Duration DRAIN = Duration.ofMinutes(10);

    private final TestWorkspace workspace = TestWorkspace.fresh();
    private final KeyApi admin = KeyApi.as(workspace, "admin");
    private final Sim.SimKey key = Sim.anthropicKey();

    @Inject
    Database database;

    @Inject
    RevocationConfig config;

    @Inject
    ProviderDirectory providers;

    @Test
    void cancellingWhileItDrainsReturnsTheKeyToActive() {
        UUID id = addKeyThatDrains();

        cancel(id).statusCode(200).body("state", equalTo("cancelled"));

        assertThat(statesTold(id, 3)).containsExactly(KeyState.ACTIVE, KeyState.DRAINING, KeyState.ACTIVE);
        admin.call().get("/api/v1/keys/" + id).then().body("state", equalTo("active"));
        admin.call().get("/api/v1/keys/" + id + "/revocation").then().statusCode(404);
        assertThat(Sim.status(key)).isEqualTo("active");
        Events.await(
                Topic.AUDIT,
                1,
                event -> event.data() instanceof AuditEntry entry
                        && entry.action().equals("key.revocation.cancel")
                        && id.toString().equals(entry.target()));
    }

    /** Whoever was at it when it was cancelled must not be heard in the one that came after it. */
    @Test
    void aCancelledRevocationCanBeBegunAnewAndTheOldOneKeepsNothing() {
        UUID id = addKeyThatDrains();
        KeyRevocation old = stored(id);
        cancel(id).statusCode(200);
        revoke(id, Map.of("drain", DRAIN.toString())).statusCode(202);
        awaitState(id, "draining");

        boolean kept = database.inWorkspace(
                workspace.id(),
                handle -> RevocationStore.keep(
                                handle,
                                old.after(
                                        new StepOutcome.Done("late"),
                                        new Next.Advance<>(RevocationStep.NOTIFY),
                                        Instant.now()),
                                null)
                        .isPresent());

        assertThat(kept).isFalse();
        assertThat(stored(id).step()).isEqualTo(RevocationStep.DRAIN);
    }

    @Test
    void forcingEndsTheDraining() {
        UUID id = addKeyThatDrains();

        revoke(id, Map.of("force", true)).statusCode(202).body("forced", equalTo(true));

        awaitState(id, "revoked");
        assertThat(statesTold(id, 4))
                .containsExactly(KeyState.ACTIVE, KeyState.DRAINING, KeyState.REVOKING, KeyState.REVOKED);
    }

    @Test
    void onceItsUseHasEndedItIsTooLateToCancel() {
        UUID id = admin.addKey(admin.addAnthropicAccount(), key);
        cancel(id).statusCode(409);
        revoke(id, Map.of());
        awaitState(id, "awaiting_manual");

        cancel(id).statusCode(409);

        admin.call().get("/api/v1/keys/" + id).then().body("state", equalTo("awaiting_manual"));
    }

    /** To gateways a draining key is a usable one. */
    @Test
    void aDisabledKeyIsNotBroughtBackByDraining() {
        UUID id = admin.addBoundKey(admin.addAnthropicAccount(), key);
        leaseDirectly(id);
        admin.call().post("/api/v1/keys/" + id + "/disable").then().statusCode(200);

        revoke(id, Map.of("drain", DRAIN.toString()));

        awaitState(id, "revoked");
        assertThat(statesTold(id, 4))
                .containsExactly(KeyState.ACTIVE, KeyState.DISABLED, KeyState.REVOKING, KeyState.REVOKED);
    }

    @Test
    void aKeyIsDrainedWhenNobodyHasUsedItForAWhileOrItsTimeIsOver() {
        UUID id = addKeyThatDrains();
        database.useSystem(handle -> handle.execute("update api_key set direct_allowed = false where key_id = ?", id));
        KeyRevocation at = stored(id);
        Instant begun = at.stepSince();

        assertThat(tryAt(at, begun.plus(config.quiet()).minusMillis(1)))
                .isEqualTo(new StepOutcome.NotYet(
                        "Requests may be under way; it goes on at %s at the latest.".formatted(begun.plus(DRAIN)),
                        begun.plus(config.quiet())));
        assertThat(tryAt(at, begun.plus(config.quiet()))).isInstanceOf(StepOutcome.Done.class);

        use(id, begun.plusSeconds(3));
        assertThat(tryAt(at, begun.plus(config.quiet()))).isInstanceOf(StepOutcome.NotYet.class);
        assertThat(tryAt(at, begun.plusSeconds(3).plus(config.quiet()))).isInstanceOf(StepOutcome.Done.class);

        use(id, begun.plus(DRAIN));
        assertThat(tryAt(at, begun.plus(DRAIN))).isInstanceOf(StepOutcome.Done.class);
    }

    @Test
    void aDrainThatMakesNoSenseIsRefused() {
        UUID id = admin.addBoundKey(admin.addAnthropicAccount(), key);

        revoke(id, Map.of("drain", "PT25H")).statusCode(400);
        revoke(id, Map.of("drain", "PT-1S")).statusCode(400);

        admin.call().get("/api/v1/keys/" + id).then().body("state", equalTo("active"));
    }

    @Test
    void aDryRunTellsOfTheDraining() {
        UUID id = admin.addBoundKey(admin.addAnthropicAccount(), key);

        revoke(id, Map.of("dry_run", true, "drain", "PT2M"))
                .statusCode(200)
                .body("steps", hasSize(7))
                .body("steps.detail", everyItem(is(notNullValue())))
                .body("steps.find { it.step == 'drain' }.detail", containsString("120 s"))
                .body("drains_until", nullValue());
    }

    /** A node may use it without anybody knowing, so that all of the time is waited for. */
    private UUID addKeyThatDrains() {
        UUID id = admin.addBoundKey(admin.addAnthropicAccount(), key);
        leaseDirectly(id);
        revoke(id, Map.of("drain", DRAIN.toString())).statusCode(202);
        awaitState(id, "draining");
        admin.call()
                .get("/api/v1/keys/" + id + "/revocation")
                .then()
                .body("state", equalTo("running"))
                .body("drains_until", notNullValue())
                .body("attempts", equalTo(0))
                .body("steps.find { it.step == 'drain' }.state", equalTo("running"));
        return id;
    }

    private void leaseDirectly(UUID id) {
        database.useSystem(handle -> handle.execute("update api_key set direct_allowed = true where key_id = ?", id));
        Events.publish(EventType.LEASE_GRANTED, lease(id));
        Await.untilAsserted(() -> assertThat(database.<Integer, RuntimeException>asSystem(
                        handle -> handle.createQuery("select count(*) from key_lease where key_id = :id")
                                .bind("id", id)
                                .mapTo(Integer.class)
                                .one()))
                .isEqualTo(1));
    }

    private void use(UUID id, Instant at) {
        database.useSystem(handle -> handle.execute(
                "insert into key_use values (?, ?, 1, ?) on conflict (workspace_id, key_id, secret_version)"
                        + " do update set last_used_at = excluded.last_used_at",
                workspace.id(),
                id,
                at));
    }

    private StepOutcome tryAt(KeyRevocation at, Instant now) {
        Subject subject = database.inWorkspace(
                workspace.id(), handle -> Subject.of(handle, providers, workspace.id(), at.keyId()));
        return new DrainStep(database, config, Clock.fixed(now, ZoneOffset.UTC)).of(at, subject);
    }

    private KeyRevocation stored(UUID id) {
        return database.inWorkspace(
                workspace.id(),
                handle -> RevocationStore.find(handle, workspace.id(), id).orElseThrow());
    }

    private ValidatableResponse revoke(UUID id, Map<String, Object> body) {
        return admin.call().body(body).post("/api/v1/keys/" + id + "/revoke").then();
    }

    private ValidatableResponse cancel(UUID id) {
        return admin.call()
                .body(Map.of("reason", "It was the wrong key"))
                .post("/api/v1/keys/" + id + "/revocation/cancel")
                .then();
    }

    private void awaitState(UUID id, String state) {
        Await.untilAsserted(() ->
                assertThat(admin.<String>read("/api/v1/keys/" + id, "state")).isEqualTo(state));
    }

    private static List<KeyState> statesTold(UUID id, int count) {
        return Events.await(Topic.KEYS, count, event -> event.key().equals(id.toString())).stream()
                .map(event -> ((KeyView) event.data()).state())
                .toList();
    }

    private LeaseView lease(UUID keyId) {
        Instant now = Instant.now();
        return new LeaseView(
                UUID.randomUUID(),
                workspace.id(),
                UUID.randomUUID(),
                "node-1",
                "anthropic",
                LeaseMode.DIRECT,
                LeaseState.ACTIVE,
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
