package io.leasehold.distribution.enrolment;

import static io.leasehold.distribution.KeyFixture.aKey;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.leasehold.distribution.Api;
import io.leasehold.test.Cluster;
import io.leasehold.test.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Pods prove who they are by the tokens of their service accounts, which a cluster has signed. */
@QuarkusTest
class ServiceAccountTest {
    private final TestWorkspace workspace = TestWorkspace.fresh();
    private final String subject = "system:serviceaccount:shop:" + UUID.randomUUID();

    @Test
    void aBoundServiceAccountIsANodeOfItsWorkspace() {
        aKey(workspace).told();
        bind(workspace, subject).then().statusCode(201).body("subject", equalTo(subject));

        as(Cluster.token(subject))
                .body("{\"provider\":\"anthropic\"}")
                .post("/api/v1/leases")
                .then()
                .statusCode(201)
                .body("node_name", equalTo(subject));
        as(Cluster.token(subject)).get("/api/v1/nodes").then().statusCode(403);
        Api.as(workspace, "viewer").get("/api/v1/nodes").then().body("items.name", contains(subject));
    }

    @Test
    void aServiceAccountThatNobodyHasBoundIsNobody() {
        as(Cluster.token(subject))
                .header("leasehold-workspace", workspace.slug())
                .post("/api/v1/nodes/heartbeat")
                .then()
                .statusCode(403);
    }

    @Test
    void groupsThatTheTokenClaimsCountForNothing() {
        for (String group : List.of("/platform-admin", "/workspaces/" + workspace.slug() + "/admin")) {
            as(Cluster.tokenWithGroups(subject, group))
                    .header("leasehold-workspace", workspace.slug())
                    .get("/api/v1/nodes")
                    .then()
                    .statusCode(403);
        }
    }

    @Test
    void aTokenOfAnotherSignerAudienceOrTimeIsRefused() {
        bind(workspace, subject);

        for (String token : List.of(
                Cluster.tokenOfAnotherSigner(subject),
                Cluster.tokenFor("somebody-else", subject),
                Cluster.tokenUntil(subject, Instant.now().minusSeconds(3_600)))) {
            as(token).post("/api/v1/nodes/heartbeat").then().statusCode(401);
        }
    }

    @Test
    void aServiceAccountIsInOneWorkspaceAndNoLongerOnceItIsLetGo() {
        TestWorkspace other = TestWorkspace.fresh();
        String id = bind(workspace, subject).path("id");

        bind(other, subject).then().statusCode(409);
        Api.as(other, "admin").delete("/api/v1/nodes/bindings/" + id).then().statusCode(404);
        as(Cluster.token(subject)).post("/api/v1/nodes/heartbeat").then().statusCode(200);
        Api.as(workspace, "admin").delete("/api/v1/nodes/bindings/" + id).then().statusCode(204);
        as(Cluster.token(subject)).post("/api/v1/nodes/heartbeat").then().statusCode(400);
    }

    @Test
    void onlyWhatCanBeAServiceAccountIsBound() {
        for (String other : List.of("jane", "system:serviceaccount:shop", "system:serviceaccount:Shop:x")) {
            bind(workspace, other).then().statusCode(400);
        }
    }

    private static Response bind(TestWorkspace workspace, String subject) {
        return Api.as(workspace, "admin")
                .body("{\"subject\":\"" + subject + "\"}")
                .post("/api/v1/nodes/bindings");
    }

    private static RequestSpecification as(String token) {
        return given().contentType(ContentType.JSON).auth().oauth2(token);
    }
}
