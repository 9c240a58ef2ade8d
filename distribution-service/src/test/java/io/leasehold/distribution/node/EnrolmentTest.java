package io.leasehold.distribution.node;

import static io.leasehold.distribution.KeyFixture.aKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.leasehold.contracts.Topic;
import io.leasehold.contracts.event.AuditEntry;
import io.leasehold.contracts.event.EventType;
import io.leasehold.distribution.Api;
import io.leasehold.distribution.Sql;
import io.leasehold.kit.event.ReceivedEvent;
import io.leasehold.test.Await;
import io.leasehold.test.Events;
import io.leasehold.test.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What becomes of nodes that are not known yet, as the workspace has it. */
@QuarkusTest
class EnrolmentTest {
    private final TestWorkspace workspace = TestWorkspace.fresh();

    @Test
    void aNodeThatHasToBeApprovedWaitsAndGetsNothingUntilItIs() {
        enrolment("approve");
        aKey(workspace).told();

        String id = heartbeat("node-1", 200)
                .body("node.state", equalTo("pending"))
                .extract()
                .path("node.id");
        ask("node-1", 403)
                .body("type", equalTo("urn:leasehold:problem:node-not-admitted"))
                .body("reason", equalTo("pending"));
        Api.as(workspace, "viewer").get("/api/v1/nodes?state=pending").then().body("items.id", contains(id));

        decide(id, "approve", null).statusCode(200).body("state", equalTo("enrolled"));

        heartbeat("node-1", 200).body("node.state", equalTo("enrolled")).body("node.id", equalTo(id));
        ask("node-1", 201);
        List<ReceivedEvent> events =
                Events.await(Topic.NODES, 1, event -> event.key().equals(id));
        assertThat(events).extracting(ReceivedEvent::type).containsExactly(EventType.NODE_ENROLLED);
    }

    @Test
    void whatAWaitingNodeWasRefusedIsRecordedWithTheReason() {
        enrolment("approve");
        ask("node-1", 403);

        AuditEntry refusal = (AuditEntry) Events.await(
                        Topic.AUDIT,
                        1,
                        event -> event.data() instanceof AuditEntry entry
                                && entry.workspaceId().equals(workspace.id())
                                && entry.action().equals("lease.grant")
                                && entry.result().equals("refused"))
                .getFirst()
                .data();

        assertThat(refusal.details()).containsEntry("reason", "pending");
    }

    @Test
    void aClosedWorkspaceLetsNobodyNewInAndKnowsItsOwn() {
        heartbeat("node-1", 200);
        enrolment("closed");

        heartbeat("node-2", 403).body("reason", equalTo("closed"));
        ask("node-2", 403).body("reason", equalTo("closed"));
        heartbeat("node-1", 200).body("node.state", equalTo("enrolled"));

        assertThat(Sql.one("select count(*) from node where workspace_id = ?", workspace.id()))
                .isEqualTo("1");
    }

    @Test
    void aRemovedNodeLosesItsLeasesIsTurnedAwayAndCanBeLetInAgain() {
        aKey(workspace).told();
        String lease = ask("node-1", 201).extract().path("lease_id");
        String id = heartbeat("node-1", 200).extract().path("node.id");

        decide(id, "remove", "{\"reason\":\"sold\"}").statusCode(200).body("state", equalTo("removed"));

        Api.as(workspace, "viewer")
                .get("/api/v1/leases/" + lease)
                .then()
                .body("state", equalTo("revoked"))
                .body("end_reason", equalTo("its node was removed"));
        heartbeat("node-1", 403).body("reason", equalTo("removed"));
        ask("node-1", 403).body("reason", equalTo("removed"));
        decide(id, "approve", null).statusCode(200);
        ask("node-1", 201);
        assertThat(Events.await(Topic.NODES, 3, event -> event.key().equals(id)))
                .extracting(ReceivedEvent::type)
                .containsExactly(EventType.NODE_ENROLLED, EventType.NODE_REMOVED, EventType.NODE_ENROLLED);
    }

    @Test
    void aNodeThatIsRemovedWhileItAsksKeepsNoLease() {
        aKey(workspace).told();
        workspace.token("admin");
        for (int i = 0; i < 8; i++) {
            String node = "node-" + i;
            String id = heartbeat(node, 200).extract().path("node.id");

            var asked = CompletableFuture.supplyAsync(() -> Api.asNode(workspace, node)
                    .body("{\"provider\":\"anthropic\"}")
                    .post("/api/v1/leases")
                    .statusCode());
            decide(id, "remove", "{\"reason\":\"sold\"}").statusCode(200);

            assertThat(asked.join()).isIn(201, 403);
        }
        Await.untilAsserted(() -> assertThat(Sql.one(
                        "select count(*) from lease where workspace_id = ? and state = 'active'", workspace.id()))
                .isEqualTo("0"));
    }

    @Test
    void removingAndApprovingTwiceChangesNothingMore() {
        String id = heartbeat("node-1", 200).extract().path("node.id");

        decide(id, "approve", null).statusCode(200).body("version", equalTo(1));
        decide(id, "remove", "{\"reason\":\"sold\"}").body("version", equalTo(2));
        decide(id, "remove", "{\"reason\":\"sold\"}").statusCode(200).body("version", equalTo(2));
        decide(UUID.randomUUID().toString(), "approve", null).statusCode(404);
        decide(id, "remove", "{}").statusCode(400);
    }

    @Test
    void labelsAreWhatTheNodeSaidLastAndNodesAreFoundByThem() {
        String id = Api.asNode(workspace, "node-1")
                .body("{\"labels\":{\"region\":\"eu-1\",\"team\":\"web\"}}")
                .post("/api/v1/nodes/heartbeat")
                .then()
                .statusCode(200)
                .body("node.labels.region", equalTo("eu-1"))
                .extract()
                .path("node.id");
        heartbeat("node-2", 200);

        heartbeat("node-1", 200).body("node.labels.team", equalTo("web")).body("node.version", equalTo(2));

        Api.as(workspace, "viewer")
                .get("/api/v1/nodes?label=region=eu-1")
                .then()
                .body("items.id", contains(id));
        Api.as(workspace, "viewer")
                .get("/api/v1/nodes?label=region=us-1")
                .then()
                .body("items.id", empty());
        Api.as(workspace, "viewer").get("/api/v1/nodes?label=region").then().statusCode(400);
        Api.asNode(workspace, "node-1")
                .body("{\"labels\":{\"not a name\":\"x\"}}")
                .post("/api/v1/nodes/heartbeat")
                .then()
                .statusCode(400);
    }

    @Test
    void whatBecameOfNodesIsToldForCharts() {
        String id = heartbeat("node-1", 200).extract().path("node.id");
        Sql.update("update node set last_seen_at = now() - interval '1 hour' where node_id = ?", UUID.fromString(id));
        Await.untilAsserted(() ->
                Api.as(workspace, "viewer").get("/api/v1/nodes/" + id).then().body("state", equalTo("lost")));
        heartbeat("node-1", 200);
        decide(id, "remove", "{\"reason\":\"sold\"}");

        Api.as(workspace, "viewer")
                .get("/api/v1/nodes/history?from=2026-01-01T00:00:00Z&node=" + id)
                .then()
                .statusCode(200)
                .body("items.change", contains("enrolled", "lost", "back", "removed"))
                .body("items[3].reason", equalTo("sold"))
                .body("items[3].actor", equalTo(workspace.slug() + "-admin"));
        String cursor = Api.as(workspace, "viewer")
                .get("/api/v1/nodes/history?from=2026-01-01T00:00:00Z&limit=3")
                .path("next_cursor");
        Api.as(workspace, "viewer")
                .get("/api/v1/nodes/history?from=2026-01-01T00:00:00Z&limit=3&cursor=" + cursor)
                .then()
                .body("items.change", contains("removed"));
        Api.as(workspace, "viewer").get("/api/v1/nodes/history").then().statusCode(400);
    }

    private void enrolment(String policy) {
        Sql.update("update workspace set enrolment = ? where workspace_id = ?", policy, workspace.id());
    }

    private ValidatableResponse heartbeat(String node, int status) {
        return Api.asNode(workspace, node)
                .post("/api/v1/nodes/heartbeat")
                .then()
                .statusCode(status);
    }

    private ValidatableResponse ask(String node, int status) {
        return Api.asNode(workspace, node)
                .body("{\"provider\":\"anthropic\"}")
                .post("/api/v1/leases")
                .then()
                .statusCode(status);
    }

    private ValidatableResponse decide(String node, String what, @Nullable String body) {
        var request = Api.as(workspace, "admin");
        return (body == null ? request : request.body(body))
                .post("/api/v1/nodes/" + node + "/" + what)
                .then();
    }
}
