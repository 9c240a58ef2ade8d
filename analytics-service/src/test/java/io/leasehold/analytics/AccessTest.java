package io.leasehold.analytics;

import static io.leasehold.analytics.RequestFixture.aRequest;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.leasehold.test.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every route with every role; nothing is written, so one workspace does for all. */
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessTest {
    private static final String OVERVIEW = "/api/v1/stats/overview";

    private final TestWorkspace workspace = TestWorkspace.fresh();
    private final TestWorkspace other = TestWorkspace.fresh();

    @ParameterizedTest
    @CsvSource({
        "/api/v1/stats/overview, viewer",
        "/api/v1/stats/overview, operator",
        "/api/v1/stats/overview, admin",
        "/api/v1/stats/timeline, viewer",
        "/api/v1/stats/breakdown?by=domain, viewer",
        "/api/v1/costs/reconciliation, viewer",
        "/api/v1/requests, viewer"
    })
    void everyMemberMayRead(String path, String role) {
        Api.as(workspace, role).get(path).then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/stats/overview",
                "/api/v1/stats/timeline",
                "/api/v1/stats/breakdown?by=domain",
                "/api/v1/costs/reconciliation",
                "/api/v1/requests",
                "/api/v1/live"
            })
    void nodesStrangersAndForeignersMayNot(String path) {
        given().auth()
                .oauth2(workspace.nodeToken("node-a"))
                .header("leasehold-workspace", workspace.slug())
                .get(path)
                .then()
                .statusCode(403);
        given().get(path).then().statusCode(401);
        given().auth()
                .oauth2(other.token("admin"))
                .header("leasehold-workspace", workspace.slug())
                .get(path)
                .then()
                .statusCode(403)
                .body("type", equalTo("urn:leasehold:problem:forbidden"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"viewer", "operator"})
    void onlyAnAdminRebuilds(String role) {
        Api.as(workspace, role)
                .body(Map.of("from", "2026-11-20T00:00:00Z", "to", "2026-11-20T01:00:00Z"))
                .post("/api/v1/stats/rebuild")
                .then()
                .statusCode(403);
    }

    @Test
    void anUnknownFieldIsRefused() {
        Api.as(workspace, "admin")
                .body(Map.of("from", "2026-11-20T00:00:00Z", "to", "2026-11-20T01:00:00Z", "force", true))
                .post("/api/v1/stats/rebuild")
                .then()
                .statusCode(400)
                .body("type", equalTo("urn:leasehold:problem:unknown-field"));
    }

    @Test
    void anotherWorkspacesRequestsAreNotSeen() {
        Ingest.requests(other, List.of(aRequest(other.id()).cost("5").build()));

        Api.asViewer(workspace).get("/api/v1/requests").then().statusCode(200).body("items", empty());
        Api.asViewer(workspace).get(OVERVIEW).then().statusCode(200).body("requests", equalTo(0));
    }
}
