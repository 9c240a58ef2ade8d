package io.leasehold.key.standing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.leasehold.contracts.event.EventType;
import io.leasehold.contracts.event.KeyObserved;
import io.leasehold.key.KeyApi;
import io.leasehold.key.Sim;
import io.leasehold.test.Await;
import io.leasehold.test.Events;
import io.leasehold.test.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Keys that something was done to at their provider, behind our back. */
@QuarkusTest
class StandingTest {
    private final TestWorkspace workspace = TestWorkspace.fresh();
    private final KeyApi admin = KeyApi.as(workspace, "admin");
    private UUID accountId;

    @BeforeEach
    void anAccount() {
        accountId = admin.addOpenRouterAccount();
    }

    @Test
    void aKeyThatIsOverAtItsProviderIsTakenOutOfUseAndSaysWhy() {
        UUID id = admin.addKey(accountId, Sim.openRouterKey());

        observed(id, providerKeyId(id), "disabled", later());

        awaitDisabled(id);
        admin.call().get("/api/v1/keys/" + id).then().body("reason", containsString("switched off at its provider"));
        Await.untilAsserted(() -> assertThat(admin.<String>read("/api/v1/audit?action=key.disable", "items[0].actor"))
                .isEqualTo("key-service"));
    }

    @Test
    void whoeverHasMendedItPutsItBack() {
        UUID id = admin.addKey(accountId, Sim.openRouterKey());
        observed(id, providerKeyId(id), "disabled", later());
        awaitDisabled(id);

        admin.call().post("/api/v1/keys/" + id + "/enable").then().statusCode(200);
        admin.call().post("/api/v1/keys/" + id + "/verify").then().statusCode(200);
        observed(id, providerKeyId(id), "disabled", Instant.now().minus(Duration.ofHours(1)));
        awaitAllHeard();

        admin.call().get("/api/v1/keys/" + id).then().body("state", equalTo("active"));
    }

    @Test
    void whatIsSaidOfAnotherKeyOrOfOneThatWorksChangesNothing() {
        UUID id = admin.addKey(accountId, Sim.openRouterKey());

        observed(id, "the-one-before", "revoked", later());
        observed(id, providerKeyId(id), "active", later());
        observed(id, providerKeyId(id), "unknown", later());
        observed(UUID.randomUUID(), providerKeyId(id), "gone", later());
        awaitAllHeard();

        admin.call().get("/api/v1/keys/" + id).then().body("state", equalTo("active"));
    }

    private String providerKeyId(UUID id) {
        return admin.read("/api/v1/keys/" + id, "provider_key_id");
    }

    private void observed(UUID keyId, String providerKeyId, String state, Instant at) {
        Events.publish(
                EventType.KEY_OBSERVED,
                new KeyObserved(accountId, workspace.id(), "openrouter", keyId, providerKeyId, state, at));
    }

    /** Than the key was checked when it was added. */
    private static Instant later() {
        return Instant.now().plusSeconds(60);
    }

    private void awaitDisabled(UUID id) {
        Await.untilAsserted(() -> admin.call().get("/api/v1/keys/" + id).then().body("state", equalTo("disabled")));
    }

    /** Events of one account come in order. */
    private void awaitAllHeard() {
        UUID last = admin.addKey(accountId, Sim.openRouterKey());
        observed(last, providerKeyId(last), "gone", later());
        awaitDisabled(last);
    }
}
