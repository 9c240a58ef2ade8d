package io.leasehold.distribution.lease;

import static io.leasehold.distribution.KeyFixture.aKey;
import static io.leasehold.distribution.LimitFixture.limit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.leasehold.contracts.KeyState;
import io.leasehold.contracts.Period;
import io.leasehold.contracts.Scope;
import io.leasehold.contracts.Tokens;
import io.leasehold.contracts.Topic;
import io.leasehold.contracts.event.AuditEntry;
import io.leasehold.contracts.event.EventType;
import io.leasehold.contracts.event.LeaseView;
import io.leasehold.contracts.event.UsageReported;
import io.leasehold.distribution.Api;
import io.leasehold.distribution.KeyFixture;
import io.leasehold.distribution.LimitFixture;
import io.leasehold.distribution.SpendOf;
import io.leasehold.distribution.Sql;
import io.leasehold.kit.event.ReceivedEvent;
import io.leasehold.test.Await;
import io.leasehold.test.Events;
import io.leasehold.test.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Leases whose node gets the key itself, out of the real Vault. */
@QuarkusTest
class DirectLeaseTest {
    private static final String DIRECT = "{\"provider\":\"anthropic\",\"mode\":\"direct\",\"spend_limit\":\"2\"}";

    private final TestWorkspace workspace = TestWorkspace.fresh();

    @Test
    void aNodeGetsTheSecretInExactlyTheVersionOfTheKeysView() {
        KeyFixture key = aKey(workspace).direct().told();
        write(key, "sk-ant-first-secret-1");
        write(key, "sk-ant-other-secret-2");

        ask(201).body("mode", equalTo("direct"))
                .body("secret", equalTo("sk-ant-first-secret-1"))
                .body("secret_version", equalTo(1))
                .body("token", nullValue())
                .body("base_url", nullValue())
                .body("exposure", equalTo("in_use"));
    }

    @Test
    void askingAgainDeliversAgainAndEveryReadingIsAudited() {
        KeyFixture key = aKey(workspace).direct().told();
        write(key, "sk-ant-first-secret-1");
        String lease = ask(201).extract().path("lease_id");

        ask(200).body("lease_id", equalTo(lease)).body("secret", equalTo("sk-ant-first-secret-1"));
        Api.as(workspace, "viewer").get("/api/v1/leases/" + lease).then().body("secret", nullValue());

        List<AuditEntry> readings = audited("secret.read", 2);
        assertThat(readings)
                .allSatisfy(entry -> assertThat(entry.details())
                        .containsEntry("secret_version", "1")
                        .containsEntry("lease", lease));
    }

    @Test
    void onlyKeysThatMayBeHandedOutAre() {
        aKey(workspace).told();

        ask(409).body("reason", equalTo("direct"));
    }

    @Test
    void aDirectLeaseNeedsALimit() {
        Api.asNode(workspace, "node-1")
                .body("{\"provider\":\"anthropic\",\"mode\":\"direct\"}")
                .post("/api/v1/leases")
                .then()
                .statusCode(400);
    }

    @Test
    void aGatewayLeaseAndADirectOneAreDifferentLeases() {
        KeyFixture key = aKey(workspace).direct().told();
        write(key, "sk-ant-first-secret-1");
        String gateway = Api.asNode(workspace, "node-1")
                .body("{\"provider\":\"anthropic\"}")
                .post("/api/v1/leases")
                .path("lease_id");

        assertThat(ask(201).extract().<String>path("lease_id")).isNotEqualTo(gateway);
    }

    @Test
    void itsWholeLimitIsHeldWhileItLastsAndPresumedAfterwards() {
        KeyFixture key = aKey(workspace).direct().told();
        write(key, "sk-ant-first-secret-1");
        LimitFixture.tell(workspace, Scope.KEY, key.id().toString(), 1, limit(Period.TOTAL, "5", "UTC"));
        String lease = ask(201).extract().path("lease_id");

        spend(Scope.KEY, key.id().toString(), Period.TOTAL).becomes("0", "0", "2");
        spend(Scope.LEASE, lease, Period.LEASE).becomes("0", "0", "2");
        Api.asNode(workspace, "node-1")
                .post("/api/v1/leases/" + lease + "/release")
                .then()
                .statusCode(200)
                .body("exposure", equalTo("exposed_until_rotated"));

        spend(Scope.KEY, key.id().toString(), Period.TOTAL).becomes("0", "2", "0");
        key.rotated().told();
        Api.as(workspace, "viewer").get("/api/v1/leases/" + lease).then().body("exposure", equalTo("rotated"));
    }

    @Test
    void whatTheNodeTellsIsSpentAndLeavesWhatTheLeaseHolds() {
        KeyFixture key = aKey(workspace).direct().told();
        write(key, "sk-ant-first-secret-1");
        LimitFixture.tell(workspace, Scope.KEY, key.id().toString(), 1, limit(Period.TOTAL, "5", "UTC"));
        ValidatableResponse asked = ask(201);
        String lease = asked.extract().path("lease_id");
        String node = asked.extract().path("node_id");
        UsageReported first = reported(key, lease, node, new BigDecimal("0.3"));

        Events.publish(EventType.USAGE_REPORTED, first);
        Events.publish(EventType.USAGE_REPORTED, first);
        Events.publish(EventType.USAGE_REPORTED, reported(key, lease, node, null));
        Events.publish(EventType.USAGE_REPORTED, reported(key, lease, node, new BigDecimal("0.1")));

        spend(Scope.KEY, key.id().toString(), Period.TOTAL).becomes("0.4", "0", "1.6");
        spend(Scope.LEASE, lease, Period.LEASE).becomes("0.4", "0", "1.6");
        spend(Scope.NODE, node, Period.TOTAL).becomes("0.4", "0", "0");
        Api.asNode(workspace, "node-1").post("/api/v1/leases/" + lease + "/release");
        spend(Scope.KEY, key.id().toString(), Period.TOTAL).becomes("0.4", "1.6", "0");
        Events.publish(EventType.USAGE_REPORTED, reported(key, lease, node, new BigDecimal("0.6")));
        spend(Scope.KEY, key.id().toString(), Period.TOTAL).becomes("1", "1", "0");
    }

    private UsageReported reported(KeyFixture key, String lease, String node, @Nullable BigDecimal cost) {
        Instant now = Instant.now();
        return new UsageReported(
                UUID.randomUUID(),
                workspace.id(),
                UUID.fromString(lease),
                UUID.fromString(node),
                key.id(),
                UUID.randomUUID(),
                "anthropic",
                "claude-opus-5",
                "claude-opus-5",
                null,
                null,
                null,
                null,
                "chat",
                false,
                now,
                now,
                200,
                null,
                Tokens.text(100, 20),
                cost,
                cost == null ? "The price book has no price for this model." : null,
                null,
                null,
                now,
                null);
    }

    @Test
    void everyDayThatItsTermTouchesHoldsItAndThoseThatDoNotComeAreFree() {
        KeyFixture key = aKey(workspace).direct().told();
        write(key, "sk-ant-first-secret-1");
        LimitFixture.tell(workspace, Scope.KEY, key.id().toString(), 1, limit(Period.DAY, "5", "UTC"));
        String lease = Api.asNode(workspace, "node-1")
                .body(DIRECT.replace("}", ",\"ttl\":\"PT30H\"}"))
                .post("/api/v1/leases")
                .then()
                .statusCode(201)
                .extract()
                .path("lease_id");
        LocalDate today = LocalDate.now(ZoneOffset.UTC);

        assertThat(held(key, today)).isEqualTo("2.000000000");
        assertThat(held(key, today.plusDays(1))).isEqualTo("2.000000000");

        Api.asNode(workspace, "node-1").post("/api/v1/leases/" + lease + "/release");
        Await.untilAsserted(() -> assertThat(held(key, today.plusDays(1))).isEqualTo("0.000000000"));
        assertThat(Sql.one(
                        "select presumed from spend_window where scope_id = ? and period = 'day' and window_start = ?::timestamptz",
                        key.id().toString(),
                        today + "T00:00Z"))
                .isEqualTo("2.000000000");
    }

    private static String held(KeyFixture key, LocalDate day) {
        return Sql.one(
                "select held from spend_window where scope_id = ? and period = 'day' and window_start = ?::timestamptz",
                key.id().toString(),
                day + "T00:00Z");
    }

    @Test
    void whatCanNotBeSetAsideIsNotLeasedAndTheRefusalIsKept() {
        KeyFixture key = aKey(workspace).direct().told();
        write(key, "sk-ant-first-secret-1");
        LimitFixture.tell(workspace, Scope.WORKSPACE, workspace.id().toString(), 1, limit(Period.TOTAL, "3", "UTC"));
        ask(201);

        Api.asNode(workspace, "node-2")
                .body(DIRECT)
                .post("/api/v1/leases")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:leasehold:problem:limit-reached"))
                .body("scope", equalTo("workspace"))
                .body("period", equalTo("total"))
                .body("remaining", equalTo("1"));

        assertThat(Sql.one("select count(*) from lease where workspace_id = ?", workspace.id()))
                .isEqualTo("1");
        assertThat(Sql.one(
                        "select sum(granted) from hold where workspace_id = ? and scope = 'workspace'", workspace.id()))
                .isEqualTo("2.000000000");
        assertThat(audited("lease.grant", 2))
                .anySatisfy(entry -> assertThat(entry.details()).containsEntry("reason", "limit: workspace"));
    }

    @Test
    void manyThatAskAtOnceNeverHoldMoreThanThereIs() {
        KeyFixture key = aKey(workspace).direct().told();
        write(key, "sk-ant-first-secret-1");
        LimitFixture.tell(workspace, Scope.KEY, key.id().toString(), 1, limit(Period.TOTAL, "7", "UTC"));
        IntStream.range(0, 8).forEach(i -> workspace.nodeToken("node-" + i));

        List<Future<Integer>> asked;
        // Not the common pool: the service's own client of Vault, in this process too, goes on in it.
        try (var nodes = Executors.newVirtualThreadPerTaskExecutor()) {
            asked = IntStream.range(0, 8)
                    .mapToObj(i -> nodes.submit(() -> Api.asNode(workspace, "node-" + i)
                            .body(DIRECT)
                            .post("/api/v1/leases")
                            .statusCode()))
                    .toList();
        }

        assertThat(asked.stream().map(Future::resultNow))
                .filteredOn(status -> status == 201)
                .hasSize(3);
        spend(Scope.KEY, key.id().toString(), Period.TOTAL).becomes("0", "0", "6");
    }

    @Test
    void renewingHoldsForLongerAndNotTwice() {
        KeyFixture key = aKey(workspace).direct().told();
        write(key, "sk-ant-first-secret-1");
        LimitFixture.tell(workspace, Scope.KEY, key.id().toString(), 1, limit(Period.TOTAL, "3", "UTC"));
        String lease = ask(201).extract().path("lease_id");

        Api.asNode(workspace, "node-1")
                .body("{\"ttl\":\"PT48H\"}")
                .post("/api/v1/leases/" + lease + "/renew")
                .then()
                .statusCode(200);

        spend(Scope.KEY, key.id().toString(), Period.TOTAL).becomes("0", "0", "2");
    }

    @Test
    void whenItsKeyIsRotatedItDrainsUntilItsNodeHasTheNewSecret() {
        KeyFixture key = aKey(workspace).direct().told();
        write(key, "sk-ant-first-secret-1");
        String lease = ask(201).extract().path("lease_id");
        write(key, "sk-ant-other-secret-2");

        key.rotated().told();
        Await.untilAsserted(() -> assertState(lease, "draining"));

        ask(200).body("lease_id", equalTo(lease))
                .body("state", equalTo("active"))
                .body("secret", equalTo("sk-ant-other-secret-2"))
                .body("secret_version", equalTo(2));
        List<LeaseView> views = Events.await(
                        Topic.LEASES, 3, event -> event.key().equals(lease))
                .stream()
                .map(event -> (LeaseView) event.data())
                .toList();
        assertThat(views).extracting(view -> view.state().wireName()).containsExactly("active", "draining", "active");
    }

    @Test
    void whenItsKeyIsAboutToGoItDrainsAndGoesOnWhenThatIsCalledOff() {
        KeyFixture key = aKey(workspace).direct().told();
        write(key, "sk-ant-first-secret-1");
        String lease = ask(201).extract().path("lease_id");

        KeyFixture draining = key.now(KeyState.DRAINING).told();
        Await.untilAsserted(() -> assertState(lease, "draining"));
        draining.now(KeyState.ACTIVE).told();
        Await.untilAsserted(() -> assertState(lease, "active"));
    }

    @Test
    void aNodeWhoseKeyGoesGetsAnotherLeaseWithAnotherKey() {
        KeyFixture key = aKey(workspace).direct().told();
        write(key, "sk-ant-first-secret-1");
        String lease = ask(201).extract().path("lease_id");
        KeyFixture other = aKey(workspace).direct().told();
        write(other, "sk-ant-third-secret-3");
        key.now(KeyState.DRAINING).told();

        ask(201).body("secret", equalTo("sk-ant-third-secret-3"));

        Api.as(workspace, "viewer").get("/api/v1/leases/" + lease).then().body("state", equalTo("revoked"));
    }

    @Test
    void theSecretIsNowhereButInTheAnswer() {
        KeyFixture key = aKey(workspace).direct().told();
        write(key, "sk-ant-canary-secret-4711");
        String lease = Api.asNode(workspace, "node-1")
                .header("idempotency-key", "again-" + key.id())
                .body(DIRECT)
                .post("/api/v1/leases")
                .then()
                .statusCode(201)
                .body("secret", equalTo("sk-ant-canary-secret-4711"))
                .extract()
                .path("lease_id");

        assertThat(Sql.one("select string_agg(l::text, '') from lease l")).doesNotContain("canary");
        assertThat(Sql.one("select string_agg(i::text, '') from idempotent_call i"))
                .doesNotContain("canary");
        for (ReceivedEvent event :
                Events.await(Topic.LEASES, 1, event -> event.key().equals(lease))) {
            assertThat(event.data().toString()).doesNotContain("canary");
        }
        Api.asNode(workspace, "node-1")
                .header("idempotency-key", "again-" + key.id())
                .body(DIRECT)
                .post("/api/v1/leases")
                .then()
                .statusCode(200)
                .body("lease_id", equalTo(lease))
                .body("secret", equalTo("sk-ant-canary-secret-4711"));
    }

    @Test
    void aSecretThatIsNotThereYetIsAskedForAgain() {
        KeyFixture key = aKey(workspace).direct().told();

        ask(503).body("retryable", equalTo(true));
        write(key, "sk-ant-first-secret-1");

        ask(200).body("secret", equalTo("sk-ant-first-secret-1"));
    }

    private SpendOf spend(Scope scope, String scopeId, Period period) {
        return new SpendOf(workspace, scope, scopeId, period);
    }

    private void assertState(String lease, String state) {
        Api.as(workspace, "viewer").get("/api/v1/leases/" + lease).then().body("state", equalTo(state));
    }

    private ValidatableResponse ask(int status) {
        return Api.asNode(workspace, "node-1")
                .body(DIRECT)
                .post("/api/v1/leases")
                .then()
                .statusCode(status);
    }

    private void write(KeyFixture key, String secret) {
        SecretWriter.write(workspace.id(), key.id(), secret);
    }

    private List<AuditEntry> audited(String action, int count) {
        return Events.await(
                        Topic.AUDIT,
                        count,
                        event -> event.data() instanceof AuditEntry entry
                                && entry.workspaceId().equals(workspace.id())
                                && entry.action().equals(action))
                .stream()
                .map(event -> (AuditEntry) event.data())
                .toList();
    }
}
