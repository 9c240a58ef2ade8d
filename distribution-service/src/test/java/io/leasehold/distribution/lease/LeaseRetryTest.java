package io.leasehold.distribution.lease;

import static io.leasehold.distribution.KeyFixture.aKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.leasehold.contracts.OpaqueToken;
import io.leasehold.distribution.Api;
import io.leasehold.distribution.Sql;
import io.leasehold.test.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A node that asks again because it saw no answer. */
@QuarkusTest
class LeaseRetryTest {
    private static final String ADDITIONAL = "{\"provider\":\"anthropic\",\"additional\":true}";

    private final TestWorkspace workspace = TestWorkspace.fresh();
    private final String retry = UUID.randomUUID().toString();

    @Test
    void aRetryGetsTheSameLeaseAndATokenThatWorks() {
        aKey(workspace).told();
        Response first = ask(retry, ADDITIONAL);

        Response again = ask(retry, ADDITIONAL);

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.<String>path("lease_id")).isEqualTo(first.path("lease_id"));
        assertThat(again.<String>path("token")).isNotEqualTo(first.path("token"));
        assertThat(leaseOf(again.path("token"))).isEqualTo(first.path("lease_id"));
        assertThat(leaseOf(first.path("token"))).isEqualTo(first.path("lease_id"));
        assertThat(leases()).isEqualTo("1");
    }

    @Test
    void whatIsKeptForARetryHoldsNoToken() {
        aKey(workspace).told();
        String token = ask(retry, ADDITIONAL).path("token");

        String kept = Sql.one("select c::text from idempotent_call c where idempotency_key = ?", retry);

        assertThat(kept).isNotEmpty().doesNotContain("lh_").doesNotContain(OpaqueToken.sha256(token));
    }

    @Test
    void withoutARetryEveryAdditionalLeaseIsOneMore() {
        aKey(workspace).told();

        ask(retry, ADDITIONAL);
        ask(UUID.randomUUID().toString(), ADDITIONAL);

        assertThat(leases()).isEqualTo("2");
    }

    @Test
    void aRetryForALeaseThatHasEndedGetsNoOther() {
        aKey(workspace).told();
        String id = ask(retry, ADDITIONAL).path("lease_id");
        Api.asNode(workspace, "node-1")
                .post("/api/v1/leases/" + id + "/release")
                .then()
                .statusCode(200);

        ask(retry, ADDITIONAL).then().statusCode(409).body("type", equalTo("urn:leasehold:problem:wrong-state"));

        assertThat(leases()).isEqualTo("1");
    }

    @Test
    void aKeyThatWasUsedForAnotherRequestIsRefused() {
        aKey(workspace).told();
        ask(retry, ADDITIONAL);

        ask(retry, "{\"provider\":\"anthropic\"}")
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:leasehold:problem:idempotency-key-reused"));
    }

    @Test
    void whatWasRefusedMayBeTriedAgain() {
        ask(retry, ADDITIONAL).then().statusCode(409).body("type", equalTo("urn:leasehold:problem:pool-empty"));
        aKey(workspace).told();

        ask(retry, ADDITIONAL).then().statusCode(201);
    }

    private Response ask(String idempotencyKey, String body) {
        return Api.asNode(workspace, "node-1")
                .header("Idempotency-Key", idempotencyKey)
                .body(body)
                .post("/api/v1/leases");
    }

    private static String leaseOf(String token) {
        String hash = OpaqueToken.sha256(token);
        return Api.asService("gateway")
                .get("/internal/v1/leases/by-token/" + hash)
                .then()
                .statusCode(200)
                .extract()
                .path("lease_id");
    }

    private String leases() {
        return String.valueOf(Sql.one("select count(*) from lease where workspace_id = ?", workspace.id()));
    }
}
