package io.leasehold.distribution.lease;

import static io.leasehold.distribution.KeyFixture.aKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.leasehold.distribution.Api;
import io.leasehold.distribution.KeyFixture;
import io.leasehold.distribution.Sql;
import io.leasehold.test.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class BulkRevocationTest {
    private final TestWorkspace workspace = TestWorkspace.fresh();

    @Test
    void leasesAreRevokedByNodeByKeyAndByWorkspace() {
        KeyFixture key = aKey(workspace).told();
        Response ofFirst = lease("node-1");
        lease("node-2");
        lease("node-3");

        revoke("node=" + ofFirst.path("node_id"), "{\"reason\":\"sold\"}")
                .body("items.lease_id", contains(ofFirst.<String>path("lease_id")))
                .body("items.state", contains("revoked"));
        revoke("key=" + key.id(), "{\"reason\":\"leaked\"}").body("items.size()", equalTo(2));
        lease("node-4");
        revoke("all_of=" + workspace.slug(), "{\"reason\":\"over\"}").body("items.size()", equalTo(1));

        Api.as(workspace, "viewer").get("/api/v1/leases?state=active").then().body("items", empty());
        Api.as(workspace, "viewer")
                .get("/api/v1/leases/" + ofFirst.path("lease_id"))
                .then()
                .body("end_reason", equalTo("sold"));
    }

    @Test
    void aDryRunTellsWhichAndChangesNothing() {
        KeyFixture key = aKey(workspace).told();
        lease("node-1");

        revoke("key=" + key.id(), "{\"reason\":\"x\",\"dry_run\":true}").body("items.state", contains("active"));

        Api.as(workspace, "viewer").get("/api/v1/leases?state=active").then().body("items.size()", equalTo(1));
    }

    @Test
    void veryManyAreRevokedPageByPage() {
        KeyFixture key = aKey(workspace).told();
        String lease = lease("node-1").path("lease_id");
        Sql.update("""
                insert into lease (workspace_id, lease_id, node_id, provider, mode, state, key_id, models, issued_at,
                                   expires_at, version)
                select workspace_id, gen_random_uuid(), node_id, provider, mode, state, key_id, models, issued_at,
                       expires_at, version
                from lease, generate_series(1, 1199) where lease_id = ?
                """, UUID.fromString(lease));

        String cursor = revoke("key=" + key.id() + "&limit=500", "{\"reason\":\"leaked\"}")
                .body("items.size()", equalTo(500))
                .body("items.state", everyItem(equalTo("revoked")))
                .body("next_cursor", notNullValue())
                .extract()
                .path("next_cursor");
        String second = revoke("key=" + key.id() + "&limit=500&cursor=" + cursor, "{\"reason\":\"leaked\"}")
                .body("items.size()", equalTo(500))
                .extract()
                .path("next_cursor");
        revoke("key=" + key.id() + "&limit=500&cursor=" + second, "{\"reason\":\"leaked\"}")
                .body("items.size()", equalTo(200))
                .body("next_cursor", nullValue());

        assertThat(Sql.one("select count(*) from lease where workspace_id = ? and state <> 'revoked'", workspace.id()))
                .isEqualTo("0");
    }

    @Test
    void leasesThatManyRevokeAtOnceAreRevokedOnce() {
        KeyFixture key = aKey(workspace).told();
        IntStream.range(0, 5).forEach(i -> lease("node-" + i));
        workspace.token("operator");

        var answers = IntStream.range(0, 6)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> Api.as(workspace, "operator")
                        .body("{\"reason\":\"race\"}")
                        .post("/api/v1/leases/revoke?key=" + key.id())))
                .toList();

        int revoked = answers.stream()
                .map(CompletableFuture::join)
                .mapToInt(answer -> answer.then()
                        .statusCode(200)
                        .extract()
                        .jsonPath()
                        .getList("items")
                        .size())
                .sum();
        assertThat(revoked).isEqualTo(5);
        assertThat(Sql.one("select max(version) from lease where workspace_id = ?", workspace.id()))
                .isEqualTo("2");
    }

    @ParameterizedTest
    @CsvSource({
        "limit=10, '{\"reason\":\"x\"}'",
        "all_of=another, '{\"reason\":\"x\"}'",
        "provider=anthropic, '{}'",
        "provider=anthropic&limit=501, '{\"reason\":\"x\"}'",
    })
    void whatIsNotSaidClearlyIsRefused(String query, String body) {
        Api.as(workspace, "operator")
                .body(body)
                .post("/api/v1/leases/revoke?" + query)
                .then()
                .statusCode(400);
    }

    @Test
    void leasesOfAnotherWorkspaceAreNotTouched() {
        KeyFixture key = aKey(workspace).told();
        lease("node-1");

        Api.as(TestWorkspace.fresh(), "operator")
                .body("{\"reason\":\"mischief\"}")
                .post("/api/v1/leases/revoke?key=" + key.id())
                .then()
                .statusCode(200)
                .body("items", empty());
    }

    private ValidatableResponse revoke(String query, String body) {
        return Api.as(workspace, "operator")
                .body(body)
                .post("/api/v1/leases/revoke?" + query)
                .then()
                .statusCode(200);
    }

    private Response lease(String node) {
        Response granted =
                Api.asNode(workspace, node).body("{\"provider\":\"anthropic\"}").post("/api/v1/leases");
        granted.then().statusCode(201);
        return granted;
    }
}
