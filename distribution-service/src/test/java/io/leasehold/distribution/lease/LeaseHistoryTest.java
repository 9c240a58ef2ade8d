package io.leasehold.distribution.lease;

import static io.leasehold.distribution.KeyFixture.aKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.leasehold.contracts.KeyState;
import io.leasehold.distribution.Api;
import io.leasehold.distribution.KeyFixture;
import io.leasehold.distribution.Sql;
import io.leasehold.test.Await;
import io.leasehold.test.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who held what at a time. */
@QuarkusTest
class LeaseHistoryTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    private final TestWorkspace workspace = TestWorkspace.fresh();

    @Test
    void aLeaseIsFoundUnderTheKeyThatItHadThen() {
        KeyFixture first = aKey(workspace).told();
        String lease = lease("node-1");
        KeyFixture second = aKey(workspace).told();
        first.now(KeyState.REVOKED).told();
        Await.untilAsserted(() -> Api.as(workspace, "viewer")
                .get("/api/v1/leases/" + lease)
                .then()
                .body("key_id", equalTo(second.id().toString())));
        assertThat(Sql.update("""
                update lease set issued_at = '2026-11-21T10:00Z', key_since = '2026-11-21T12:00Z',
                                 expires_at = now() + interval '1 hour'
                where lease_id = ?
                """, UUID.fromString(lease))).isEqualTo(1);
        assertThat(Sql.update("""
                update lease_key_past set since = '2026-11-21T10:00Z', until = '2026-11-21T12:00Z' where lease_id = ?
                """, UUID.fromString(lease))).isEqualTo(1);

        held(NOON.minusSeconds(1), "")
                .body("items.lease_id", contains(lease))
                .body("items.key_id", contains(first.id().toString()));
        held(NOON, "")
                .body("items.lease_id", contains(lease))
                .body("items.key_id", contains(second.id().toString()));
        held(NOON.minusSeconds(1), "&key=" + first.id()).body("items.lease_id", contains(lease));
        held(NOON.minusSeconds(1), "&key=" + second.id()).body("items", empty());
        held(NOON, "&key=" + second.id()).body("items.lease_id", contains(lease));
        held(NOON, "&key=" + first.id()).body("items", empty());
        held(NOON.minusSeconds(7_201), "").body("items", empty());
    }

    @Test
    void aLeaseIsHeldFromWhenItWasIssuedToJustBeforeItsEnd() {
        aKey(workspace).told();
        String lease = lease("node-1");
        Api.asNode(workspace, "node-1").post("/api/v1/leases/" + lease + "/release");
        Sql.update("""
                update lease set issued_at = '2026-11-21T10:00Z', ended_at = '2026-11-21T12:00Z',
                                 expires_at = '2026-11-21T14:00Z'
                where lease_id = ?
                """, UUID.fromString(lease));
        String node = Api.as(workspace, "viewer").get("/api/v1/leases/" + lease).path("node_id");

        held(Instant.parse("2026-11-21T10:00:00Z"), "&node=" + node).body("items.lease_id", contains(lease));
        held(NOON.minusMillis(1), "").body("items.lease_id", contains(lease));
        held(NOON, "").body("items", empty());
        held(NOON.minusMillis(1), "&node=" + UUID.randomUUID()).body("items", empty());
        held(NOON.minusMillis(1), "&provider=openai").body("items", empty());
        Api.as(workspace, "viewer")
                .get("/api/v1/leases?at=2026-11-21T12:00:00Z&state=active")
                .then()
                .statusCode(400);
        Api.as(workspace, "viewer").get("/api/v1/leases?at=yesterday").then().statusCode(400);
    }

    @Test
    void aNodesTimelineTellsOfItAndItsLeasesPageByPage() {
        KeyFixture first = aKey(workspace).told();
        String lease = lease("node-1");
        String node = Api.as(workspace, "viewer").get("/api/v1/leases/" + lease).path("node_id");
        KeyFixture second = aKey(workspace).told();
        first.now(KeyState.REVOKED).told();
        Await.untilAsserted(() -> timeline(node, "").body("items.what", contains("moved", "granted", "enrolled")));
        Api.as(workspace, "operator").body("{\"reason\":\"leaked\"}").post("/api/v1/leases/" + lease + "/revoke");

        timeline(node, "")
                .body("items.what", contains("revoked", "moved", "granted", "enrolled"))
                .body("items[0].reason", equalTo("leaked"))
                .body("items[1].key_id", equalTo(second.id().toString()))
                .body("items[2].key_name", equalTo(first.name()));
        String cursor = timeline(node, "?limit=3").extract().path("next_cursor");
        timeline(node, "?limit=3&cursor=" + cursor).body("items.what", contains("enrolled"));
        timeline(node, "?cursor=" + cursor.substring(1), 400);
        timeline(UUID.randomUUID().toString(), "", 404);
    }

    private ValidatableResponse timeline(String node, String query) {
        return timeline(node, query, 200);
    }

    private ValidatableResponse timeline(String node, String query, int status) {
        return Api.as(workspace, "viewer")
                .get("/api/v1/nodes/" + node + "/timeline" + query)
                .then()
                .statusCode(status);
    }

    private ValidatableResponse held(Instant at, String query) {
        return Api.as(workspace, "viewer")
                .get("/api/v1/leases?at=" + at + query)
                .then()
                .statusCode(200);
    }

    private String lease(String node) {
        return Api.asNode(workspace, node)
                .body("{\"provider\":\"anthropic\"}")
                .post("/api/v1/leases")
                .then()
                .statusCode(201)
                .extract()
                .path("lease_id");
    }
}
