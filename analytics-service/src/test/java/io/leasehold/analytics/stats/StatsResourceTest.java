package io.leasehold.analytics.stats;

import static io.leasehold.analytics.RequestFixture.aRequest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.leasehold.analytics.Api;
import io.leasehold.analytics.Ingest;
import io.leasehold.contracts.NodeState;
import io.leasehold.contracts.Provenance;
import io.leasehold.contracts.Tokens;
import io.leasehold.contracts.event.EventType;
import io.leasehold.contracts.event.NodeView;
import io.leasehold.kit.id.Ids;
import io.leasehold.test.Await;
import io.leasehold.test.Events;
import io.leasehold.test.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class StatsResourceTest {
    /** The day on which clocks in Berlin show 02:30 twice. */
    private static final Instant LONG_DAY = Instant.parse("2026-10-24T22:00:00Z");

    private final TestWorkspace workspace = TestWorkspace.fresh();

    @Test
    void theOverviewSumsTheRangeAndTheOneBefore() {
        Instant noon = Instant.parse("2026-11-20T12:00:00Z");
        Ingest.requests(
                workspace,
                List.of(
                        aRequest(workspace.id()).at(noon).cost("0.000000001").build(),
                        aRequest(workspace.id())
                                .at(noon.plusSeconds(3_599))
                                .tokens(new Tokens(10, 20, 30, 40, 50, 60, 0, 0, 0))
                                .failed(529, "overloaded_error")
                                .cost("1.25")
                                .build(),
                        aRequest(workspace.id())
                                .at(noon.plusSeconds(3_600))
                                .cost("100")
                                .build(),
                        aRequest(workspace.id())
                                .at(noon.minusSeconds(1))
                                .cost("7")
                                .build()));

        get("/overview", "2026-11-20T12:00:00Z", "2026-11-20T13:00:00Z")
                .statusCode(200)
                .body("requests", equalTo(2))
                .body("errors", equalTo(1))
                .body("input_tokens", equalTo(200))
                .body("output_tokens", equalTo(130))
                .body("cost", equalTo("1.250000001"))
                .body("unknown_cost_requests", equalTo(0))
                .body("provenance", equalTo("gateway"))
                .body("previous.requests", equalTo(1))
                .body("previous.cost", equalTo("7"));
    }

    @Test
    void aCostThatNobodyKnowsIsNotZero() {
        Ingest.requests(
                workspace, List.of(aRequest(workspace.id()).unknownCost().build()));

        get("/overview", null, null)
                .statusCode(200)
                .body("requests", equalTo(1))
                .body("cost", nullValue())
                .body("unknown_cost_requests", equalTo(1));
    }

    @Test
    void howManyCostsNobodyKnowsIsSaidEverywhere() {
        Ingest.requests(
                workspace,
                List.of(
                        aRequest(workspace.id())
                                .domain("a.example.com")
                                .cost("2")
                                .build(),
                        aRequest(workspace.id())
                                .domain("a.example.com")
                                .unknownCost()
                                .build(),
                        aRequest(workspace.id())
                                .domain("b.example.com")
                                .unknownCost()
                                .build()));

        get("/overview", null, null).body("cost", equalTo("2")).body("unknown_cost_requests", equalTo(2));
        get("/timeline", null, null)
                .body("points.cost.sum { new BigDecimal(it ?: '0') }.toString()", equalTo("2"))
                .body("points.unknown_cost_requests.sum()", equalTo(2));
        Api.asViewer(workspace)
                .queryParams(Map.of("by", "domain", "limit", 1))
                .get("/api/v1/stats/breakdown")
                .then()
                .body("items.cost", contains("2"))
                .body("items.unknown_cost_requests", contains(1))
                .body("rest.cost", nullValue())
                .body("rest.unknown_cost_requests", equalTo(1));
    }

    @Test
    void aWorkspaceWhoseFiguresWereMadeAnewFromNothingHasNoLastRequest() {
        Instant now = Instant.now();
        Api.as(workspace, "admin")
                .body(Map.of("from", now.minusSeconds(60).toString(), "to", now.toString()))
                .post("/api/v1/stats/rebuild")
                .then()
                .statusCode(200);

        get("/overview", null, null).statusCode(200).body("as_of", nullValue());
    }

    @Test
    void aWorkspaceWithoutRequestsHasFiguresToo() {
        get("/overview", null, null)
                .statusCode(200)
                .body("requests", equalTo(0))
                .body("cost", equalTo("0"))
                .body("latency", nullValue())
                .body("as_of", nullValue());
    }

    @Test
    void costsThatProvidersToldAreMarked() {
        Ingest.requests(
                workspace,
                List.of(aRequest(workspace.id())
                        .cost(new BigDecimal("0.5"), Provenance.PROVIDER)
                        .build()));

        get("/overview", null, null).body("provenance", equalTo("provider"));
    }

    @Test
    void percentilesAreWithinOnePercent() {
        Instant now = Instant.now();
        Ingest.requests(
                workspace,
                java.util.stream.IntStream.rangeClosed(1, 40)
                        .mapToObj(i -> aRequest(workspace.id())
                                .at(now.minus(Duration.ofMinutes(i * 20L)))
                                .latency(Duration.ofMillis(i * 10L))
                                .build())
                        .toList());

        Number median = get("/overview", null, null).extract().path("latency.p50_us");

        assertThat(median.doubleValue()).isCloseTo(200_000, within(2_000d));
    }

    @ParameterizedTest
    @CsvSource({
        "Europe/Berlin, hour, 25",
        "Europe/Berlin, day, 1",
        "Europe/Berlin, quarter_hour, 100",
        "Asia/Kathmandu, hour, 26"
    })
    void theTimelineIsCutByTheClockOfTheZone(String zone, String granularity, int points) {
        Api.asViewer(workspace)
                .queryParams(Map.of(
                        "from",
                        LONG_DAY.toString(),
                        "to",
                        LONG_DAY.plus(Duration.ofHours(25)).toString(),
                        "zone",
                        zone,
                        "granularity",
                        granularity))
                .get("/api/v1/stats/timeline")
                .then()
                .statusCode(200)
                .body("points", hasSize(points))
                .body("zone", equalTo(zone));
    }

    @Test
    void theHourThatComesTwiceIsToldTwice() {
        Instant firstHalfPastTwo = LONG_DAY.plus(Duration.ofMinutes(150));
        Ingest.requests(
                workspace,
                List.of(
                        aRequest(workspace.id()).at(firstHalfPastTwo).cost("1").build(),
                        aRequest(workspace.id())
                                .at(firstHalfPastTwo.plus(Duration.ofHours(1)))
                                .cost("2")
                                .build()));

        Api.asViewer(workspace)
                .queryParams(Map.of(
                        "from",
                        LONG_DAY.toString(),
                        "to",
                        LONG_DAY.plus(Duration.ofHours(25)).toString(),
                        "zone",
                        "Europe/Berlin",
                        "granularity",
                        "hour"))
                .get("/api/v1/stats/timeline")
                .then()
                .statusCode(200)
                .body("points.findAll { it.requests > 0 }.at", contains("2026-10-25T00:00:00Z", "2026-10-25T01:00:00Z"))
                .body("points.findAll { it.requests > 0 }.cost", contains("1", "2"));
    }

    @Test
    void theTimelineMarksNodesThatJoined() {
        Instant joined = Instant.parse("2026-11-20T12:34:56Z");
        UUID nodeId = Ids.next();
        Events.publish(
                EventType.NODE_ENROLLED,
                new NodeView(
                        nodeId, workspace.id(), "node-a", "subject", NodeState.ENROLLED, Map.of(), joined, joined, 1));

        Await.untilAsserted(() -> get("/timeline", "2026-11-20T00:00:00Z", "2026-11-21T00:00:00Z")
                .statusCode(200)
                .body("markers.node_id", contains(nodeId.toString()))
                .body("markers.kind", contains("node_joined"))
                .body("markers.label", contains("node-a"))
                .body("markers.at", contains("2026-11-20T12:34:56Z")));
    }

    @Test
    void theBreakdownNamesNodesByTheirNames() {
        UUID nodeId = Ids.next();
        Instant now = Instant.now();
        Events.publish(
                EventType.NODE_ENROLLED,
                new NodeView(nodeId, workspace.id(), "node-b", "subject", NodeState.ENROLLED, Map.of(), now, now, 1));
        Ingest.requests(
                workspace,
                List.of(
                        aRequest(workspace.id()).node(nodeId).cost("2").build(),
                        aRequest(workspace.id()).cost("1").build()));

        Await.untilAsserted(() -> Api.asViewer(workspace)
                .queryParams(Map.of("by", "node", "limit", 1))
                .get("/api/v1/stats/breakdown")
                .then()
                .statusCode(200)
                .body("items.id", contains(nodeId.toString()))
                .body("items.label", contains("node-b"))
                .body("rest.requests", equalTo(1)));
    }

    @Test
    void theBreakdownNamesTheDearestAndSumsUpTheRest() {
        Ingest.requests(
                workspace,
                List.of(
                        aRequest(workspace.id())
                                .domain("a.example.com")
                                .cost("6")
                                .build(),
                        aRequest(workspace.id())
                                .domain("b.example.com")
                                .cost("3")
                                .build(),
                        aRequest(workspace.id()).domain(null).cost("0.5").build(),
                        aRequest(workspace.id())
                                .domain("c.example.com")
                                .cost("0.5")
                                .build()));

        Api.asViewer(workspace)
                .queryParams(Map.of("by", "domain", "limit", 2))
                .get("/api/v1/stats/breakdown")
                .then()
                .statusCode(200)
                .body("share_of", equalTo("cost"))
                .body("items.id", contains("a.example.com", "b.example.com"))
                .body("items.share", contains("0.6", "0.3"))
                .body("rest.requests", equalTo(2))
                .body("rest.cost", equalTo("1"))
                .body("rest.share", equalTo("0.1"));
    }

    @ParameterizedTest
    @CsvSource({"model, anthropic:claude-opus-5, claude-opus-5", "provider, anthropic, anthropic"})
    void itCanBeBrokenDownByModelAndProvider(String by, String id, String label) {
        Ingest.requests(workspace, List.of(aRequest(workspace.id()).build()));

        Api.asViewer(workspace)
                .queryParam("by", by)
                .get("/api/v1/stats/breakdown")
                .then()
                .statusCode(200)
                .body("items.id", contains(id))
                .body("items.label", contains(label))
                .body("items.share", contains("1"))
                .body("rest", nullValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"node", "key"})
    void whatHasNoNameYetIsCalledByItsId(String by) {
        UUID id = Ids.next();
        Ingest.requests(
                workspace,
                List.of(aRequest(workspace.id()).node(id).key(Ids.next(), id).build()));

        Api.asViewer(workspace)
                .queryParam("by", by)
                .get("/api/v1/stats/breakdown")
                .then()
                .statusCode(200)
                .body("items.id", contains(id.toString()))
                .body("items.label", contains(id.toString()));
    }

    @ParameterizedTest
    @CsvSource({
        "overview, from, yesterday, must be a time",
        "overview, zone, Mars/Olympus, is not a time zone",
        "overview, zone, +00:07, is not a time zone",
        "overview, from, 2020-01-01T00:00:00Z, 400 days",
        "overview, to, +999999999-12-31T00:00:00Z, between the years",
        "timeline, granularity, minute, quarter_hour",
        "breakdown, by, colour, domain",
        "breakdown, limit, 0, limit"
    })
    void whatMakesNoSenseIsRefusedWithTheReason(String path, String parameter, String value, String reason) {
        Map<String, String> query = new java.util.HashMap<>(Map.of("by", "domain"));
        query.put(parameter, value);

        Api.asViewer(workspace)
                .queryParams(query)
                .get("/api/v1/stats/" + path)
                .then()
                .statusCode(400)
                .body("detail", containsString(reason));
    }

    private ValidatableResponse get(String path, String from, String to) {
        var call = Api.asViewer(workspace);
        if (from != null) {
            call.queryParams(Map.of("from", from, "to", to));
        }
        return call.get("/api/v1/stats" + path).then();
    }
}
