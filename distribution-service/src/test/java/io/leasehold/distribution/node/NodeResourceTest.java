package io.leasehold.distribution.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.leasehold.contracts.Topic;
import io.leasehold.contracts.event.EventType;
import io.leasehold.contracts.event.NodeView;
import io.leasehold.distribution.Api;
import io.leasehold.distribution.Sql;
import io.leasehold.kit.event.ReceivedEvent;
import io.leasehold.test.Await;
import io.leasehold.test.Events;
import io.leasehold.test.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class NodeResourceTest {
    private final TestWorkspace workspace = TestWorkspace.fresh();

    @Inject
    NodeSweep sweep;

    @Test
    void theFirstHeartbeatEnrolsANodeAndTheNextFindsIt() {
        String id = heartbeat("node-1");

        assertThat(heartbeat("node-1")).isEqualTo(id);
        Api.as(workspace, "viewer")
                .get("/api/v1/nodes/" + id)
                .then()
                .statusCode(200)
                .body("name", equalTo(workspace.slug() + "-node-1"))
                .body("state", equalTo("enrolled"))
                .body("version", equalTo(1));
        assertThat(events(id, 1)).extracting(ReceivedEvent::type).containsExactly(EventType.NODE_ENROLLED);
    }

    @Test
    void aServiceAccountIsCalledByItsClient() {
        // node-a is a client of the realm, in workspace acme, which this service may not know yet.
        Sql.update("""
                insert into workspace (workspace_id, slug, name, capture, fail_open, domains, version, changed_at)
                values (?, 'acme', 'Acme', 'metadata', false, '[]', 1, now()) on conflict do nothing
                """, UUID.randomUUID());

        Api.asService("node-a")
                .post("/api/v1/nodes/heartbeat")
                .then()
                .statusCode(200)
                .body("node.name", equalTo("node-a"));
    }

    @Test
    void aSilentNodeIsLostAndComesBackWhenItIsHeardOf() {
        String id = heartbeat("node-1");
        Sql.update("update node set last_seen_at = now() - interval '1 hour' where node_id = ?", UUID.fromString(id));

        Await.untilAsserted(() ->
                Api.as(workspace, "viewer").get("/api/v1/nodes/" + id).then().body("state", equalTo("lost")));
        heartbeat("node-1");

        Api.as(workspace, "viewer").get("/api/v1/nodes/" + id).then().body("state", equalTo("enrolled"));
        List<ReceivedEvent> events = events(id, 3);
        assertThat(events)
                .extracting(ReceivedEvent::type)
                .containsExactly(EventType.NODE_ENROLLED, EventType.NODE_LOST, EventType.NODE_BACK);
        assertThat(events)
                .extracting(event -> event.data() instanceof NodeView view ? view.version() : -1)
                .containsExactly(1L, 2L, 3L);
    }

    @Test
    void aNodeIsLostOnceHoweverManyReplicasLook() {
        String id = heartbeat("node-1");
        Sql.update("update node set last_seen_at = now() - interval '1 hour' where node_id = ?", UUID.fromString(id));

        IntStream.range(0, 6)
                .mapToObj(i -> CompletableFuture.runAsync(sweep::markLost))
                .toList()
                .forEach(CompletableFuture::join);
        heartbeat("node-1");

        assertThat(events(id, 3))
                .extracting(ReceivedEvent::type)
                .containsExactly(EventType.NODE_ENROLLED, EventType.NODE_LOST, EventType.NODE_BACK);
    }

    @Test
    void aRemovedNodeIsTurnedAway() {
        String id = heartbeat("node-1");
        Sql.update("update node set state = 'removed' where node_id = ?", UUID.fromString(id));

        Api.asNode(workspace, "node-1").post("/api/v1/nodes/heartbeat").then().statusCode(403);
    }

    @Test
    void nodesAreListedPageByPageTheOldestFirst() {
        String first = heartbeat("node-1");
        String second = heartbeat("node-2");

        String cursor = Api.as(workspace, "viewer")
                .get("/api/v1/nodes?limit=1")
                .then()
                .statusCode(200)
                .body("items.id", contains(first))
                .extract()
                .jsonPath()
                .getString("next_cursor");
        Api.as(workspace, "viewer")
                .get("/api/v1/nodes?limit=1&cursor=" + cursor)
                .then()
                .body("items.id", contains(second))
                .body("next_cursor", nullValue());
    }

    @Test
    void nodesAreListedByStateAndByAPartOfTheirName() {
        String lost = heartbeat("node-1");
        String there = heartbeat("node-2");
        Sql.update("update node set state = 'lost' where node_id = ?", UUID.fromString(lost));

        Api.as(workspace, "viewer").get("/api/v1/nodes?state=lost").then().body("items.id", contains(lost));
        Api.as(workspace, "viewer").get("/api/v1/nodes?text=NODE-2").then().body("items.id", contains(there));
        Api.as(workspace, "viewer")
                .get("/api/v1/nodes?state=removed&text=node")
                .then()
                .body("items.id", empty());
        Api.as(workspace, "viewer").get("/api/v1/nodes?state=asleep").then().statusCode(400);
    }

    @Test
    void anotherWorkspaceDoesNotSeeANode() {
        String id = heartbeat("node-1");

        Api.as(TestWorkspace.fresh(), "admin").get("/api/v1/nodes/" + id).then().statusCode(404);
    }

    @Test
    void anIdThatIsNoneIsNotFound() {
        Api.as(workspace, "viewer").get("/api/v1/nodes/five").then().statusCode(404);
    }

    private String heartbeat(String node) {
        return Api.asNode(workspace, node)
                .post("/api/v1/nodes/heartbeat")
                .then()
                .statusCode(200)
                .body("next_within_seconds", equalTo(60))
                .extract()
                .jsonPath()
                .getString("node.id");
    }

    private static List<ReceivedEvent> events(String nodeId, int count) {
        return Events.await(Topic.NODES, count, event -> event.key().equals(nodeId));
    }
}
