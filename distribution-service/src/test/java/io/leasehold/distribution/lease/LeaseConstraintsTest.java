package io.leasehold.distribution.lease;

import static io.leasehold.distribution.KeyFixture.aKey;
import static io.leasehold.distribution.LimitFixture.limit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.leasehold.contracts.KeyState;
import io.leasehold.contracts.Period;
import io.leasehold.contracts.Scope;
import io.leasehold.contracts.Topic;
import io.leasehold.contracts.event.LeaseView;
import io.leasehold.distribution.Api;
import io.leasehold.distribution.KeyFixture;
import io.leasehold.distribution.LimitFixture;
import io.leasehold.test.Await;
import io.leasehold.test.Events;
import io.leasehold.test.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

/** What keys a lease may have, by what its node asks for and by what an admin lets the node have. */
@QuarkusTest
class LeaseConstraintsTest {
    private final TestWorkspace workspace = TestWorkspace.fresh();

    @Test
    void aLeaseHasAKeyWithItsTagsAndKeepsToThem() {
        KeyFixture web = aKey(workspace).tagged("Team:Web").told();
        aKey(workspace).told();

        String lease = ask("\"tags\":[\"team:web\"]", 201)
                .body("key_id", equalTo(web.id().toString()))
                .body("tags", contains("team:web"))
                .extract()
                .path("lease_id");
        LeaseView told =
                (LeaseView) Events.await(Topic.LEASES, 1, event -> event.key().equals(lease))
                        .getFirst()
                        .data();
        assertThat(told.tags()).containsExactly("team:web");

        web.now(KeyState.REVOKED).told();
        Await.untilAsserted(() -> Api.as(workspace, "viewer")
                .get("/api/v1/leases/" + lease)
                .then()
                .body("state", equalTo("revoked")));
        ask("\"tags\":[\"team:web\"]", 409).body("reason", equalTo("disabled"));
        ask("\"tags\":[\"team:none\"]", 409).body("reason", equalTo("tags"));
    }

    @Test
    void keysOfAPoolServeThatPoolOnly() {
        KeyFixture batch = aKey(workspace).tagged("pool:batch").told();

        ask("\"name\":\"x\"", 409).body("reason", equalTo("tags"));
        ask("\"pool\":\"batch\"", 201).body("key_id", equalTo(batch.id().toString()));
    }

    @Test
    void leasesWithOtherTagsAreOtherLeases() {
        aKey(workspace).tagged("a", "b").told();

        String both = ask("\"tags\":[\"b\",\"A\"]", 201).extract().path("lease_id");

        ask("\"tags\":[\"a\",\"b\"]", 200).body("lease_id", equalTo(both));
        ask("\"tags\":[\"a\"]", 201);
    }

    @Test
    void anExhaustedPoolSaysSo() {
        KeyFixture key = aKey(workspace).told();
        LimitFixture.tell(workspace, Scope.KEY, key.id().toString(), 1, limit(Period.DAY, "0", "UTC"));

        ask("\"name\":\"x\"", 409).body("reason", equalTo("exhausted"));
    }

    @Test
    void aNodeGetsTheKeyBackThatItHadBefore() {
        KeyFixture before = aKey(workspace).told();
        String lease = ask("\"name\":\"x\"", 201).extract().path("lease_id");
        for (int i = 0; i < 4; i++) {
            aKey(workspace).told();
        }
        Api.asNode(workspace, "node-1").post("/api/v1/leases/" + lease + "/release");

        ask("\"name\":\"x\"", 201).body("key_id", equalTo(before.id().toString()));
    }

    @Test
    void whatANodesPolicyForbidsIsSaid() {
        aKey(workspace).told();
        aKey(workspace).of("openrouter").told();
        String node =
                Api.asNode(workspace, "node-1").post("/api/v1/nodes/heartbeat").path("node.id");

        policy(node, "{\"providers\":[\"openrouter\"]}");
        forbidden("\"name\":\"x\"", "provider");
        policy(node, "{\"modes\":[\"direct\"]}");
        forbidden("\"name\":\"x\"", "mode");
        policy(node, "{\"models\":[\"m1\"]}");
        forbidden("\"models\":[\"m2\"]", "models");
        policy(node, "{\"tags\":[\"team:web\",\"team:app\"]}");
        forbidden("\"name\":\"x\"", "tags");
        policy(node, "{\"max_leases\":1}");
        ask("\"name\":\"x\"", 201);
        ask("\"name\":\"x\"", 200);
        forbidden("\"additional\":true", "leases");
        Api.as(workspace, "admin")
                .delete("/api/v1/nodes/" + node + "/policy")
                .then()
                .statusCode(200);
        ask("\"additional\":true", 201);
    }

    @Test
    void whoAsksForAnythingMeansAnythingThatIsAllowed() {
        aKey(workspace).told();
        KeyFixture web = aKey(workspace).tagged("team:web").told();
        String node =
                Api.asNode(workspace, "node-1").post("/api/v1/nodes/heartbeat").path("node.id");
        policy(node, "{\"models\":[\"m1\",\"m2\"],\"tags\":[\"team:web\"]}");

        ask("\"name\":\"x\"", 201)
                .body("models", contains("m1", "m2"))
                .body("tags", contains("team:web"))
                .body("key_id", equalTo(web.id().toString()));
        ask("\"models\":[\"m1\"],\"additional\":true", 201).body("models", contains("m1"));
    }

    private void forbidden(String what, String reason) {
        ask(what, 403)
                .body("type", equalTo("urn:leasehold:problem:lease-not-allowed"))
                .body("reason", equalTo(reason));
    }

    private void policy(String node, String policy) {
        Api.as(workspace, "admin")
                .body(policy)
                .put("/api/v1/nodes/" + node + "/policy")
                .then()
                .statusCode(200);
    }

    private ValidatableResponse ask(String more, int status) {
        return Api.asNode(workspace, "node-1")
                .body("{\"provider\":\"anthropic\"," + more + "}")
                .post("/api/v1/leases")
                .then()
                .statusCode(status);
    }
}
