package io.leasehold.distribution.lease;

import static io.leasehold.distribution.KeyFixture.aKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.leasehold.contracts.event.EventType;
import io.leasehold.distribution.Api;
import io.leasehold.distribution.Sql;
import io.leasehold.test.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LeaseRenewalTest {
    private final TestWorkspace workspace = TestWorkspace.fresh();
    private final LeaseFixture leases = new LeaseFixture(workspace);

    @Test
    void aRenewedLeaseLastsLonger() {
        aKey(workspace).told();
        String id = leases.ask("node-1", "PT1M");
        Instant before = Instant.parse(Api.as(workspace, "viewer")
                .get("/api/v1/leases/" + id)
                .jsonPath()
                .getString("expire_time"));

        Instant after = Instant.parse(Api.asNode(workspace, "node-1")
                .body("{\"ttl\":\"PT3H\"}")
                .post("/api/v1/leases/" + id + "/renew")
                .then()
                .statusCode(200)
                .body("last_renewal_time", notNullValue())
                .body("token", nullValue())
                .extract()
                .jsonPath()
                .getString("expire_time"));

        assertThat(after).isAfter(before.plusSeconds(7_200));
        assertThat(LeaseFixture.eventTypes(id, 2)).containsExactly(EventType.LEASE_GRANTED, EventType.LEASE_RENEWED);
    }

    @Test
    void renewingTellsWhatWasGrantedAndNotWhatWasAskedFor() {
        aKey(workspace).told();
        String id = leases.ask("node-1", "PT1M");
        Instant issued = Instant.parse(leases.read(id).extract().jsonPath().getString("issue_time"));

        JsonPath renewed = Api.asNode(workspace, "node-1")
                .body("{\"ttl\":\"P30D\"}")
                .post("/api/v1/leases/" + id + "/renew")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();

        Instant ends = Instant.parse(renewed.getString("expire_time"));
        assertThat(ends).isEqualTo(issued.plus(Duration.ofDays(7)));
        assertThat(renewed.getLong("max_ttl")).isEqualTo(604_800);
        assertThat(renewed.getLong("ttl")).isBetween(604_000L, 604_799L);
        assertThat(renewed.getLong("lease_duration"))
                .isEqualTo(Duration.between(Instant.parse(renewed.getString("last_renewal_time")), ends)
                        .toSeconds());
        assertThat(renewed.getBoolean("renewable")).isFalse();
    }

    @Test
    void aNodeGetsAnotherLeaseInTimeWhenItsOwnCanNotBeRenewedAnyMore() {
        aKey(workspace).told();
        String id = leases.ask("node-1", "P7D");
        int changed = Sql.update("""
                update lease set issued_at = issued_at - interval '6 days', expires_at = expires_at - interval '6 days'
                where lease_id = ?
                """, UUID.fromString(id));

        String next = leases.ask("node-1", "PT1H");

        assertThat(changed).isEqualTo(1);
        assertThat(next).isNotEqualTo(id);
        leases.read(id).body("state", equalTo("active")).body("renewable", equalTo(false));
    }

    @Test
    void whichLeaseItIsAndWhenItEndsIsInTheHeadersToo() {
        aKey(workspace).told();

        Response granted = Api.asNode(workspace, "node-1")
                .body("{\"provider\":\"anthropic\"}")
                .post("/api/v1/leases");

        granted.then()
                .statusCode(201)
                .header("leasehold-lease-id", equalTo(granted.path("lease_id")))
                .header("leasehold-lease-expire-time", equalTo(granted.path("expire_time")))
                .body("lease_duration", equalTo(86_400))
                .body("renewable", equalTo(true));
        leases.read(granted.path("lease_id")).header("leasehold-lease-id", equalTo(granted.path("lease_id")));
    }

    @Test
    void renewingNeedsNoBody() {
        aKey(workspace).told();
        String id = leases.ask("node-1", "PT1M");

        Api.asNode(workspace, "node-1")
                .post("/api/v1/leases/" + id + "/renew")
                .then()
                .statusCode(200);
    }
}
