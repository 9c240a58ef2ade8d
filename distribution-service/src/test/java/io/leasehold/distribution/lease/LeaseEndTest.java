package io.leasehold.distribution.lease;

import static io.leasehold.distribution.KeyFixture.aKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.leasehold.contracts.event.EventType;
import io.leasehold.distribution.Api;
import io.leasehold.test.Await;
import io.leasehold.test.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class LeaseEndTest {
    private final TestWorkspace workspace = TestWorkspace.fresh();
    private final LeaseFixture leases = new LeaseFixture(workspace);

    @Test
    void aReleasedLeaseIsOverAndReleasingItAgainChangesNothing() {
        aKey(workspace).told();
        String id = leases.ask("node-1", "PT1H");

        release(id).body("state", equalTo("released")).body("version", equalTo(2));
        release(id).body("state", equalTo("released")).body("version", equalTo(2));

        Api.asNode(workspace, "node-1")
                .post("/api/v1/leases/" + id + "/renew")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:leasehold:problem:wrong-state"));
        assertThat(leases.ask("node-1", "PT1H")).isNotEqualTo(id);
        assertThat(LeaseFixture.eventTypes(id, 2)).containsExactly(EventType.LEASE_GRANTED, EventType.LEASE_RELEASED);
    }

    @Test
    void anOperatorRenewsAndReleasesAnyLeaseOfTheWorkspace() {
        aKey(workspace).told();
        String id = leases.ask("node-1", "PT1H");

        Api.as(workspace, "operator")
                .post("/api/v1/leases/" + id + "/renew")
                .then()
                .statusCode(200)
                .body("last_renewal_time", notNullValue());
        Api.as(workspace, "operator")
                .post("/api/v1/leases/" + id + "/release")
                .then()
                .statusCode(200)
                .body("state", equalTo("released"))
                .body("end_reason", equalTo("released by " + workspace.slug() + "-operator"));
    }

    @Test
    void anOperatorRevokesALeaseWithAReason() {
        aKey(workspace).told();
        String id = leases.ask("node-1", "PT1H");

        Api.as(workspace, "operator")
                .body("{\"reason\":\"leaked\"}")
                .post("/api/v1/leases/" + id + "/revoke")
                .then()
                .statusCode(200)
                .body("state", equalTo("revoked"))
                .body("end_reason", equalTo("leaked"))
                .body("ended_at", notNullValue());

        assertThat(LeaseFixture.eventTypes(id, 2)).containsExactly(EventType.LEASE_GRANTED, EventType.LEASE_REVOKED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"reason\":\" \"}", "{\"reason\":\"x\",\"force\":true}"})
    void revokingNeedsAReasonAndNothingElse(String body) {
        aKey(workspace).told();
        String id = leases.ask("node-1", "PT1H");

        Api.as(workspace, "operator")
                .body(body)
                .post("/api/v1/leases/" + id + "/revoke")
                .then()
                .statusCode(400);
    }

    @Test
    void aLeaseWhoseTimeIsOverExpires() {
        aKey(workspace).told();

        String id = leases.ask("node-1", "PT1S");

        Await.untilAsserted(() ->
                Api.as(workspace, "viewer").get("/api/v1/leases/" + id).then().body("state", equalTo("expired")));
        assertThat(LeaseFixture.eventTypes(id, 2)).containsExactly(EventType.LEASE_GRANTED, EventType.LEASE_EXPIRED);
        assertThat(leases.ask("node-1", "PT1H")).isNotEqualTo(id);
    }

    private ValidatableResponse release(String id) {
        return Api.asNode(workspace, "node-1")
                .post("/api/v1/leases/" + id + "/release")
                .then()
                .statusCode(200);
    }
}
