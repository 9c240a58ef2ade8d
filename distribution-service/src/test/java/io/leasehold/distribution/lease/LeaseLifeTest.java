package io.leasehold.distribution.lease;

import static io.leasehold.distribution.KeyFixture.aKey;
import static io.leasehold.distribution.LimitFixture.limit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.leasehold.contracts.KeyState;
import io.leasehold.contracts.LeaseState;
import io.leasehold.contracts.Period;
import io.leasehold.contracts.Scope;
import io.leasehold.contracts.Topic;
import io.leasehold.contracts.event.EventType;
import io.leasehold.contracts.event.LeaseView;
import io.leasehold.distribution.Api;
import io.leasehold.distribution.KeyFixture;
import io.leasehold.distribution.LimitFixture;
import io.leasehold.distribution.Sql;
import io.leasehold.kit.event.ReceivedEvent;
import io.leasehold.test.Await;
import io.leasehold.test.Events;
import io.leasehold.test.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class LeaseLifeTest {
    private final TestWorkspace workspace = TestWorkspace.fresh();

    @Test
    void aRenewedLeaseLastsLonger() {
        aKey(workspace).told();
        String id = lease("node-1", "PT1M");
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
        assertThat(eventTypes(id, 2)).containsExactly(EventType.LEASE_GRANTED, EventType.LEASE_RENEWED);
    }

    @Test
    void renewingTellsWhatWasGrantedAndNotWhatWasAskedFor() {
        aKey(workspace).told();
        String id = lease("node-1", "PT1M");
        Instant issued = Instant.parse(assertLease(id).extract().jsonPath().getString("issue_time"));

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
        String id = lease("node-1", "P7D");
        int changed = Sql.update("""
                update lease set issued_at = issued_at - interval '6 days', expires_at = expires_at - interval '6 days'
                where lease_id = ?
                """, UUID.fromString(id));

        String next = lease("node-1", "PT1H");

        assertThat(changed).isEqualTo(1);
        assertThat(next).isNotEqualTo(id);
        assertLease(id).body("state", equalTo("active")).body("renewable", equalTo(false));
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
        assertLease(granted.path("lease_id")).header("leasehold-lease-id", equalTo(granted.path("lease_id")));
    }

    @Test
    void renewingNeedsNoBody() {
        aKey(workspace).told();
        String id = lease("node-1", "PT1M");

        Api.asNode(workspace, "node-1")
                .post("/api/v1/leases/" + id + "/renew")
                .then()
                .statusCode(200);
    }

    @Test
    void aReleasedLeaseIsOverAndReleasingItAgainChangesNothing() {
        aKey(workspace).told();
        String id = lease("node-1", "PT1H");

        release(id).body("state", equalTo("released")).body("version", equalTo(2));
        release(id).body("state", equalTo("released")).body("version", equalTo(2));

        Api.asNode(workspace, "node-1")
                .post("/api/v1/leases/" + id + "/renew")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:leasehold:problem:wrong-state"));
        assertThat(lease("node-1", "PT1H")).isNotEqualTo(id);
        assertThat(eventTypes(id, 2)).containsExactly(EventType.LEASE_GRANTED, EventType.LEASE_RELEASED);
    }

    @Test
    void anOperatorRenewsAndReleasesAnyLeaseOfTheWorkspace() {
        aKey(workspace).told();
        String id = lease("node-1", "PT1H");

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

    private ValidatableResponse release(String id) {
        return Api.asNode(workspace, "node-1")
                .post("/api/v1/leases/" + id + "/release")
                .then()
                .statusCode(200);
    }

    @Test
    void anOperatorRevokesALeaseWithAReason() {
        aKey(workspace).told();
        String id = lease("node-1", "PT1H");

        Api.as(workspace, "operator")
                .body("{\"reason\":\"leaked\"}")
                .post("/api/v1/leases/" + id + "/revoke")
                .then()
                .statusCode(200)
                .body("state", equalTo("revoked"))
                .body("end_reason", equalTo("leaked"))
                .body("ended_at", notNullValue());

        assertThat(eventTypes(id, 2)).containsExactly(EventType.LEASE_GRANTED, EventType.LEASE_REVOKED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"reason\":\" \"}", "{\"reason\":\"x\",\"force\":true}"})
    void revokingNeedsAReasonAndNothingElse(String body) {
        aKey(workspace).told();
        String id = lease("node-1", "PT1H");

        Api.as(workspace, "operator")
                .body(body)
                .post("/api/v1/leases/" + id + "/revoke")
                .then()
                .statusCode(400);
    }

    @Test
    void aLeaseWhoseTimeIsOverExpires() {
        aKey(workspace).told();

        String id = lease("node-1", "PT1S");

        Await.untilAsserted(() ->
                Api.as(workspace, "viewer").get("/api/v1/leases/" + id).then().body("state", equalTo("expired")));
        assertThat(eventTypes(id, 2)).containsExactly(EventType.LEASE_GRANTED, EventType.LEASE_EXPIRED);
        assertThat(lease("node-1", "PT1H")).isNotEqualTo(id);
    }

    @Test
    void leasesOfARevokedKeyGoOnWithAnotherOne() {
        KeyFixture key = aKey(workspace).told();
        String id = lease("node-1", "PT1H");
        KeyFixture other = aKey(workspace).told();

        key.now(KeyState.REVOKING).told();

        Await.untilAsserted(
                () -> assertLease(id).body("key_id", equalTo(other.id().toString())));
        assertLease(id).body("state", equalTo("active"));
        LeaseView moved = views(id, 2).getLast();
        assertThat(moved.keyId()).isEqualTo(other.id());
    }

    @Test
    void leasesOfTheLastKeyAreRevokedWithIt() {
        KeyFixture key = aKey(workspace).told();
        aKey(workspace).of("openrouter").told();
        String id = lease("node-1", "PT1H");

        key.now(KeyState.REVOKING).told();

        Await.untilAsserted(() -> assertLease(id).body("state", equalTo("revoked")));
        assertLease(id).body("end_reason", equalTo("key '" + key.name() + "' is revoking"));
        assertThat(views(id, 2).getLast().state()).isEqualTo(LeaseState.REVOKED);
    }

    @Test
    void aLeaseRatherGoesOnWithAnExhaustedKeyThanEnds() {
        KeyFixture key = aKey(workspace).told();
        String id = lease("node-1", "PT1H");
        KeyFixture other = aKey(workspace).told();
        LimitFixture.tell(workspace, Scope.KEY, other.id().toString(), 1, limit(Period.DAY, "0", "UTC"));

        key.now(KeyState.REVOKED).told();

        Await.untilAsserted(() ->
                assertLease(id).body("key_id", equalTo(other.id().toString())).body("state", equalTo("active")));
    }

    @Test
    void allLeasesOfAKeyGoOnHoweverManyItHas() {
        KeyFixture key = aKey(workspace).told();
        String id = lease("node-1", "PT1H");
        Sql.update("""
                insert into lease (workspace_id, lease_id, node_id, provider, mode, state, key_id, models, issued_at,
                                   expires_at, version)
                select workspace_id, gen_random_uuid(), node_id, provider, mode, state, key_id, models, issued_at,
                       expires_at, version
                from lease, generate_series(1, 999) where lease_id = ?
                """, UUID.fromString(id));
        List<KeyFixture> others =
                List.of(aKey(workspace).told(), aKey(workspace).told());

        key.now(KeyState.REVOKING).told();

        Await.untilAsserted(() -> assertThat(Sql.one(
                        "select count(*) from lease where workspace_id = ? and key_id <> ?", workspace.id(), key.id()))
                .isEqualTo("1000"));
        for (KeyFixture other : others) {
            assertThat(Sql.one("select count(*) from lease where key_id = ? and state = 'active'", other.id()))
                    .isEqualTo("500");
        }
        assertThat(views(id, 2).getLast().keyId()).isNotEqualTo(key.id());
    }

    @Test
    void aKeyThatIsOnlyDisabledKeepsItsLeases() {
        KeyFixture key = aKey(workspace).told();
        String id = lease("node-1", "PT1H");

        key.now(KeyState.DISABLED).told();

        assertLease(id).body("state", equalTo("active"));
    }

    @Test
    void aNodeSeesAndChangesItsOwnLeasesOnly() {
        aKey(workspace).told();
        String id = lease("node-1", "PT1H");

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
        assertLease(id).body("state", equalTo("active")).body("version", equalTo(1));
    }

    @Test
    void anotherWorkspaceDoesNotSeeALease() {
        aKey(workspace).told();
        String id = lease("node-1", "PT1H");
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
        assertLease(id).body("state", equalTo("active"));
    }

    @Test
    void anIdentityBelongsToOneWorkspace() {
        aKey(workspace).told();
        lease("node-1", "PT1H");
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

    @Test
    void leasesAreListedPageByPageTheNewestFirst() {
        KeyFixture key = aKey(workspace).told();
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            ids.addFirst(lease("node-" + i, "PT1H"));
        }

        String cursor = Api.as(workspace, "viewer")
                .get("/api/v1/leases?limit=2")
                .then()
                .statusCode(200)
                .body("items.lease_id", contains(ids.get(0), ids.get(1)))
                .extract()
                .jsonPath()
                .getString("next_cursor");
        Api.as(workspace, "viewer")
                .get("/api/v1/leases?limit=2&cursor=" + cursor)
                .then()
                .body("items.lease_id", contains(ids.get(2)))
                .body("next_cursor", nullValue());
        assertFiltered("state=active&provider=anthropic&key=" + key.id(), 3);
        assertFiltered("state=revoked", 0);
        assertFiltered("node=" + UUID.randomUUID(), 0);
        assertFiltered("provider=openai", 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"state=asleep", "node=five", "key=five", "limit=0", "limit=501", "cursor=!!!"})
    void aListThatCannotBeUnderstoodIsRefused(String query) {
        Api.as(workspace, "viewer").get("/api/v1/leases?" + query).then().statusCode(400);
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

    private void assertFiltered(String query, int count) {
        Api.as(workspace, "viewer")
                .get("/api/v1/leases?" + query)
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(count));
    }

    private ValidatableResponse assertLease(String id) {
        return Api.as(workspace, "viewer").get("/api/v1/leases/" + id).then().statusCode(200);
    }

    private String lease(String node, String ttl) {
        return Api.asNode(workspace, node)
                .body("{\"provider\":\"anthropic\",\"ttl\":\"" + ttl + "\"}")
                .post("/api/v1/leases")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getString("lease_id");
    }

    private static List<LeaseView> views(String leaseId, int count) {
        return Events.await(Topic.LEASES, count, event -> event.key().equals(leaseId)).stream()
                .map(event -> (LeaseView) event.data())
                .toList();
    }

    private static List<EventType> eventTypes(String leaseId, int count) {
        return Events.await(Topic.LEASES, count, event -> event.key().equals(leaseId)).stream()
                .map(ReceivedEvent::type)
                .toList();
    }
}
