package io.leasehold.distribution.enrolment;

import static io.leasehold.distribution.KeyFixture.aKey;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.leasehold.contracts.OpaqueToken;
import io.leasehold.contracts.Topic;
import io.leasehold.contracts.event.NodeView;
import io.leasehold.distribution.Api;
import io.leasehold.distribution.Sql;
import io.leasehold.test.Events;
import io.leasehold.test.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

@QuarkusTest
class EnrolmentTokenTest {
    private final TestWorkspace workspace = TestWorkspace.fresh();

    @Test
    void aNodeComesInWithATokenAndLeasesWithItsCredential() {
        Sql.update("update workspace set enrolment = 'closed' where workspace_id = ?", workspace.id());
        aKey(workspace).told();
        Response made = makeToken("{\"name\":\"batch\",\"labels\":{\"region\":\"eu-1\"}}");

        Response enrolled = enrol(made.path("token"), "batch-7");

        enrolled.then().statusCode(201).header("cache-control", "no-store").body("credential", notNullValue());
        String node = enrolled.path("node_id");
        Api.as(workspace, "viewer")
                .get("/api/v1/nodes/" + node)
                .then()
                .statusCode(200)
                .body("name", equalTo("batch-7"))
                .body("state", equalTo("enrolled"))
                .body("labels.region", equalTo("eu-1"));
        as(enrolled.path("credential"))
                .body("{\"provider\":\"anthropic\"}")
                .post("/api/v1/leases")
                .then()
                .statusCode(201)
                .body("node_id", equalTo(node))
                .body("token", notNullValue());
        as(enrolled.path("credential")).get("/api/v1/nodes").then().statusCode(403);
        Api.as(workspace, "admin")
                .get("/api/v1/nodes/enrolment-tokens")
                .then()
                .statusCode(200)
                .body("items[0].node_id", equalTo(node))
                .body("items[0].used_at", notNullValue())
                .body("items[0].token", nullValue());
    }

    @Test
    void aTokenLetsOneNodeInHoweverManyComeWithItAtOnce() throws Exception {
        String token = makeToken("{}").path("token");
        List<Integer> statuses = new ArrayList<>();

        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Future<Integer>> answers = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                String name = "node-" + i;
                answers.add(threads.submit(() -> enrol(token, name).statusCode()));
            }
            for (Future<Integer> answer : answers) {
                statuses.add(answer.get());
            }
        }

        assertThat(statuses).containsOnly(201, 401).containsOnlyOnce(201);
        assertThat(Sql.one("select count(*) from node where workspace_id = ?", workspace.id()))
                .isEqualTo("1");
    }

    @Test
    void aTokenThatIsUsedTooOldTakenBackOrMadeUpLetsNobodyIn() {
        Response used = makeToken("{}");
        enrol(used.path("token"), "node-1").then().statusCode(201);
        Response old = makeToken("{}");
        Sql.update("update enrolment_token set expires_at = now() where token_id = ?", UUID.fromString(old.path("id")));
        Response takenBack = makeToken("{}");
        Api.as(workspace, "admin")
                .delete("/api/v1/nodes/enrolment-tokens/" + takenBack.path("id"))
                .then()
                .statusCode(204);

        for (String token : List.of(
                used.<String>path("token"),
                old.<String>path("token"),
                takenBack.<String>path("token"),
                "lhe_made-up")) {
            enrol(token, "node-2").then().statusCode(401).contentType("application/problem+json");
        }
        Api.as(workspace, "admin")
                .delete("/api/v1/nodes/enrolment-tokens/" + used.path("id"))
                .then()
                .statusCode(404);
    }

    @Test
    void neitherTokenNorCredentialIsInTheDatabase() {
        String token = makeToken("{}").path("token");
        String credential = enrol(token, "node-1").path("credential");

        assertThat(Sql.one("select string_agg(t::text, '') from enrolment_token t"))
                .doesNotContain(token);
        assertThat(Sql.one("select string_agg(c::text, '') from node_credential c"))
                .doesNotContain(credential);
        assertThat(Sql.one(
                        "select string_agg(convert_from(o.payload, 'UTF8'), '') from outbox o where workspace_id = ?",
                        workspace.id()))
                .satisfiesAnyOf(
                        nothing -> assertThat(nothing).isNull(),
                        told -> assertThat(told).doesNotContain(token, credential));
    }

    @Test
    void everyEventOfTheNodeTellsByWhichHashItsCredentialIsKnown() {
        Response enrolled = enrol(makeToken("{}").path("token"), "node-1");
        String node = enrolled.path("node_id");
        Api.as(workspace, "admin")
                .body("{\"reason\":\"sold\"}")
                .post("/api/v1/nodes/" + node + "/remove")
                .then()
                .statusCode(200);

        assertThat(Events.await(
                        Topic.NODES,
                        2,
                        event -> event.data() instanceof NodeView view
                                && view.nodeId().equals(UUID.fromString(node))))
                .allSatisfy(event -> assertThat(((NodeView) event.data()).credentialSha256())
                        .isEqualTo(OpaqueToken.sha256(enrolled.path("credential"))));
    }

    @Test
    void aCredentialIsGoodInItsOwnWorkspaceOnlyAndForNothingOnceItsNodeIsRemoved() {
        Response enrolled = enrol(makeToken("{}").path("token"), "node-1");
        TestWorkspace other = TestWorkspace.fresh();

        as(enrolled.path("credential"))
                .header("leasehold-workspace", other.slug())
                .post("/api/v1/nodes/heartbeat")
                .then()
                .statusCode(403);
        as("lhn_made-up").post("/api/v1/nodes/heartbeat").then().statusCode(401);
        Api.as(workspace, "admin")
                .body("{\"reason\":\"sold\"}")
                .post("/api/v1/nodes/" + enrolled.path("node_id") + "/remove")
                .then()
                .statusCode(200);
        as(enrolled.path("credential"))
                .post("/api/v1/nodes/heartbeat")
                .then()
                .statusCode(403)
                .body("reason", equalTo("removed"));
    }

    @Test
    void tokensOfAnotherWorkspaceAreNotSeen() {
        String id = makeToken("{}").path("id");
        TestWorkspace other = TestWorkspace.fresh();

        Api.as(other, "admin").get("/api/v1/nodes/enrolment-tokens").then().body("items.id", not(hasItem(id)));
        Api.as(other, "admin")
                .delete("/api/v1/nodes/enrolment-tokens/" + id)
                .then()
                .statusCode(404);
    }

    @Test
    void aTokenIsNotGoodForEver() {
        for (String ttl : List.of("P8D", "PT0S", "soon")) {
            Api.as(workspace, "admin")
                    .body("{\"ttl\":\"" + ttl + "\"}")
                    .post("/api/v1/nodes/enrolment-tokens")
                    .then()
                    .statusCode(400);
        }
    }

    private Response makeToken(String body) {
        Response made = Api.as(workspace, "admin").body(body).post("/api/v1/nodes/enrolment-tokens");
        made.then().statusCode(201).header("cache-control", "no-store");
        return made;
    }

    private static Response enrol(String token, String name) {
        return given().contentType(ContentType.JSON)
                .body("{\"token\":\"" + token + "\",\"name\":\"" + name + "\"}")
                .post("/api/v1/nodes/enrol");
    }

    private static RequestSpecification as(String credential) {
        return given().contentType(ContentType.JSON).auth().oauth2(credential);
    }
}
