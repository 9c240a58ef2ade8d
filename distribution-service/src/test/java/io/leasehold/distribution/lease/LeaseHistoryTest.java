package io.leasehold.distribution.lease;

import static io.leasehold.distribution.KeyFixture.aKey;
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
        Instant issued = time("select issued_at from lease where lease_id = ?", lease);
        Instant moved = time("select key_since from lease where lease_id = ?", lease);

        held(issued, "")
                .body("items.lease_id", contains(lease))
                .body("items.key_id", contains(first.id().toString()));
        held(moved.minusNanos(1_000), "")
                .body("items.lease_id", contains(lease))
                .body("items.key_id", contains(first.id().toString()));
        held(moved, "")
                .body("items.lease_id", contains(lease))
                .body("items.key_id", contains(second.id().toString()));
        held(issued, "&key=" + first.id()).body("items.lease_id", contains(lease));
        held(issued, "&key=" + second.id()).body("items", empty());
        held(moved, "&key=" + second.id()).body("items.lease_id", contains(lease));
        held(moved, "&key=" + first.id()).body("items", empty());
        held(issued.minusNanos(1_000), "").body("items", empty());
    }

    @Test
    void aLeaseIsHeldFromWhenItWasIssuedToJustBeforeItsEnd() {
        aKey(workspace).told();
        String lease = lease("node-1");
        Api.asNode(workspace, "node-1").post("/api/v1/leases/" + lease + "/release");
        Instant issued = time("select issued_at from lease where lease_id = ?", lease);
        Instant ended = time("select ended_at from lease where lease_id = ?", lease);
        String node = Api.as(workspace, "viewer").get("/api/v1/leases/" + lease).path("node_id");

        held(issued, "&node=" + node).body("items.lease_id", contains(lease));
        held(ended.minusNanos(1_000), "").body("items.lease_id", contains(lease));
        held(ended, "").body("items", empty());
        held(issued, "&node=" + UUID.randomUUID()).body("items", empty());
        held(issued, "&provider=openai").body("items", empty());
        Api.as(workspace, "viewer")
                .get("/api/v1/leases?state=active&at=" + issued)
                .then()
                .statusCode(400);
        Api.as(workspace, "viewer").get("/api/v1/leases?at=yesterday").then().statusCode(400);
    }

    @Test
    void manyLeasesOfThenAreToldPageByPage() {
        aKey(workspace).told();
        String first = lease("node-1");
        String second = lease("node-2");
        Instant then = time("select issued_at from lease where lease_id = ?", second);

        String cursor = held(then, "&limit=1")
                .body("items.lease_id", contains(second))
                .extract()
                .path("next_cursor");
        held(then, "&limit=1&cursor=" + cursor).body("items.lease_id", contains(first));
    }

    /** With the precision that the database has. */
    private static Instant time(String query, String lease) {
        String seconds = Sql.one(
                query.replaceFirst(
                        "select (\\w+)", "select to_char($1 at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')"),
                UUID.fromString(lease));
        return Instant.parse(String.valueOf(seconds));
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
