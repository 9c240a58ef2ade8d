package io.leasehold.distribution;

import static io.leasehold.distribution.KeyFixture.aKey;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.leasehold.test.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whose role is for one domain sees the leases for it, the nodes that have them and its spend, and nothing else. */
@QuarkusTest
class DomainRolesTest {
    private static final String OWN = "app.example.com";
    private static final String OTHER = "shop.example.com";
    private static final String QUIET = "quiet.example.com";

    private final TestWorkspace workspace = TestWorkspace.fresh();
    private final UUID ownId = UUID.randomUUID();
    private final UUID otherId = UUID.randomUUID();

    private JsonPath own = JsonPath.from("{}");
    private JsonPath other = own;
    private JsonPath ofNoDomain = own;

    @BeforeEach
    void aLeaseOfEach() {
        workspace.makeDomainGroups(OWN, QUIET);
        Sql.update(
                "update workspace set domains = ?::jsonb where workspace_id = ?",
                "[%s,%s]".formatted(domain(ownId, OWN), domain(otherId, OTHER)),
                workspace.id());
        aKey(workspace).told();
        own = lease("own-node", Map.of("provider", "anthropic", "domain", OWN));
        other = lease("other-node", Map.of("provider", "anthropic", "domain", OTHER));
        ofNoDomain = lease("other-node", Map.of("provider", "anthropic"));
    }

    @Test
    void leasesAreThoseOfTheDomain() {
        Api.as(workspace, "viewer").get("/api/v1/leases").then().body("items", hasSize(3));

        see("/api/v1/leases").statusCode(200).body("items.lease_id", contains(own.getString("lease_id")));
        see("/api/v1/leases?limit=1").body("next_cursor", nullValue());
        see("/api/v1/leases?node=" + other.getString("node_id")).body("items", empty());
        see("/api/v1/leases/" + own.getString("lease_id")).statusCode(200);
        see("/api/v1/leases/" + other.getString("lease_id")).statusCode(404);
        see("/api/v1/leases/" + ofNoDomain.getString("lease_id")).statusCode(404);
    }

    @Test
    void nodesAreThoseThatHaveALeaseForTheDomain() {
        see("/api/v1/nodes").statusCode(200).body("items.id", contains(own.getString("node_id")));
        see("/api/v1/nodes?text=other").body("items", empty());
        see("/api/v1/nodes/" + own.getString("node_id")).statusCode(200);
        see("/api/v1/nodes/" + other.getString("node_id")).statusCode(404);
    }

    @Test
    void spendIsThatOfTheDomainAndItsLeases() {
        see("/api/v1/spend/domain/" + ownId).statusCode(200).body("items", hasSize(3));
        see("/api/v1/spend/domain/" + OWN).statusCode(200);
        see("/api/v1/spend/lease/" + own.getString("lease_id")).statusCode(200);
        for (String scope : new String[] {
            "domain/" + otherId,
            "domain/" + OTHER,
            "lease/" + other.getString("lease_id"),
            "lease/" + ofNoDomain.getString("lease_id"),
            "lease/no-id",
            "key/" + own.getString("key_id"),
            "node/" + own.getString("node_id"),
            "user/jane",
            "workspace/" + workspace.id()
        }) {
            see("/api/v1/spend/" + scope).statusCode(404);
        }
    }

    @Test
    void whereNobodyHasALeaseThereIsNothing() {
        for (String list : new String[] {"/api/v1/leases", "/api/v1/nodes"}) {
            Api.with(workspace.domainToken(QUIET, "viewer"), workspace)
                    .get(list)
                    .then()
                    .statusCode(200)
                    .body("items", empty());
        }
    }

    @Test
    void nothingIsDoneByWhoseRoleIsForADomainOnly() {
        Api.with(workspace.domainToken(OWN, "admin"), workspace)
                .body(Map.of("reason", "mine"))
                .post("/api/v1/leases/" + own.getString("lease_id") + "/revoke")
                .then()
                .statusCode(403);
    }

    private ValidatableResponse see(String path) {
        return Api.with(workspace.domainToken(OWN, "viewer"), workspace)
                .get(path)
                .then();
    }

    private JsonPath lease(String node, Map<String, Object> ask) {
        return Api.asNode(workspace, node)
                .body(ask)
                .post("/api/v1/leases")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    private static String domain(UUID id, String name) {
        return "{\"domain_id\":\"%s\",\"name\":\"%s\",\"capture\":\"metadata\"}".formatted(id, name);
    }
}
