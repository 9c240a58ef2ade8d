package io.leasehold.collector.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.leasehold.collector.Api;
import io.leasehold.contracts.NodeState;
import io.leasehold.contracts.Tokens;
import io.leasehold.contracts.Topic;
import io.leasehold.contracts.UsageSource;
import io.leasehold.contracts.event.UsageReported;
import io.leasehold.kit.id.Ids;
import io.leasehold.test.Await;
import io.leasehold.test.Events;
import io.leasehold.test.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ReportsTest {
    private final TestWorkspace workspace = TestWorkspace.fresh();

    @Test
    void aReportedCallIsToldPricedAndBoundToItsLease() {
        DirectNode node = DirectNode.in(workspace, "node-1");
        String id = "call-" + Ids.next();
        Map<String, Object> call = new HashMap<>(DirectNode.report(id, Instant.now()));
        call.put("conversation", id);

        report(node, List.of(call)).body("accepted", equalTo(1)).body("rejected", empty());

        UsageReported told = told(id);
        assertThat(told.leaseId()).isEqualTo(node.leaseId);
        assertThat(told.nodeId()).isEqualTo(node.nodeId);
        assertThat(told.keyId()).isEqualTo(node.keyId);
        assertThat(told.accountId()).isEqualTo(node.accountId);
        assertThat(told.domain()).isEqualTo("app.example.com");
        assertThat(told.user()).isEqualTo("jane");
        assertThat(told.tokens()).isEqualTo(Tokens.text(1000, 200));
        // 1000 at $5 and 200 at $25 for a million.
        assertThat(told.cost()).isEqualByComparingTo(new BigDecimal("0.01"));
        assertThat(told.asRequest().usageSource()).isEqualTo(UsageSource.NODE);
    }

    @Test
    void aCallThatIsToldAgainCountsOnce() {
        DirectNode node = DirectNode.in(workspace, "node-1");
        Map<String, Object> call = DirectNode.report("call-" + Ids.next(), Instant.now());
        report(node, List.of(call)).body("accepted", equalTo(1));

        report(node, List.of(call, call)).body("accepted", equalTo(0)).body("duplicates", equalTo(1));
    }

    @Test
    void anUnknownPriceIsUnknownAndNotNothing() {
        DirectNode node = DirectNode.in(workspace, "node-1");
        String id = "call-" + Ids.next();
        Map<String, Object> call = new HashMap<>(DirectNode.report(id, Instant.now()));
        call.put("model", "claude-of-tomorrow-" + id);
        call.put("conversation", id);

        report(node, List.of(call)).body("accepted", equalTo(1));

        assertThat(told(id).cost()).isNull();
        assertThat(told(id).costReason()).contains("no price");
    }

    @Test
    void whatDoesNotCountIsNamedAndTheOthersCount() {
        DirectNode node = DirectNode.in(workspace, "node-1");
        Map<String, Object> good = DirectNode.report("good-" + Ids.next(), Instant.now());
        Map<String, Object> old = DirectNode.report("old", Instant.now().minus(Duration.ofDays(20)));
        Map<String, Object> foreign = new HashMap<>(DirectNode.report("foreign", Instant.now()));
        foreign.put("lease_id", UUID.randomUUID());

        report(node, List.of(old, good, foreign))
                .body("accepted", equalTo(1))
                .body("rejected.id", equalTo(List.of("old", "foreign")))
                .body("rejected.retryable", equalTo(List.of(false, true)));
    }

    @Test
    void aLeaseOfAnotherNodeIsNone() {
        DirectNode one = DirectNode.in(workspace, "node-1");
        DirectNode other = DirectNode.in(workspace, "node-2");
        Map<String, Object> call = new HashMap<>(DirectNode.report("stolen", Instant.now()));
        call.put("lease_id", other.leaseId);

        report(one, List.of(call)).body("accepted", equalTo(0)).body("rejected.id", equalTo(List.of("stolen")));
    }

    @Test
    void whoWasNeverLetInOrWasRemovedTellsNothing() {
        DirectNode node = DirectNode.in(workspace, "node-1");
        Map<String, Object> body = Map.of("reports", List.of(DirectNode.report("x", Instant.now())));
        node.tell(NodeState.REMOVED, 2);

        Await.untilAsserted(() -> node.call()
                .contentType("application/json")
                .body(body)
                .post("/api/v1/usage/reports")
                .then()
                .statusCode(403)
                .body("type", equalTo("urn:leasehold:problem:node-not-admitted")));
        Api.as(workspace, "admin")
                .contentType("application/json")
                .body(body)
                .post("/api/v1/usage/reports")
                .then()
                .statusCode(403);
    }

    @Test
    void aNodeThatCameWithAnEnrolmentTokenReportsByItsCredential() {
        DirectNode node = DirectNode.enrolledIn(workspace);
        String id = "call-" + Ids.next();
        Map<String, Object> call = new HashMap<>(DirectNode.report(id, Instant.now()));
        call.put("conversation", id);

        report(node, List.of(call)).body("accepted", equalTo(1)).body("rejected", empty());

        assertThat(told(id).nodeId()).isEqualTo(node.nodeId);
        assertThat(told(id).leaseId()).isEqualTo(node.leaseId);
        assertThat(told(id).cost()).isEqualByComparingTo(new BigDecimal("0.01"));
    }

    @Test
    void aCredentialIsGoodInItsOwnWorkspaceForReportsAndForNothingOnceItsNodeIsRemoved() {
        DirectNode node = DirectNode.enrolledIn(workspace);
        Map<String, Object> body = Map.of("reports", List.of(DirectNode.report("x", Instant.now())));

        reportStatus(node.callIn(TestWorkspace.fresh()), body, 403);
        node.call().get("/api/v1/usage/accounts").then().statusCode(403);
        reportStatus(
                RestAssured.given().auth().oauth2("lhn_made-up").header("leasehold-workspace", workspace.slug()),
                body,
                401);
        node.tell(NodeState.REMOVED, 2);
        Await.untilAsserted(() -> reportStatus(node.call(), body, 403));
    }

    private static void reportStatus(RequestSpecification caller, Map<String, Object> body, int status) {
        caller.contentType("application/json")
                .body(body)
                .post("/api/v1/usage/reports")
                .then()
                .statusCode(status);
    }

    @Test
    void aBatchIsBounded() {
        DirectNode node = DirectNode.in(workspace, "node-1");

        node.call()
                .contentType("application/json")
                .body(Map.of("reports", Collections.nCopies(501, DirectNode.report("x", Instant.now()))))
                .post("/api/v1/usage/reports")
                .then()
                .statusCode(400)
                .body("detail", containsString("more than 500"));
    }

    private static ValidatableResponse report(DirectNode node, List<Map<String, Object>> calls) {
        return node.call()
                .contentType("application/json")
                .body(Map.of("reports", calls))
                .post("/api/v1/usage/reports")
                .then()
                .statusCode(200);
    }

    private static UsageReported told(String conversation) {
        return (UsageReported) Events.await(
                        Topic.USAGE,
                        1,
                        event -> event.data() instanceof UsageReported told && conversation.equals(told.conversation()))
                .getFirst()
                .data();
    }
}
