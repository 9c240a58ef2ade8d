package io.leasehold.key.revocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.leasehold.contracts.RevocationOutcome;
import io.leasehold.contracts.Topic;
import io.leasehold.contracts.event.KeyView;
import io.leasehold.key.KeyApi;
import io.leasehold.key.Sim;
import io.leasehold.kit.secret.SecretPath;
import io.leasehold.kit.secret.SecretStore;
import io.leasehold.test.Await;
import io.leasehold.test.Events;
import io.leasehold.test.TestWorkspace;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Programs are told in one word what came of a revocation, or what hinders it; in the answer and in the key's events. */
@QuarkusTest
class RevocationOutcomeTest {
    private final TestWorkspace workspace = TestWorkspace.fresh();
    private final KeyApi admin = KeyApi.as(workspace, "admin");
    private final Sim.SimKey credential = Sim.anthropicAdmin();
    private final Sim.SimKey key = Sim.anthropicKey();

    @Inject
    SecretStore secrets;

    @Inject
    RevocationMetrics metrics;

    @Inject
    MeterRegistry registry;

    @Test
    void revoked() {
        UUID id = addBoundKey();

        revoke(id);

        awaitOutcome(id, "revoked").body("state", equalTo("revoked")).body("retryable", nullValue());
        assertTold(id, RevocationOutcome.REVOKED);
    }

    @Test
    void alreadyRevoked() {
        UUID first = addBoundKey();
        revoke(first);
        awaitOutcome(first, "revoked");
        UUID again =
                addUnverified(admin.addAccount("anthropic", Sim.anthropicAdmin().secret()), key.id());

        revoke(again);

        awaitOutcome(again, "already_revoked").body("state", equalTo("revoked"));
        assertTold(again, RevocationOutcome.ALREADY_REVOKED);
    }

    @Test
    void notFound() {
        Sim.SimKey gone = Sim.openRouterKey();
        UUID account = admin.addOpenRouterAccount();
        UUID first = admin.addKey(account, gone);
        revoke(first);
        awaitOutcome(first, "revoked");
        UUID again = UUID.fromString(admin.postKey(account, gone, Map.of("verify", false, "provider_key_id", gone.id()))
                .then()
                .statusCode(201)
                .extract()
                .path("id"));

        revoke(again);

        awaitOutcome(again, "not_found").body("state", equalTo("revoked"));
    }

    @Test
    void providerUnreachable() {
        UUID id = addBoundKey();
        Sim.order(credential, Map.of("admin_fail_rate", 1));

        revoke(id);

        awaitState(id, "stuck")
                .body("outcome", equalTo("provider_unreachable"))
                .body("retryable", equalTo(true))
                .body("next_retry_at", notNullValue());
        assertTold(id, RevocationOutcome.PROVIDER_UNREACHABLE);
    }

    @Test
    void rateLimitedWithItsWait() {
        UUID id = addBoundKey();
        Sim.order(credential, Map.of("admin_fail_rate", 1, "error_kind", "rate_limit"));
        Instant before = Instant.now();

        revoke(id);

        ValidatableResponse limited = awaitOutcome(id, "rate_limited").body("retryable", equalTo(true));
        assertThat(Instant.parse(limited.extract().path("next_retry_at")))
                .as("the simulator asks for several seconds, our own first wait is 50 ms")
                .isAfter(before.plus(Duration.ofSeconds(1)));
    }

    @Test
    void refused() {
        UUID id = addBoundKey();
        Sim.order(credential, Map.of("admin_fail_rate", 1, "error_kind", "permission"));

        revoke(id);

        awaitState(id, "stuck").body("outcome", equalTo("refused")).body("retryable", equalTo(false));
        assertTold(id, RevocationOutcome.REFUSED);
    }

    @Test
    void whatIsStuckIsMeasured() {
        UUID id = addBoundKey();
        Sim.order(credential, Map.of("admin_fail_rate", 1, "error_kind", "permission"));
        revoke(id);
        awaitState(id, "stuck");

        metrics.measure();

        assertThat(registry.get("leasehold.revocations.stuck").gauge().value()).isGreaterThanOrEqualTo(1);
        assertThat(registry.get("leasehold.revocations.stuck.age.seconds")
                        .gauge()
                        .value())
                .isNotNegative();
        assertThat(registry.get("leasehold.keys").tag("state", "stuck").gauge().value())
                .isGreaterThanOrEqualTo(1);
    }

    /** The provider has ended what the key was bound to, and still accepts its secret. */
    @Test
    void partial() {
        UUID id = addUnverified(
                admin.addAccount("anthropic", credential.secret()),
                Sim.anthropicKey().id());

        revoke(id);

        awaitOutcome(id, "partial")
                .body("retryable", equalTo(true))
                .body("reason", containsString("still accepts it"))
                .body("steps.find { it.step == 'revoke' }.state", equalTo("done"));
    }

    @Test
    void awaitingManualAndThenEndedByHand() {
        UUID id = admin.addKey(admin.addAccount("anthropic", credential.secret()), key);
        revoke(id);
        awaitState(id, "awaiting_manual")
                .body("outcome", equalTo("awaiting_manual"))
                .body("retryable", equalTo(false))
                .body("reason", containsString("console"));

        Sim.order(key, Map.of("dead", true));
        revoke(id);

        awaitOutcome(id, "ended_by_hand").body("state", equalTo("revoked"));
        assertTold(id, RevocationOutcome.ENDED_BY_HAND);
    }

    @Test
    void secretMissingAndThenAbandoned() {
        UUID id = admin.addKey(admin.addAccount("anthropic", credential.secret()), key);
        secrets.destroy(SecretPath.ofKey(workspace.id(), id));

        revoke(id);

        awaitState(id, "stuck").body("outcome", equalTo("secret_missing")).body("retryable", equalTo(false));
        admin.call()
                .body(Map.of("reason", "Seen dead in the console"))
                .post("/api/v1/keys/" + id + "/revocation/abandon")
                .then()
                .statusCode(202);
        awaitOutcome(id, "abandoned").body("state", equalTo("revoked"));
        assertTold(id, RevocationOutcome.ABANDONED);
    }

    private UUID addBoundKey() {
        return admin.addBoundKey(admin.addAccount("anthropic", credential.secret()), key);
    }

    private UUID addUnverified(UUID account, String providerKeyId) {
        return UUID.fromString(admin.postKey(account, key, Map.of("verify", false, "provider_key_id", providerKeyId))
                .then()
                .statusCode(201)
                .extract()
                .path("id"));
    }

    private void revoke(UUID id) {
        admin.call().post("/api/v1/keys/" + id + "/revoke").then().statusCode(202);
    }

    private ValidatableResponse awaitOutcome(UUID id, String outcome) {
        return await(id, "outcome", outcome);
    }

    private ValidatableResponse awaitState(UUID id, String state) {
        return await(id, "state", state);
    }

    private ValidatableResponse await(UUID id, String field, String value) {
        Await.untilAsserted(() -> assertThat(admin.<String>read("/api/v1/keys/" + id + "/revocation", field))
                .isEqualTo(value));
        return admin.call().get("/api/v1/keys/" + id + "/revocation").then();
    }

    private static void assertTold(UUID id, RevocationOutcome outcome) {
        Events.await(
                Topic.KEYS,
                1,
                event -> event.key().equals(id.toString())
                        && event.data() instanceof KeyView view
                        && view.outcome() == outcome);
    }
}
