package io.leasehold.analytics;

import static io.leasehold.analytics.RequestFixture.aRequest;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.leasehold.contracts.NodeState;
import io.leasehold.contracts.event.EventType;
import io.leasehold.contracts.event.NodeView;
import io.leasehold.kit.id.Ids;
import io.leasehold.test.Await;
import io.leasehold.test.Events;
import io.leasehold.test.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whose role is for one domain sees what went to that domain, and nothing else of the workspace. */
@QuarkusTest
class DomainRolesTest {
    private static final String OWN = "app.example.com";
    private static final String OTHER = "shop.example.com";
    private static final String QUIET = "quiet.example.com";

    private final TestWorkspace workspace = TestWorkspace.fresh();
    private final UUID ownNode = Ids.next();
    private final UUID otherNode = Ids.next();

    @BeforeEach
    void someTrafficOfEach() {
        workspace.makeDomainGroups(OWN, QUIET);
        Instant now = Instant.now();
        Ingest.requests(
                workspace,
                List.of(
                        aRequest(workspace.id())
                                .domain(OWN)
                                .node(ownNode)
                                .model("anthropic", "own-model")
                                .at(now.minusSeconds(30))
                                .latency(Duration.ofMillis(100))
                                .cost("1")
                                .build(),
                        aRequest(workspace.id())
                                .domain(OTHER)
                                .node(otherNode)
                                .model("openrouter", "other-model")
                                .at(now.minusSeconds(10))
                                .latency(Duration.ofSeconds(20))
                                .failed(529, "overloaded_error")
                                .cost("20")
                                .build(),
                        aRequest(workspace.id())
                                .domain(null)
                                .node(otherNode)
                                .model("openrouter", "other-model")
                                .at(now.minusSeconds(5))
                                .cost("300")
                                .build()));
    }

    @Test
    void totalsAreThoseOfTheDomain() {
        own("/api/v1/stats/overview")
                .body("requests", equalTo(1))
                .body("errors", equalTo(0))
                .body("cost", equalTo("1"))
                .body("as_of", notNullValue());
        Api.asViewer(workspace)
                .get("/api/v1/stats/overview")
                .then()
                .body("requests", equalTo(3))
                .body("cost", equalTo("321"));
    }

    /** The slow request of the other domain would raise it. */
    @Test
    void percentilesAreThoseOfTheDomain() {
        float slowest = own("/api/v1/stats/overview")
                .extract()
                .<Number>path("latency.p99_us")
                .floatValue();

        assertThat(slowest).isBetween(98_000f, 102_000f);
    }

    @Test
    void whereNothingWentThereIsNothing() {
        String overview = "/api/v1/stats/overview";
        as(QUIET).get(overview).then().body("requests", equalTo(0)).body("as_of", nullValue());
        as(QUIET).get("/api/v1/requests").then().body("items", empty());
        as(QUIET).get("/api/v1/stats/breakdown?by=node").then().body("items", empty());
    }

    @Test
    void theTimelineIsThatOfTheDomainWithTheNodesThatSentSomethingThere() {
        joined(ownNode, "own-node");
        joined(otherNode, "other-node");
        Await.untilAsserted(() -> Api.asViewer(workspace)
                .get("/api/v1/stats/timeline")
                .then()
                .body("markers.label", containsInAnyOrder("own-node", "other-node")));

        own("/api/v1/stats/timeline")
                .body("points.requests.sum()", equalTo(1))
                .body("points.cost.sum { new BigDecimal(it ?: '0') }.toString()", equalTo("1"))
                .body("markers.label", contains("own-node"));
    }

    @ParameterizedTest
    @CsvSource({"domain, 3", "model, 2", "provider, 2", "node, 2", "key, 3"})
    void everyBreakdownIsThatOfTheDomain(String by, int ofAll) {
        Api.asViewer(workspace).get("/api/v1/stats/breakdown?by=" + by).then().body("items", hasSize(ofAll));

        own("/api/v1/stats/breakdown?by=" + by)
                .body("items", hasSize(1))
                .body("items[0].requests", equalTo(1))
                .body("items[0].cost", equalTo("1"))
                .body("rest", nullValue());
        own("/api/v1/stats/breakdown?by=model").body("items.label", contains("own-model"));
    }

    @Test
    void requestsAreThoseOfTheDomainOnEveryPage() {
        String next = own("/api/v1/requests?limit=1")
                .body("items.domain", contains(OWN))
                .extract()
                .path("next_cursor");

        assertThat(next).isNull();
    }

    @Test
    void whatIsOfTheWholeWorkspaceStaysClosed() {
        as(OWN).get("/api/v1/costs/reconciliation").then().statusCode(403);
        as(OWN).body("{}").post("/api/v1/stats/rebuild").then().statusCode(403);
    }

    private void joined(UUID id, String name) {
        Instant now = Instant.now();
        Events.publish(
                EventType.NODE_ENROLLED,
                new NodeView(id, workspace.id(), name, "subject", NodeState.ENROLLED, Map.of(), now, now, 1));
    }

    private ValidatableResponse own(String path) {
        return as(OWN).get(path).then().statusCode(200);
    }

    private RequestSpecification as(String domain) {
        return given().auth()
                .oauth2(workspace.domainToken(domain, "viewer"))
                .header("leasehold-workspace", workspace.slug())
                .contentType("application/json");
    }
}
