package io.leasehold.distribution.lease;

import static io.leasehold.distribution.KeyFixture.aKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.leasehold.contracts.event.EventType;
import io.leasehold.contracts.event.LeaseView;
import io.leasehold.distribution.Api;
import io.leasehold.distribution.KeyFixture;
import io.leasehold.distribution.Sql;
import io.leasehold.test.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Leases that go on until somebody ends them, as a workspace may want. */
@QuarkusTest
class EndlessLeaseTest {
    @Inject
    EndlessSweep sweep;

    private final TestWorkspace workspace = TestWorkspace.fresh();
    private final LeaseFixture leases = new LeaseFixture(workspace);

    private final KeyFixture key = aKey(workspace).direct();

    @BeforeEach
    void leasesHaveNoEnd() {
        letLeasesExpire(false);
        key.told();
    }

    @Test
    void aLeaseOfSuchAWorkspaceHasNoEnd() {
        ValidatableResponse granted = ask("{\"provider\":\"anthropic\"}")
                .body("expire_time", nullValue())
                .body("renew_after", nullValue())
                .body("lease_duration", equalTo(0))
                .body("ttl", equalTo(0))
                .body("max_ttl", equalTo(0))
                .body("renewable", equalTo(false))
                .header("leasehold-lease-expire-time", nullValue());

        String id = id(granted);
        assertThat(LeaseFixture.views(id, 1).getFirst().expiresAt()).isEqualTo(LeaseView.NEVER);
        leases.read(id).body("state", equalTo("active")).body("expire_time", nullValue());
        assertThat(id(Api.asNode(workspace, "node-1")
                        .body("{\"provider\":\"anthropic\"}")
                        .post("/api/v1/leases")
                        .then()
                        .statusCode(200)))
                .isEqualTo(id);
    }

    @Test
    void whoSaysHowLongItNeedsALeaseGetsItForThatLong() {
        String id = id(ask("{\"provider\":\"anthropic\",\"ttl\":\"PT1H\"}").body("lease_duration", equalTo(3_600)));

        renew(id, "{\"ttl\":\"PT2H\"}").body("lease_duration", equalTo(7_200));
        renew(id, "{}").body("expire_time", nullValue());
        renew(id, "{\"ttl\":\"PT2H\"}").body("lease_duration", equalTo(7_200));
    }

    @Test
    void whoHasTheSecretItselfHasItForATime() {
        SecretWriter.write(workspace.id(), key.id(), "sk-ant-first-secret-1");

        ask("{\"provider\":\"anthropic\",\"mode\":\"direct\",\"spend_limit\":\"1\"}")
                .body("expire_time", notNullValue())
                .body("lease_duration", equalTo(86_400));
    }

    @Test
    void vaultsClientsAreToldThatItHasNoEnd() {
        ValidatableResponse granted = ask("{\"provider\":\"anthropic\"}");
        String name = "anthropic/" + granted.extract().path("node_id") + "/" + id(granted);

        Api.as(workspace, "viewer")
                .body("{\"lease_id\":\"" + name + "\"}")
                .put("/v1/sys/leases/lookup")
                .then()
                .statusCode(200)
                .body("data.ttl", equalTo(0))
                .body("data.expire_time", nullValue())
                .body("data.renewable", equalTo(false));
    }

    @Test
    void itEndsOnceItsNodeIsLostForLong() {
        String lost = id(ask("{\"provider\":\"anthropic\"}"));
        String there = id(Api.asNode(workspace, "node-2")
                .body("{\"provider\":\"anthropic\"}")
                .post("/api/v1/leases")
                .then()
                .statusCode(201));
        wasLost(lost, "23 hours");
        sweep.sweep();
        leases.read(lost).body("state", equalTo("active"));

        wasLost(lost, "25 hours");
        sweep.sweep();

        leases.read(lost).body("state", equalTo("revoked")).body("end_reason", equalTo("its node was lost"));
        leases.read(there).body("state", equalTo("active"));
        assertThat(LeaseFixture.eventTypes(lost, 2)).containsExactly(EventType.LEASE_GRANTED, EventType.LEASE_REVOKED);
    }

    @Test
    void itEndsAtOnceWhenItsNodeIsRemoved() {
        ValidatableResponse granted = ask("{\"provider\":\"anthropic\"}");

        Api.as(workspace, "admin")
                .body("{\"reason\":\"gone\"}")
                .post("/api/v1/nodes/" + granted.extract().path("node_id") + "/remove")
                .then()
                .statusCode(200);

        leases.read(id(granted)).body("state", equalTo("revoked"));
    }

    @Test
    void itGetsAnEndOnceItsWorkspaceWantsOne() {
        String id = id(ask("{\"provider\":\"anthropic\"}"));
        sweep.sweep();
        leases.read(id).body("expire_time", nullValue());

        letLeasesExpire(true);
        sweep.sweep();

        leases.read(id)
                .body("expire_time", not(nullValue()))
                .body("lease_duration", equalTo(86_400))
                .body("renewable", equalTo(true));
    }

    private void letLeasesExpire(boolean expire) {
        Sql.update("update workspace set leases_expire = ? where workspace_id = ?", expire, workspace.id());
    }

    private void wasLost(String leaseId, String before) {
        Sql.update("""
                update node set state = 'lost', last_seen_at = now() - cast(? as interval)
                where node_id = (select node_id from lease where lease_id = ?)
                """, before, UUID.fromString(leaseId));
    }

    private ValidatableResponse ask(String body) {
        return Api.asNode(workspace, "node-1")
                .body(body)
                .post("/api/v1/leases")
                .then()
                .statusCode(201);
    }

    private ValidatableResponse renew(String id, String body) {
        return Api.asNode(workspace, "node-1")
                .body(body)
                .post("/api/v1/leases/" + id + "/renew")
                .then()
                .statusCode(200);
    }

    private static String id(ValidatableResponse granted) {
        return granted.extract().path("lease_id");
    }
}
