package io.leasehold.key.rotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.leasehold.key.KeyApi;
import io.leasehold.key.Sim;
import io.leasehold.key.secret.DisposalSweep;
import io.leasehold.kit.database.Database;
import io.leasehold.kit.secret.SecretPath;
import io.leasehold.kit.secret.SecretStore;
import io.leasehold.kit.secret.SecretStoreProblem;
import io.leasehold.providers.Secret;
import io.leasehold.test.Await;
import io.leasehold.test.TestWorkspace;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RotationResourceTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final TestWorkspace workspace = TestWorkspace.fresh();
    private final KeyApi admin = KeyApi.as(workspace, "admin");
    private final Sim.SimKey old = Sim.openRouterKey();

    @Inject
    SecretStore secrets;

    @Inject
    DisposalSweep disposals;

    @Inject
    ScheduledRotations schedules;

    @Inject
    Database database;

    @Inject
    RotationMetrics measures;

    @Inject
    MeterRegistry registry;

    @Test
    void aKeyGetsAnotherSecretAndStaysTheSame() {
        UUID id = admin.addKey(admin.addOpenRouterAccount(), old);
        String masked = admin.read("/api/v1/keys/" + id, "masked");

        rotate(id, Map.of("reason", "quarterly"))
                .then()
                .statusCode(202)
                .body("key_id", equalTo(id.toString()))
                .body("steps", hasSize(7));
        awaitStep(id, "drain");

        admin.call()
                .get("/api/v1/keys/" + id)
                .then()
                .body("state", equalTo("active"))
                .body("masked", not(equalTo(masked)))
                .body("provider_key_id", not(equalTo(old.id())));
        admin.call()
                .get("/api/v1/keys/" + id + "/rotation")
                .then()
                .body("state", equalTo("running"))
                .body("other", equalTo(masked))
                .body("can_be_rolled_back", equalTo(true))
                .body("overlap_until", notNullValue());
        admin.call().post("/api/v1/keys/" + id + "/verify").then().body("result", equalTo("valid"));
        assertThat(Sim.status(old)).isEqualTo("active");

        rotate(id, Map.of("force", true)).then().statusCode(202);
        awaitState(id, "rotated");

        assertThat(Sim.status(old)).isEqualTo("archived");
        assertThat(liveVersions(id)).isEqualTo("2");
        admin.call()
                .get("/api/v1/keys/" + id + "/rotations")
                .then()
                .body("items", hasSize(1))
                .body("items[0].steps.state", not(containsString("failed")));
    }

    @Test
    void aDryRunTellsTheStepsAndChangesNothing() {
        UUID id = admin.addKey(admin.addOpenRouterAccount(), old);

        rotate(id, Map.of("dry_run", true))
                .then()
                .statusCode(200)
                .body("state", equalTo("planned"))
                .body("steps[4].detail", containsString(old.id()));

        admin.call().get("/api/v1/keys/" + id + "/rotation").then().statusCode(404);
        assertThat(liveVersions(id)).isEqualTo("1");
    }

    @Test
    void whereKeysCantBeMadeItAwaitsASecretAndSaysSo() {
        Sim.SimKey first = Sim.anthropicKey();
        Sim.SimKey second = Sim.anthropicKey();
        UUID id = admin.addBoundKey(admin.addAnthropicAccount(), first);

        rotate(id, Map.of("force", true)).then().statusCode(202);
        awaitState(id, "awaiting_secret");
        admin.call()
                .get("/api/v1/keys/" + id + "/rotation")
                .then()
                .body("reason", containsString("console"))
                .body("steps[0].state", equalTo("pending"));
        replace(id, second, Map.of("provider_key_id", second.id())).then().statusCode(202);
        awaitState(id, "rotated");

        admin.call().get("/api/v1/keys/" + id).then().body("provider_key_id", equalTo(second.id()));
        assertThat(Sim.status(first)).isEqualTo("archived");
        assertThat(Sim.status(second)).isEqualTo("active");
        assertThat(liveVersions(id)).isEqualTo("2");
    }

    /** A user's tokens are of one id at the provider: ending the old one there would end the new one with it. */
    @Test
    void aSecretOfTheSameIdAtTheProviderIsTakenWhereTheOldOneIsLeftAlone() {
        Sim.SimKey first = Sim.anthropicKey();
        Sim.SimKey second = Sim.anthropicKey();
        UUID id = admin.addBoundKey(admin.addAccountWithoutCredential(), first);
        replace(id, second, Map.of("provider_key_id", first.id())).then().statusCode(409);

        replace(id, second, Map.of("provider_key_id", first.id(), "revoke_old", false, "force", true))
                .then()
                .statusCode(202);
        awaitState(id, "rotated");

        admin.call().get("/api/v1/keys/" + id).then().body("provider_key_id", equalTo(first.id()));
        assertThat(Sim.status(first)).isEqualTo("active");
        assertThat(liveVersions(id)).isEqualTo("2");
    }

    @Test
    void aReplacedSecretIsDestroyedHereAndMayBeLeftAliveAtTheProvider() {
        UUID id = admin.addKey(admin.addOpenRouterAccount(), old);

        replace(id, Sim.openRouterKey(), Map.of("revoke_old", false, "force", true))
                .then()
                .statusCode(202);
        awaitState(id, "rotated");

        assertThat(Sim.status(old)).isEqualTo("active");
        assertThat(liveVersions(id)).isEqualTo("2");
    }

    @Test
    void onlyAWorkingSecretThatIsNowhereInThePoolIsTaken() {
        UUID account = admin.addOpenRouterAccount();
        UUID id = admin.addKey(account, old);
        Sim.SimKey others = Sim.openRouterKey();
        admin.addKey(account, others);

        replace(id, new Sim.SimKey("none", "sk-or-v1-" + UUID.randomUUID()), Map.of())
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:leasehold:problem:key-not-accepted"));
        replace(id, others, Map.of()).then().statusCode(409);
        replace(id, old, Map.of()).then().statusCode(409);

        admin.call().get("/api/v1/keys/" + id + "/rotation").then().statusCode(404);
    }

    @Test
    void theSameSecretAgainChangesNothingAndAnotherOneHasToWait() {
        UUID id = admin.addKey(admin.addOpenRouterAccount(), old);
        Sim.SimKey second = Sim.openRouterKey();
        String rotation =
                replace(id, second, Map.of()).then().statusCode(202).extract().path("id");
        awaitStep(id, "drain");

        replace(id, second, Map.of()).then().statusCode(202).body("id", equalTo(rotation));
        replace(id, Sim.openRouterKey(), Map.of()).then().statusCode(409);

        admin.call().get("/api/v1/keys/" + id + "/rotation").then().body("id", equalTo(rotation));
    }

    @Test
    void whileBothWorkItCanBeRolledBack() {
        UUID id = admin.addKey(admin.addOpenRouterAccount(), old);
        rotate(id, Map.of()).then().statusCode(202);
        awaitStep(id, "drain");
        String made = admin.read("/api/v1/keys/" + id, "provider_key_id");

        admin.call()
                .body(Map.of("reason", "no access"))
                .post("/api/v1/keys/" + id + "/rotation/roll-back")
                .then()
                .statusCode(202)
                .body("rolled_back", equalTo(true));
        admin.call().get("/api/v1/keys/" + id).then().body("provider_key_id", equalTo(old.id()));
        rotate(id, Map.of("force", true)).then().statusCode(202);
        awaitState(id, "rolled_back");

        assertThat(Sim.status(old)).isEqualTo("active");
        assertThat(Sim.status(new Sim.SimKey(made, ""))).isEqualTo("archived");
        assertThat(liveVersions(id)).isEqualTo("1");
        admin.call().post("/api/v1/keys/" + id + "/rotation/roll-back").then().statusCode(409);
    }

    /** Both secrets end: nobody must be left with one of a key that is revoked. */
    @Test
    void aKeyThatIsRevokedWhileItRotatesLeavesNoSecretAlive() {
        UUID id = admin.addKey(admin.addOpenRouterAccount(), old);
        rotate(id, Map.of()).then().statusCode(202);
        awaitStep(id, "drain");
        String made = admin.read("/api/v1/keys/" + id, "provider_key_id");

        admin.call()
                .body(Map.of("force", true))
                .post("/api/v1/keys/" + id + "/revoke")
                .then()
                .statusCode(202);
        rotate(id, Map.of("force", true));

        Await.untilAsserted(
                PATIENCE, () -> admin.call().get("/api/v1/keys/" + id).then().body("state", equalTo("revoked")));
        assertThat(Sim.status(old)).isEqualTo("archived");
        assertThat(Sim.status(new Sim.SimKey(made, ""))).isEqualTo("archived");
        assertThat(liveVersions(id)).isEmpty();
    }

    @Test
    void whatIsStuckAndWhatAwaitsAPersonIsMeasured() {
        Sim.SimKey credential = Sim.openRouterManagement();
        UUID stuck = admin.addKey(admin.addAccount("openrouter", credential.secret()), old);
        UUID awaiting = admin.addBoundKey(admin.addAnthropicAccount(), Sim.anthropicKey());
        Sim.order(credential, Map.of("admin_fail_rate", 1, "error_kind", "permission"));
        rotate(stuck, Map.of());
        rotate(awaiting, Map.of());
        awaitState(stuck, "stuck");
        awaitState(awaiting, "awaiting_secret");

        measures.measure();

        assertThat(gauge("leasehold.rotations.stuck")).isGreaterThanOrEqualTo(1);
        assertThat(gauge("leasehold.rotations.stuck.age.seconds")).isNotNegative();
        assertThat(gauge("leasehold.rotations.awaiting")).isGreaterThanOrEqualTo(1);
    }

    private double gauge(String name) {
        return registry.get(name).gauge().value();
    }

    @Test
    void aKeyThatHasEndedIsNotRotated() {
        UUID id = admin.addKey(admin.addOpenRouterAccount(), old);
        admin.call().post("/api/v1/keys/" + id + "/retire").then().statusCode(200);

        rotate(id, Map.of()).then().statusCode(409).body("type", equalTo("urn:leasehold:problem:wrong-state"));
    }

    @Test
    void aScheduleBeginsARotationWhenItsTimeComes() {
        UUID id = admin.addKey(admin.addOpenRouterAccount(), old);
        String address = "/api/v1/keys/" + id + "/rotation-schedule";
        admin.call().get(address).then().statusCode(404);

        admin.call()
                .body(Map.of("cron", "0 3 1 * *", "zone", "Europe/Berlin", "overlap_seconds", 0))
                .put(address)
                .then()
                .statusCode(200)
                .body("next_at", notNullValue());
        comeDue(id);
        schedules.sweep(Instant.now());
        awaitState(id, "rotated");

        admin.call().get("/api/v1/keys/" + id + "/rotation").then().body("scheduled", equalTo(true));
        Instant next = Instant.parse(admin.read(address, "next_at"));
        assertThat(next).isAfter(Instant.now());
        admin.call()
                .body(Map.of("cron", "nightly", "zone", "Europe/Berlin"))
                .put(address)
                .then()
                .statusCode(400);
        admin.call().delete(address).then().statusCode(204);
        admin.call().get(address).then().statusCode(404);
    }

    @Test
    void anAccountGetsAnotherAdminCredentialAndTheOldOneIsDestroyedLater() {
        UUID account = admin.addOpenRouterAccount();
        SecretPath path = SecretPath.ofAccount(workspace.id(), account);
        String address = "/api/v1/provider-accounts/" + account;

        admin.call()
                .body(Map.of("admin_credential", Sim.openRouterKey().secret()))
                .put(address + "/credential")
                .then()
                .statusCode(422);
        admin.call()
                .body(Map.of("admin_credential", Sim.openRouterManagement().secret()))
                .put(address + "/credential")
                .then()
                .statusCode(200)
                .body("version", equalTo(2));

        admin.call().get(address + "/provider-keys").then().statusCode(200);
        assertThat(isThere(path, 1)).isTrue();
        disposals.at(Instant.now().plus(Duration.ofMinutes(6)));
        assertThat(isThere(path, 1)).isFalse();
        assertThat(isThere(path, 2)).isTrue();
        admin.call().get(address + "/provider-keys").then().statusCode(200);
    }

    private Response rotate(UUID id, Map<String, Object> body) {
        return admin.call().body(body).post("/api/v1/keys/" + id + "/rotate");
    }

    private Response replace(UUID id, Sim.SimKey by, Map<String, Object> more) {
        Map<String, Object> body = new HashMap<>(more);
        body.put("secret", by.secret());
        return admin.call().body(body).post("/api/v1/keys/" + id + "/secret");
    }

    private void awaitState(UUID id, String state) {
        Await.untilAsserted(
                PATIENCE,
                () -> admin.call()
                        .get("/api/v1/keys/" + id + "/rotation")
                        .then()
                        .body("state", equalTo(state)));
    }

    private void awaitStep(UUID id, String step) {
        Await.untilAsserted(
                PATIENCE,
                () -> admin.call()
                        .get("/api/v1/keys/" + id + "/rotation")
                        .then()
                        .body("steps.find { it.step == '" + step + "' }.state", equalTo("running"))
                        .body("steps.find { it.step == '" + step + "' }.detail", notNullValue()));
    }

    private void comeDue(UUID id) {
        database.useWorkspace(
                workspace.id(),
                handle -> handle.createUpdate("update rotation_schedule set next_at = :past where key_id = :id")
                        .bind("past", Instant.now().minusSeconds(1))
                        .bind("id", id)
                        .execute());
    }

    private String liveVersions(UUID id) {
        SecretPath path = SecretPath.ofKey(workspace.id(), id);
        StringBuilder live = new StringBuilder();
        for (int version = 1; version <= 3; version++) {
            if (isThere(path, version)) {
                live.append(version);
            }
        }
        return live.toString();
    }

    private boolean isThere(SecretPath path, int version) {
        try (Secret secret = secrets.read(path, version)) {
            return !secret.reveal().isEmpty();
        } catch (SecretStoreProblem problem) {
            assertThat(problem.reason()).isEqualTo(SecretStoreProblem.Reason.MISSING);
            return false;
        }
    }
}
