package io.leasehold.analytics.request;

import static io.leasehold.analytics.RequestFixture.aRequest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.leasehold.analytics.Api;
import io.leasehold.analytics.Ingest;
import io.leasehold.contracts.Tokens;
import io.leasehold.contracts.event.RequestCompleted;
import io.leasehold.test.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class RequestResourceTest {
    private final TestWorkspace workspace = TestWorkspace.fresh();

    @Test
    void pagesFollowOneAnotherWithoutGapsTheNewestFirst() {
        Instant sameTime = Instant.now();
        List<RequestCompleted> requests = IntStream.range(0, 7)
                .mapToObj(i -> aRequest(workspace.id())
                        .at(i < 4 ? sameTime : sameTime.minusSeconds(i))
                        .build())
                .toList();
        Ingest.requests(workspace, requests);

        List<String> seen = new ArrayList<>();
        String cursor = null;
        do {
            JsonPath page = page(cursor);
            seen.addAll(page.getList("items.id"));
            cursor = page.getString("next_cursor");
        } while (cursor != null);

        assertThat(seen)
                .hasSize(7)
                .doesNotHaveDuplicates()
                .containsAll(requests.stream()
                        .map(request -> request.requestId().toString())
                        .toList());
        assertThat(seen.getLast()).isEqualTo(requests.getLast().requestId().toString());
    }

    @Test
    void aRequestShowsWhatItUsedAndWhyItsCostIsUnknown() {
        Ingest.requests(
                workspace,
                List.of(aRequest(workspace.id())
                        .tokens(new Tokens(10, 20, 30, 40, 50, 60, 0, 0, 0))
                        .unknownCost()
                        .build()));

        Api.asViewer(workspace)
                .get("/api/v1/requests")
                .then()
                .statusCode(200)
                .body("items.input_tokens", contains(100))
                .body("items.cache_read_tokens", contains(20))
                .body("items.cache_write_tokens", contains(70))
                .body("items.output_tokens", contains(110))
                .body("items[0].cost", nullValue())
                .body("items[0].cost_reason", equalTo("no price"))
                .body("next_cursor", nullValue());
    }

    @Test
    void aRequestIsFoundByTheIdThatTheGatewayTold() {
        RequestCompleted request = aRequest(workspace.id()).build();
        Ingest.requests(workspace, List.of(request));

        Api.asViewer(workspace)
                .get("/api/v1/requests/" + request.requestId())
                .then()
                .statusCode(200)
                .body("id", equalTo(request.requestId().toString()))
                .body("admission_us", equalTo((int) request.latency().admission()))
                .body("overhead_us", equalTo((int) request.latency().overhead()));
    }

    @Test
    void aRequestOfAnotherWorkspaceIsNotFound() {
        RequestCompleted request = aRequest(workspace.id()).build();
        Ingest.requests(workspace, List.of(request));

        Api.asViewer(TestWorkspace.fresh())
                .get("/api/v1/requests/" + request.requestId())
                .then()
                .statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "not-ours",
                "2026-11-21T10:00:00Z/not-an-id",
                "+999999999-12-31T00:00:00Z/0199f2a0-7c1e-7aaa-8bbb-0123456789ab"
            })
    void aCursorOfAnotherListIsRefused(String position) {
        Api.asViewer(workspace)
                .queryParam("cursor", Base64.getUrlEncoder().encodeToString(position.getBytes(StandardCharsets.UTF_8)))
                .get("/api/v1/requests")
                .then()
                .statusCode(400);
    }

    private JsonPath page(@Nullable String cursor) {
        var call = Api.asViewer(workspace).queryParam("limit", 3);
        if (cursor != null) {
            call.queryParam("cursor", cursor);
        }
        return call.get("/api/v1/requests").then().statusCode(200).extract().jsonPath();
    }
}
