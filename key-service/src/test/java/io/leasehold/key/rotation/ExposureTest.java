package io.leasehold.key.rotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.leasehold.contracts.LeaseMode;
import io.leasehold.contracts.LeaseState;
import io.leasehold.contracts.event.EventType;
import io.leasehold.contracts.event.LeaseView;
import io.leasehold.key.KeyApi;
import io.leasehold.key.Sim;
import io.leasehold.kit.database.Database;
import io.leasehold.test.Await;
import io.leasehold.test.Events;
import io.leasehold.test.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Keys whose secret a node still has though its lease has ended. */
@QuarkusTest
class ExposureTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final TestWorkspace workspace = TestWorkspace.fresh();
    private final KeyApi admin = KeyApi.as(workspace, "admin");

    @Inject
    Database database;

    @Test
    void aKeyIsRotatedOnceForAllLeasesThatHadItsSecret() {
        UUID id = key(true);

        ended(id, 1);
        awaitRotations(id, 1);
        finish(id);

        LeaseView late = ended(id, 1);
        Events.publish(EventType.LEASE_REVOKED, late);
        awaitAllHeard();
        awaitRotations(id, 1);

        ended(id, 2);
        awaitRotations(id, 2);
    }

    @Test
    void aKeyThatDoesNotSayItIsLeftAlone() {
        UUID id = key(false);

        ended(id, 1);
        awaitAllHeard();

        admin.call().get("/api/v1/keys/" + id + "/rotations").then().body("items", hasSize(0));
    }

    @Test
    void whetherItIsRotatedIsToldAndCanBeChanged() {
        UUID id = key(false);

        admin.call()
                .body(Map.of("rotate_after_direct", true))
                .patch("/api/v1/keys/" + id)
                .then()
                .statusCode(200)
                .body("rotate_after_direct", equalTo(true))
                .body("direct_allowed", equalTo(true));
        admin.call().get("/api/v1/keys/" + id).then().body("rotate_after_direct", equalTo(true));
    }

    private UUID key(boolean rotates) {
        UUID id = admin.addKey(admin.addOpenRouterAccount(), Sim.openRouterKey());
        admin.call()
                .body(Map.of("direct_allowed", true, "rotate_after_direct", rotates))
                .patch("/api/v1/keys/" + id)
                .then()
                .statusCode(200);
        return id;
    }

    /** A lease that was given this version of the key's secret, and is over. */
    private LeaseView ended(UUID keyId, int secretVersion) {
        Instant now = Instant.now();
        LeaseView lease = new LeaseView(
                UUID.randomUUID(),
                workspace.id(),
                UUID.randomUUID(),
                "node-1",
                "openrouter",
                LeaseMode.DIRECT,
                LeaseState.RELEASED,
                keyId,
                null,
                null,
                List.of(),
                null,
                List.of(),
                now.minus(1, ChronoUnit.HOURS),
                now.plus(1, ChronoUnit.DAYS),
                null,
                now,
                null,
                2,
                List.of(),
                null,
                secretVersion);
        Events.publish(EventType.LEASE_RELEASED, lease);
        return lease;
    }

    /** The overlap is cut short, and the old secret ended. */
    private void finish(UUID id) {
        Await.untilAsserted(
                PATIENCE,
                () -> admin.call()
                        .get("/api/v1/keys/" + id + "/rotation")
                        .then()
                        .body("steps.find { it.step == 'drain' }.state", equalTo("running")));
        admin.call()
                .body(Map.of("force", true))
                .post("/api/v1/keys/" + id + "/rotate")
                .then()
                .statusCode(202);
        Await.untilAsserted(
                PATIENCE,
                () -> assertThat(admin.<String>read("/api/v1/keys/" + id + "/rotation", "state"))
                        .isEqualTo("rotated"));
    }

    private void awaitRotations(UUID id, int count) {
        Await.untilAsserted(() ->
                admin.call().get("/api/v1/keys/" + id + "/rotations").then().body("items", hasSize(count)));
    }

    /** The end of a lease of another key, told later, is heard later too unless the broker is at odds with us. */
    private void awaitAllHeard() {
        UUID last = key(true);
        ended(last, 1);
        awaitRotations(last, 1);
    }
}
