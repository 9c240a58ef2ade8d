package io.leasehold.distribution.lease;

import static io.leasehold.distribution.KeyFixture.aKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.leasehold.distribution.Api;
import io.leasehold.distribution.Sql;
import io.leasehold.test.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may do what with leases, and who may not. */
@QuarkusTest
class LeaseAccessTest {
    private final TestWorkspace workspace = TestWorkspace.fresh();
    private final LeaseFixture leases = new LeaseFixture(workspace);

    @Test
    void aNodeSeesAndChangesItsOwnLeasesOnly() {
        aKey(workspace).told();
        String id = leases.ask("node-1", "PT1H");

        Api.asNode(workspace, "node-1").get("/api/v1/leases/" + id).then().statusCode(200);
        Api.asNode(workspace, "node-2").get("/api/v1/leases/" + id).then().statusCode(404);
        Api.asNode(workspace, "node-2")
                .post("/api/v1/leases/" + id + "/renew")
                .then()
                .statusCode(404);
        Api.asNode(workspace, "node-2")
                .post("/api/v1/leases/" + id + "/release")
                .then()
                .statusCode(404);
        leases.read(id).body("state", equalTo("active")).body("version", equalTo(1));
    }

    @Test
    void anotherWorkspaceDoesNotSeeALease() {
        aKey(workspace).told();
        String id = leases.ask("node-1", "PT1H");
        TestWorkspace other = TestWorkspace.fresh();

        Api.as(other, "admin").get("/api/v1/leases/" + id).then().statusCode(404);
        Api.as(other, "operator")
                .body("{\"reason\":\"mischief\"}")
                .post("/api/v1/leases/" + id + "/revoke")
                .then()
                .statusCode(404);
        Api.asNode(other, "node-1")
                .post("/api/v1/leases/" + id + "/release")
                .then()
                .statusCode(404);
        Api.as(other, "viewer").get("/api/v1/leases").then().body("items", empty());
        leases.read(id).body("state", equalTo("active"));
    }

    @Test
    void anIdentityBelongsToOneWorkspace() {
        aKey(workspace).told();
        leases.ask("node-1", "PT1H");
        int moved = Sql.update(
                "update node set workspace_id = ? where workspace_id = ?", UUID.randomUUID(), workspace.id());

        assertThat(moved).isEqualTo(1);
        Api.asNode(workspace, "node-1")
                .body("{\"provider\":\"anthropic\"}")
                .post("/api/v1/leases")
                .then()
                .statusCode(403)
                .body(
                        "detail",
                        equalTo("This identity is enrolled in another workspace. Use an identity of its own for"
                                + " each workspace."));
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /api/v1/leases, viewer",
        "POST, /api/v1/leases, admin",
        "POST, /api/v1/leases/0199f000-0000-7000-8000-000000000001/renew, viewer",
        "POST, /api/v1/leases/0199f000-0000-7000-8000-000000000001/release, viewer",
        "POST, /api/v1/leases/0199f000-0000-7000-8000-000000000001/revoke, viewer",
        "POST, /api/v1/nodes/heartbeat, admin",
        "GET, /internal/v1/leases/by-token/e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855, admin",
        "GET, /internal/v1/stored-responses/e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855, admin",
        "POST, /internal/v1/holds/grant, admin",
        "POST, /internal/v1/holds/renew, admin",
    })
    void whoIsNotMeantIsForbidden(String method, String path, String role) {
        Api.as(workspace, role)
                .body("{\"provider\":\"anthropic\",\"reason\":\"x\"}")
                .request(method, path)
                .then()
                .statusCode(403)
                .contentType("application/problem+json");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/v1/leases",
        "GET, /api/v1/nodes",
        "GET, /api/v1/nodes/0199f000-0000-7000-8000-000000000001",
        "GET, /api/v1/spend/workspace/0199f000-0000-7000-8000-000000000001",
        "POST, /api/v1/leases/0199f000-0000-7000-8000-000000000001/revoke",
        "POST, /internal/v1/holds/grant",
    })
    void aNodeMayNotDoWhatPeopleDo(String method, String path) {
        Api.asNode(workspace, "node-1")
                .body("{\"reason\":\"x\"}")
                .request(method, path)
                .then()
                .statusCode(403);
    }

    @Test
    void onlyTheGatewayMayCallWhatIsInternal() {
        for (String service : List.of("key-service", "usage-collector", "analytics-service")) {
            int status = Api.asService(service)
                    .body("{}")
                    .post("/internal/v1/holds/grant")
                    .statusCode();

            // 401 where that service's token is not even meant for this one.
            assertThat(status).as(service).isIn(401, 403);
        }
    }
}
