package io.leasehold.collector.ingest;

import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.leasehold.contracts.NodeState;
import io.leasehold.test.Await;
import io.leasehold.test.Cluster;
import io.leasehold.test.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Pods prove who they are by the tokens of their service accounts, which a cluster has signed. */
@QuarkusTest
class ServiceAccountReportsTest {
    private final TestWorkspace workspace = TestWorkspace.fresh();
    private final UUID account = UUID.randomUUID();
    private final String subject = DirectNode.subject(account);

    /** It says no workspace: its node is in one. */
    @Test
    void aPodTellsOfItsCallsAndMayDoNothingElse() {
        DirectNode.podIn(workspace, account);

        report(as(Cluster.token(subject)))
                .statusCode(200)
                .body("accepted", equalTo(1))
                .body("rejected", empty());

        as(Cluster.token(subject)).get("/api/v1/usage/accounts").then().statusCode(403);
        as(Cluster.token(subject)).get("/api/v1/costs/provider").then().statusCode(403);
    }

    @Test
    void aPodExportsSpans() {
        DirectNode.podIn(workspace, account);

        as(Cluster.token(subject))
                .body("{\"resourceSpans\":[]}")
                .post("/v1/traces")
                .then()
                .statusCode(200);
    }

    @Test
    void aServiceAccountThatIsNoNodeIsNobodyWhateverGroupsItClaims() {
        report(as(Cluster.token(subject)).header("leasehold-workspace", workspace.slug()))
                .statusCode(403);
        for (String group : List.of("/platform-admin", "/workspaces/" + workspace.slug() + "/admin")) {
            as(Cluster.tokenWithGroups(subject, group))
                    .header("leasehold-workspace", workspace.slug())
                    .get("/api/v1/usage/accounts")
                    .then()
                    .statusCode(403);
        }
    }

    @Test
    void inAnotherWorkspaceItIsNobody() {
        DirectNode.podIn(workspace, account);

        report(as(Cluster.token(subject))
                        .header("leasehold-workspace", TestWorkspace.fresh().slug()))
                .statusCode(403);
    }

    @Test
    void aTokenOfAnotherSignerAudienceOrTimeIsRefused() {
        DirectNode.podIn(workspace, account);

        for (String token : List.of(
                Cluster.tokenOfAnotherSigner(subject),
                Cluster.tokenFor("somebody-else", subject),
                Cluster.tokenUntil(subject, Instant.now().minusSeconds(3_600)))) {
            report(as(token)).statusCode(401);
        }
    }

    @Test
    void aPodWhoseNodeWasRemovedTellsNothing() {
        DirectNode node = DirectNode.podIn(workspace, account);
        node.tell(NodeState.REMOVED, 2);

        Await.untilAsserted(() -> report(as(Cluster.token(subject))).statusCode(403));
    }

    private static ValidatableResponse report(RequestSpecification call) {
        return call.body(Map.of("reports", List.of(DirectNode.report("call-" + UUID.randomUUID(), Instant.now()))))
                .post("/api/v1/usage/reports")
                .then();
    }

    private static RequestSpecification as(String token) {
        return RestAssured.given().contentType(ContentType.JSON).auth().oauth2(token);
    }
}
