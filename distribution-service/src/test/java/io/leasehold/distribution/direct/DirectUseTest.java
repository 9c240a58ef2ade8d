package io.leasehold.distribution.direct;

import static io.leasehold.distribution.KeyFixture.aKey;
import static io.leasehold.distribution.LimitFixture.limit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.leasehold.contracts.Period;
import io.leasehold.contracts.Scope;
import io.leasehold.contracts.Topic;
import io.leasehold.contracts.event.CostReported;
import io.leasehold.contracts.event.DirectUseView;
import io.leasehold.distribution.Api;
import io.leasehold.distribution.KeyFixture;
import io.leasehold.distribution.LimitFixture;
import io.leasehold.distribution.SpendOf;
import io.leasehold.distribution.Sql;
import io.leasehold.distribution.lease.SecretWriter;
import io.leasehold.test.Await;
import io.leasehold.test.Events;
import io.leasehold.test.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What providers report of keys that nodes use themselves, and the end that is put to it. */
@QuarkusTest
class DirectUseTest {
    private final TestWorkspace workspace = TestWorkspace.fresh();

    @Inject
    DirectUseSweep sweep;

    @Test
    void whatTheProviderReportsAndNobodyHasSeenIsPresumedUntilItSaysOtherwise() {
        KeyFixture key = limited("100");
        ask(201);
        BillFixture bill = BillFixture.of(key).spentEarlier("20");

        spend(key).becomes("0", "18", "2");
        bill.spentEarlier("12.5");
        spend(key).becomes("0", "10.5", "2");
        bill.spentEarlier("0");
        spend(key).becomes("0", "0", "2");
    }

    @Test
    void ofAKeyThatNoNodeWasGivenGatewaysKnowAll() {
        KeyFixture key = limited("10");
        BillFixture.of(key).spentEarlier("9.5");

        Await.untilAsserted(() -> assertThat(
                        Sql.one("select count(*) from direct_use where key_id = ? and next_look_at > now()", key.id()))
                .isEqualTo("1"));
        shown(key).body("items[0].projected", equalTo("9.5")).body("stopped_at", nullValue());
        spend(key).becomes("0", "0", "0");
    }

    @Test
    void whereALimitEndsNothingIsPresumedForItAnyLonger() {
        KeyFixture key = limited("100");
        ask(201);
        BillFixture bill = BillFixture.of(key).spentEarlier("20");
        spend(key).becomes("0", "18", "2");

        LimitFixture.tell(workspace, Scope.KEY, key.id().toString(), 2, limit(Period.DAY, "100", "UTC"));
        bill.lookNow();

        spend(key).becomes("0", "0", "2");
    }

    @Test
    void whatDirectLeasesHoldIsNotPresumedASecondTime() {
        KeyFixture key = limited("100");
        String lease = ask(201).extract().path("lease_id");
        BillFixture bill = BillFixture.of(key).spentEarlier("20");

        spend(key).becomes("0", "18", "2");
        Api.asNode(workspace, "node-1")
                .post("/api/v1/leases/" + lease + "/release")
                .then()
                .statusCode(200);
        spend(key).becomes("0", "20", "0");
        bill.spentEarlier("1");
        spend(key).becomes("0", "2", "0");
        assertThat(Sql.one("""
                        select sum(w.presumed) - coalesce(sum(h.outstanding), 0) from spend_window w
                        left join lateral (select sum(granted - settled - returned) as outstanding from hold h
                                           where h.closed and (h.workspace_id, h.scope, h.scope_id, h.period, h.window_start)
                                               = (w.workspace_id, w.scope, w.scope_id, w.period, w.window_start)) h on true
                        where w.scope_id = ?
                        """, key.id().toString()))
                .satisfies(difference -> assertThat(new BigDecimal(difference)).isZero());
    }

    @Test
    void nearALimitAKeyIsHandedOutNoMoreAndItsNodesAreTold() {
        KeyFixture key = limited("10");
        String lease = ask(201).extract().path("lease_id");

        BillFixture bill = BillFixture.of(key).spentEarlier("9");

        DirectUseView stopped = told(key, 1).getLast();
        assertThat(stopped.stopped()).isTrue();
        assertThat(stopped.exposed()).isTrue();
        assertThat(stopped.period()).isEqualTo(Period.TOTAL);
        assertThat(stopped.limit()).isEqualByComparingTo("10");
        assertThat(stopped.used()).isEqualByComparingTo("9");
        assertState(lease, "draining");
        assertThat(Sql.one(
                        "select count(*) from notice where workspace_id = ? and kind = 'lease_draining'",
                        workspace.id()))
                .isEqualTo("1");
        ask(409).body("type", equalTo("urn:leasehold:problem:pool-empty")).body("reason", equalTo("direct_stopped"));
        Api.asNode(workspace, "node-1")
                .post("/api/v1/leases/" + lease + "/renew")
                .then()
                .statusCode(409);
        shown(key)
                .body("stopped_at", notNullValue())
                .body("stopped_by", equalTo("total"))
                .body("exposed", equalTo(true));

        bill.spentEarlier("8.9");
        assertThat(told(key, 2).getLast().stopped()).isFalse();
        assertState(lease, "active");
        ask(200).body("lease_id", equalTo(lease));
        shown(key).body("stopped_at", nullValue());
    }

    @Test
    void aNodeWhoseKeyIsNearItsLimitGetsAnotherKey() {
        KeyFixture key = limited("10");
        String lease = ask(201).extract().path("lease_id");
        BillFixture.of(key).spentEarlier("9.5");
        told(key, 1);
        KeyFixture other = withSecret(aKey(workspace).direct().told());

        ask(201).body("key_id", equalTo(other.id().toString()));
        assertState(lease, "revoked");
    }

    @Test
    void aHigherLimitLetsItGoOn() {
        KeyFixture key = limited("10");
        ask(201);
        BillFixture bill = BillFixture.of(key).spentEarlier("9.5");
        assertThat(told(key, 1).getLast().stopped()).isTrue();

        LimitFixture.tell(workspace, Scope.KEY, key.id().toString(), 2, limit(Period.TOTAL, "20", "UTC"));
        bill.lookNow();

        assertThat(told(key, 2).getLast().stopped()).isFalse();
    }

    @Test
    void gatewaysGoOnWithWhatIsLeft() {
        KeyFixture key = limited("10");
        ask(201);
        BillFixture.of(key).spentEarlier("9.5");
        told(key, 1);

        Api.asNode(workspace, "node-2")
                .body("{\"provider\":\"anthropic\"}")
                .post("/api/v1/leases")
                .then()
                .statusCode(201);
    }

    @Test
    void whatComesLateChangesNothing() {
        KeyFixture key = limited("100");
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        Instant day = BillReading.dayOf(now);
        BillFixture bill = BillFixture.of(key);
        bill.tell(day, now, List.of(bill.line("5", "USD")), true, null);
        bill.tell(day, now.minusMillis(1), List.of(bill.line("3", "USD")), true, null);
        bill.tell(day, now, List.of(bill.line("5", "USD")), true, null);

        Await.untilAsserted(
                () -> assertThat(Sql.one("select count(*) from key_bill_reading where key_id = ?", key.id()))
                        .isEqualTo("2"));
        Await.untilAsserted(() -> shown(key).body("items[0].reported", equalTo("5")));
        shown(key).body("provenance", equalTo("provider")).body("as_of", equalTo(now.toString()));
    }

    @Test
    void ofAKeyThatIsLeftOutOfABillThatNamesKeysItIsKnownThatItCostNothing() {
        KeyFixture key = limited("100");
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);

        BillFixture.of(key).tell(BillReading.dayOf(now), now, List.of(), true, null);

        Await.untilAsserted(() -> shown(key).body("items[0].projected", equalTo("0")));
    }

    @Test
    void aBillThatNamesNoKeysOrIsInOtherMoneyTellsNothing() {
        KeyFixture key = limited("100");
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        Instant day = BillReading.dayOf(now);
        BillFixture bill = BillFixture.of(key);
        var ofAll = new CostReported.Line(null, null, null, new BigDecimal("7"), "USD", null);

        bill.tell(day, now, null, true, null);
        bill.tell(day, now, List.of(ofAll), false, null);
        bill.tell(day, now, List.of(ofAll), null, null);
        bill.tell(day, now, List.of(bill.line("7", "EUR")), true, null);
        bill.tell(day, now, List.of(), false, new CostReported.Estimate(now, List.of(unknown(key))));
        bill.tell(day, now.plusSeconds(1), List.of(bill.line("1", "USD")), true, null);

        Await.untilAsserted(() -> shown(key).body("items[0].reported", equalTo("1")));
        assertThat(Sql.one("select count(*) from key_bill_reading where key_id = ?", key.id()))
                .isEqualTo("1");
    }

    @Test
    void aBillInEurosCountsAtItsRate() {
        KeyFixture key = limited("100");
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        BillFixture bill = BillFixture.of(key);

        bill.tell(BillReading.dayOf(now), now, List.of(bill.euros("2", "1.0823"), bill.line("1", "USD")), true, null);

        Await.untilAsserted(() -> shown(key).body("items[0].reported", equalTo("3.1646")));
    }

    @Test
    void whatIsWorkedOutFromUsageSaysSo() {
        KeyFixture key = limited("100");
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        Instant asOf = now.minus(Duration.ofSeconds(1));
        var estimate =
                new CostReported.Estimate(asOf, List.of(new CostReported.KeyCost(key.id(), new BigDecimal("4.25"))));

        BillFixture.of(key).tell(BillReading.dayOf(now), now, List.of(), false, estimate);

        Await.untilAsserted(() -> shown(key).body("provenance", equalTo("estimated")));
        shown(key).body("items[0].reported", equalTo("4.25")).body("as_of", equalTo(asOf.toString()));
    }

    @Test
    void aKeyOfAnotherWorkspaceIsUnknown() {
        KeyFixture key = limited("100");

        Api.as(TestWorkspace.fresh(), "viewer")
                .get("/api/v1/spend/key/" + key.id() + "/direct")
                .then()
                .statusCode(404);
    }

    @Test
    void severalReplicasTellOfItOnce() throws Exception {
        KeyFixture key = limited("10");
        ask(201);
        BillFixture bill = BillFixture.of(key).spentEarlier("9.5");

        try (ExecutorService replicas = Executors.newFixedThreadPool(8)) {
            List<Future<?>> looks = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                looks.add(replicas.submit(() -> {
                    bill.lookNow();
                    sweep.look();
                }));
            }
            for (Future<?> look : looks) {
                look.get();
            }
        }

        assertThat(told(key, 1)).extracting(DirectUseView::version).containsExactly(1L);
        assertThat(Sql.one("select version from direct_use where key_id = ?", key.id()))
                .isEqualTo("1");
        spend(key).becomes("0", "7.5", "2");
    }

    private static CostReported.KeyCost unknown(KeyFixture key) {
        return new CostReported.KeyCost(key.id(), null);
    }

    private KeyFixture limited(String amount) {
        KeyFixture key = withSecret(aKey(workspace).direct().told());
        LimitFixture.tell(workspace, Scope.KEY, key.id().toString(), 1, limit(Period.TOTAL, amount, "UTC"));
        return key;
    }

    private KeyFixture withSecret(KeyFixture key) {
        SecretWriter.write(workspace.id(), key.id(), "sk-ant-secret-of-" + key.id());
        return key;
    }

    private SpendOf spend(KeyFixture key) {
        return new SpendOf(workspace, Scope.KEY, key.id().toString(), Period.TOTAL);
    }

    private List<DirectUseView> told(KeyFixture key, int count) {
        return Events.await(
                        Topic.SPEND,
                        count,
                        event -> event.data() instanceof DirectUseView view
                                && view.keyId().equals(key.id()))
                .stream()
                .map(event -> (DirectUseView) event.data())
                .toList();
    }

    private void assertState(String lease, String state) {
        Await.untilAsserted(
                () -> assertThat(Sql.one("select state from lease where lease_id = ?", UUID.fromString(lease)))
                        .isEqualTo(state));
    }

    private ValidatableResponse ask(int status) {
        return Api.asNode(workspace, "node-1")
                .body("{\"provider\":\"anthropic\",\"mode\":\"direct\",\"spend_limit\":\"2\"}")
                .post("/api/v1/leases")
                .then()
                .statusCode(status);
    }

    private ValidatableResponse shown(KeyFixture key) {
        return Api.as(workspace, "viewer")
                .get("/api/v1/spend/key/" + key.id() + "/direct")
                .then()
                .statusCode(200);
    }
}
