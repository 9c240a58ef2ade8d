package io.leasehold.key.enforcement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.leasehold.contracts.Period;
import io.leasehold.contracts.event.DirectUseView;
import io.leasehold.contracts.event.EventType;
import io.leasehold.key.KeyApi;
import io.leasehold.key.Sim;
import io.leasehold.key.Sim.SimKey;
import io.leasehold.kit.database.Database;
import io.leasehold.test.Await;
import io.leasehold.test.Events;
import io.leasehold.test.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is set and stopped at providers, at the simulated ones. */
@QuarkusTest
class EnforcementTest {
    private final TestWorkspace workspace = TestWorkspace.fresh();
    private final KeyApi admin = KeyApi.as(workspace, "admin");

    @Inject
    Database database;

    @Test
    void aLimitOfAKeyIsSetAtAProviderThatHasSuchAndGoesWithIt() {
        UUID id = openRouterKey();

        limit(id, "12.5", "day");
        Await.untilAsserted(() -> atProvider(id).body("limit", equalTo("12.5")).body("limit_reset", equalTo("daily")));
        Await.untilAsserted(() -> shown(id)
                .body("limit.amount", equalTo("12.5"))
                .body("limit.reset", equalTo("daily"))
                .body("limit.set_at", notNullValue())
                .body("limit.message", nullValue()));

        limit(id, "40", "month");
        Await.untilAsserted(() -> atProvider(id).body("limit", equalTo("40")).body("limit_reset", equalTo("monthly")));

        admin.call()
                .body(Map.of("limits", List.of()))
                .put("/api/v1/limits/key/" + id)
                .then()
                .statusCode(200);
        Await.untilAsserted(() -> atProvider(id).body("limit", nullValue()));
    }

    @Test
    void aLimitThatNobodySetHereIsLeftAlone() {
        UUID id = openRouterKey();
        admin.call()
                .body(Map.of("amount", "7"))
                .put("/api/v1/keys/" + id + "/provider/limit")
                .then()
                .statusCode(200);

        admin.call()
                .body(Map.of("limits", List.of()))
                .put("/api/v1/limits/key/" + id)
                .then()
                .statusCode(200);

        Await.untilAsserted(() -> shown(id).body("limit", notNullValue()));
        atProvider(id).body("limit", equalTo("7"));
    }

    @Test
    void aLimitThatSomebodyGaveTheKeyThereStays() {
        UUID id = openRouterKey();
        admin.call()
                .body(Map.of("amount", "7"))
                .put("/api/v1/keys/" + id + "/provider/limit")
                .then()
                .statusCode(200);

        limit(id, "25", "day");

        Await.untilAsserted(() ->
                shown(id).body("limit.message", containsString("of 7 USD")).body("limit.amount", nullValue()));
        atProvider(id).body("limit", equalTo("7"));
    }

    @Test
    void whatFailsIsShownAndTriedAgain() {
        SimKey management = Sim.openRouterManagement();
        UUID account = admin.addAccount("openrouter", management.secret());
        UUID id = admin.addKey(account, Sim.openRouterKey());
        Sim.order(management, Map.of("admin_fail_rate", 1));

        limit(id, "3", "day");

        Await.untilAsserted(() -> shown(id)
                .body("limit.message", containsString("OpenRouter"))
                .body("limit.next_try_at", notNullValue())
                .body("limit.amount", nullValue()));
        Sim.clearFaults(management);
        tryNow("provider_limit", id);
        Await.untilAsserted(() -> atProvider(id).body("limit", equalTo("3")));
        Await.untilAsserted(() -> shown(id).body("limit.message", nullValue()));
    }

    @Test
    void aKeyThatANodeHasIsSwitchedOffNearItsLimitAndOnAgainAfterwards() {
        UUID id = openRouterKey();

        told(id, 1, true, true);
        Await.untilAsserted(() -> shown(id)
                .body("stop.wanted", equalTo(true))
                .body("stop.done", equalTo(true))
                .body("stop.period", equalTo("day"))
                .body("stop.used", equalTo("9.2")));
        key(id).body("state", equalTo("disabled")).body("reason", containsString("limit per day"));
        verify(id).body("result", equalTo("invalid"));

        told(id, 2, false, false);
        Await.untilAsserted(() -> key(id).body("state", equalTo("active")));
        verify(id).body("result", equalTo("valid"));
        shown(id).body("stop.done", equalTo(false)).body("stop.message", nullValue());
    }

    @Test
    void whatIsToldLateOrAgainChangesNothing() {
        UUID id = openRouterKey();

        told(id, 5, true, true);
        told(id, 4, false, false);
        told(id, 5, true, true);

        Await.untilAsserted(() -> shown(id).body("stop.done", equalTo(true)));
        told(id, 6, false, false);
        told(id, 5, true, true);
        Await.untilAsserted(() -> key(id).body("state", equalTo("active")));
        shown(id).body("stop.wanted", equalTo(false)).body("stop.done", equalTo(false));
    }

    @Test
    void aKeyThatSomebodyDisabledForAnotherReasonStaysDisabled() {
        UUID id = openRouterKey();
        admin.call()
                .body(Map.of("reason", "leaked?"))
                .post("/api/v1/keys/" + id + "/disable")
                .then()
                .statusCode(200);

        told(id, 1, true, true);
        Await.untilAsserted(() -> shown(id).body("stop.done", equalTo(true)));
        told(id, 2, false, false);
        Await.untilAsserted(() -> shown(id).body("stop.done", equalTo(false)));

        key(id).body("state", equalTo("disabled")).body("reason", equalTo("leaked?"));
    }

    @Test
    void aKeyThatNobodyHasIsNotTouched() {
        UUID id = openRouterKey();

        told(id, 1, true, false);

        Await.untilAsserted(() -> shown(id).body("stop.wanted", equalTo(false)));
        key(id).body("state", equalTo("active"));
        shown(id).body("stop.next_try_at", nullValue());
    }

    @Test
    void whereAPersonIsNeededItIsSaidWithWhatToDoAndTheKeyStaysInUse() {
        UUID unbound = admin.addUnverifiedKey(admin.addAnthropicAccount());
        UUID account = UUID.fromString(admin.call()
                .body(Map.of("provider", "cohere", "name", KeyApi.anyName()))
                .post("/api/v1/provider-accounts")
                .path("id"));
        UUID ofCohere = UUID.fromString(
                admin.postKey(account, new SimKey("none", "co-" + UUID.randomUUID()), Map.of("verify", false))
                        .path("id"));

        told(unbound, 1, true, true);
        told(ofCohere, 1, true, true);

        Await.untilAsserted(() -> shown(unbound)
                .body("stop.message", containsString("Bind it"))
                .body("stop.next_try_at", notNullValue())
                .body("stop.done", equalTo(false)));
        Await.untilAsserted(() -> shown(ofCohere)
                .body("stop.message", containsString("can't switch a key off"))
                .body("stop.next_try_at", nullValue()));
        key(ofCohere).body("state", equalTo("active"));
    }

    @Test
    void aProviderThatIsAwayIsAskedAgainUntilItHasDoneIt() {
        SimKey management = Sim.openRouterManagement();
        UUID account = admin.addAccount("openrouter", management.secret());
        UUID id = admin.addKey(account, Sim.openRouterKey());
        Sim.order(management, Map.of("admin_fail_rate", 1));

        told(id, 1, true, true);
        Await.untilAsserted(() ->
                shown(id).body("stop.message", containsString("OpenRouter")).body("stop.done", equalTo(false)));
        key(id).body("state", equalTo("disabled"));
        Sim.clearFaults(management);
        tryNow("direct_stop", id);

        Await.untilAsserted(() -> shown(id).body("stop.done", equalTo(true)));
        verify(id).body("result", equalTo("invalid"));
    }

    private UUID openRouterKey() {
        return admin.addKey(admin.addOpenRouterAccount(), Sim.openRouterKey());
    }

    private void limit(UUID id, String amount, String period) {
        admin.call()
                .body(Map.of("limits", List.of(Map.of("period", period, "amount", amount, "zone", "UTC"))))
                .put("/api/v1/limits/key/" + id)
                .then()
                .statusCode(200);
    }

    private void told(UUID id, long version, boolean stopped, boolean exposed) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        Events.publish(
                EventType.DIRECT_USE_CHANGED,
                new DirectUseView(
                        id,
                        workspace.id(),
                        stopped,
                        exposed,
                        stopped ? Period.DAY : null,
                        stopped ? now.plus(1, ChronoUnit.HOURS) : null,
                        stopped ? new BigDecimal("10") : null,
                        stopped ? new BigDecimal("9.2") : null,
                        now,
                        version,
                        now));
    }

    /** As if the wait were over. */
    private void tryNow(String table, UUID id) {
        int moved = database.asSystem(handle -> handle.execute(
                "update " + table + " set next_attempt_at = now() where key_id = ? and next_attempt_at > now()", id));
        assertThat(moved).isEqualTo(1);
    }

    private ValidatableResponse atProvider(UUID id) {
        return admin.call().get("/api/v1/keys/" + id + "/provider").then().statusCode(200);
    }

    private ValidatableResponse shown(UUID id) {
        return admin.call()
                .get("/api/v1/keys/" + id + "/provider/enforcement")
                .then()
                .statusCode(200);
    }

    private ValidatableResponse key(UUID id) {
        return admin.call().get("/api/v1/keys/" + id).then().statusCode(200);
    }

    private ValidatableResponse verify(UUID id) {
        return admin.call().post("/api/v1/keys/" + id + "/verify").then().statusCode(200);
    }
}
