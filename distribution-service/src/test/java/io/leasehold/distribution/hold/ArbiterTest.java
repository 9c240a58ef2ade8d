package io.leasehold.distribution.hold;

import static io.leasehold.distribution.KeyFixture.aKey;
import static io.leasehold.distribution.LimitFixture.limit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leasehold.contracts.Period;
import io.leasehold.contracts.Scope;
import io.leasehold.contracts.hold.GrantAnswer.Slice;
import io.leasehold.contracts.hold.GrantRequest;
import io.leasehold.contracts.hold.GrantRequest.Ask;
import io.leasehold.contracts.hold.RenewAnswer;
import io.leasehold.contracts.hold.RenewRequest;
import io.leasehold.contracts.hold.RenewRequest.Returned;
import io.leasehold.contracts.hold.WindowKey;
import io.leasehold.distribution.Api;
import io.leasehold.distribution.LimitFixture;
import io.leasehold.distribution.RequestFixture;
import io.leasehold.distribution.SpendOf;
import io.leasehold.distribution.Sql;
import io.leasehold.kit.database.Database;
import io.leasehold.test.Await;
import io.leasehold.test.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ArbiterTest {
    @Inject
    Arbiter arbiter;

    @Inject
    LostReplicas lost;

    @Inject
    Database database;

    private final TestWorkspace workspace = TestWorkspace.fresh();
    private final String keyId = UUID.randomUUID().toString();
    private final UUID replica = UUID.randomUUID();

    @AfterEach
    void windowsAgreeWithTheirHolds() {
        List<BalanceStore.Mismatch> mismatches = database.asSystem(handle -> BalanceStore.mismatches(handle, 10));
        assertThat(mismatches).isEmpty();
    }

    @Test
    void whatIsGrantedIsHeldAndTheAnswerIsTheTotalSoFar() {
        limitKey("1");

        Slice first = grant(replica, "0.2", "0");
        Slice second = grant(replica, "0.1", "0");

        assertThat(first.granted()).isEqualByComparingTo("0.2");
        // An answer that was lost does no harm: the next one tells of it.
        assertThat(second.granted()).isEqualByComparingTo("0.3");
        assertThat(second.remaining()).isEqualByComparingTo("0.7");
        assertThat(second.refused()).isFalse();
        assertThat(Sql.one("select held from spend_window where scope_id = ? and period = 'total'", keyId))
                .isEqualTo("0.300000000");
    }

    @Test
    void aNeedThatDoesNotFitIsRefusedAndGrantsNothing() {
        limitKey("1");
        grant(replica, "0.9", "0");

        Slice refused = grant(UUID.randomUUID(), "0.100000001", "5");

        assertThat(refused.refused()).isTrue();
        assertThat(refused.granted()).isEqualByComparingTo("0");
        assertThat(refused.remaining()).isEqualByComparingTo("0.1");
    }

    @Test
    void asksOfOneCallAreAnsweredInTheirOrderEachByItself() {
        limitKey("1");
        String other = UUID.randomUUID().toString();
        LimitFixture.tell(workspace, Scope.NODE, other, 1, limit(Period.DAY, "0.05", "Europe/Berlin"));

        List<Slice> slices = arbiter.grant(new GrantRequest(
                        replica,
                        List.of(
                                ask(Scope.WORKSPACE, workspace.id().toString(), Period.MONTH, "0.1", "0"),
                                ask(Scope.NODE, other, Period.DAY, "0.1", "0"),
                                ask(Scope.KEY, keyId, Period.TOTAL, "0.1", "0"),
                                ask(Scope.KEY, keyId, Period.TOTAL, "0.2", "0"))))
                .slices();

        assertThat(slices).extracting(Slice::refused).containsExactly(false, true, false, false);
        assertThat(slices.get(0).limit()).isNull();
        assertThat(slices.get(0).remaining()).isNull();
        assertThat(slices.get(1).limit()).isEqualByComparingTo("0.05");
        assertThat(slices.get(1).windowEnd()).isAfter(Instant.now());
        assertThat(slices.get(3).granted()).isEqualByComparingTo("0.3");
    }

    @Test
    void whatIsGivenBackCanBeGrantedAgainAndCountsOnce() {
        limitKey("1");
        WindowKey window = grant(replica, "1", "0").window();

        renew(new Returned(window, usd("0.4")));
        renew(new Returned(window, usd("0.4")));

        Slice other = grant(UUID.randomUUID(), "0.4", "0");
        assertThat(other.refused()).isFalse();
        assertThat(other.remaining()).isEqualByComparingTo("0");
    }

    @Test
    void aLoweredLimitGrantsNothingAndTakesNothingAway() {
        limitKey("1");
        grant(replica, "0.6", "0");
        LimitFixture.tell(workspace, Scope.KEY, keyId, 2, limit(Period.TOTAL, "0.5", "UTC"));

        Slice slice = grant(replica, "0", "1");

        assertThat(slice.refused()).isFalse();
        assertThat(slice.granted()).isEqualByComparingTo("0.6");
        assertThat(slice.remaining()).isEqualByComparingTo("0");
        assertThat(grant(replica, "0.000000001", "0").refused()).isTrue();
    }

    @Test
    void aLeaseHasTheLimitThatItWasGrantedWithUntilItEnds() {
        aKey(workspace).told();
        String lease = lease("{\"provider\":\"anthropic\",\"spend_limit\":\"0.5\"}");

        Slice slice = grantLease(lease, "0.3");
        assertThat(slice.limit()).isEqualByComparingTo("0.5");
        assertThat(slice.refused()).isFalse();
        assertThat(slice.window().windowStart()).isEqualTo(Instant.EPOCH);

        Api.asNode(workspace, "node-1").post("/api/v1/leases/" + lease + "/release");
        assertThat(grantLease(lease, "0.1").refused()).isTrue();
        UUID unknown = UUID.randomUUID();
        RenewAnswer answer =
                arbiter.renew(new RenewRequest(replica, List.of(), List.of(UUID.fromString(lease), unknown)));
        assertThat(answer.known()).isTrue();
        assertThat(answer.ended()).containsExactlyInAnyOrder(UUID.fromString(lease), unknown);
    }

    @Test
    void aLeaseOfAnotherWorkspaceIsNotGrantedAnything() {
        aKey(workspace).told();
        String lease = lease("{\"provider\":\"anthropic\"}");
        TestWorkspace other = TestWorkspace.fresh();

        Slice slice = arbiter.grant(new GrantRequest(
                        replica,
                        List.of(new Ask(
                                other.id(), Scope.LEASE, lease, Period.LEASE, Instant.now(), usd("0.1"), usd("0")))))
                .slices()
                .getFirst();

        assertThat(slice.refused()).isTrue();
    }

    @Test
    void whatALostReplicaHeldIsPresumedSpentAndLateRequestsTakeItDown() {
        limitKey("1");
        WindowKey window = grant(replica, "0.6", "0").window();
        SpendOf key = spend();
        aKey(workspace).withId(UUID.fromString(keyId)).told();
        RequestFixture.aRequest(workspace)
                .withKey(UUID.fromString(keyId))
                .admittedBy(replica, window)
                .told("0.1");
        key.becomes("0.1", "0", "0.5");

        lose(replica);

        key.becomes("0.1", "0.5", "0");
        assertThat(grant(UUID.randomUUID(), "0.5", "0").refused()).isTrue();
        RenewAnswer answer = renew(new Returned(window, usd("0.5")));
        assertThat(answer.known()).isFalse();
        assertThatThrownBy(() -> grant(replica, "0.1", "0")).isInstanceOf(ReplicaClosedProblem.class);
        key.becomes("0.1", "0.5", "0");
        RequestFixture.aRequest(workspace)
                .withKey(UUID.fromString(keyId))
                .admittedBy(replica, window)
                .told("0.2");
        key.becomes("0.3", "0.3", "0");
    }

    @Test
    void aLostReplicaWithVeryManyWindowsIsClosedAndLeavesOnlyWhatIsPresumed() {
        limitKey("1");
        aKey(workspace).withId(UUID.fromString(keyId)).told();
        grant(replica, "0.6", "0");
        Sql.update("""
                insert into spend_window (workspace_id, scope, scope_id, period, window_start, limit_amount, held)
                select ?, 'node', 'n' || i, 'total', 'epoch', 1, i % 2 from generate_series(1, 1201) i
                """, workspace.id());
        Sql.update("""
                insert into hold (workspace_id, scope, scope_id, period, window_start, replica, granted, settled,
                                  returned, returned_told, closed)
                select ?, 'node', 'n' || i, 'total', 'epoch', ?, 1, 0, (i + 1) % 2, 0, false
                from generate_series(1, 1201) i
                """, workspace.id(), replica);

        lose(replica);

        spend().becomes("0", "0.6", "0");
        Await.untilAsserted(() -> assertThat(Sql.one("select emptied from replica where replica = ?", replica))
                .isEqualTo("t"));
        assertThat(Sql.one("select count(*) from hold where replica = ?", replica))
                .isEqualTo("602");
        assertThat(Sql.one("select sum(presumed) from spend_window where workspace_id = ?", workspace.id()))
                .isEqualTo("601.600000000");
    }

    @Test
    void muchThatIsGivenBackAtOnceIsTakenBackInSteps() {
        limitKey("1");
        grant(replica, "0.6", "0");
        Sql.update("""
                insert into spend_window (workspace_id, scope, scope_id, period, window_start, limit_amount, held)
                select ?, 'node', 'n' || i, 'total', 'epoch', 1, 1 from generate_series(1, 1201) i
                """, workspace.id());
        Sql.update("""
                insert into hold (workspace_id, scope, scope_id, period, window_start, replica, granted, settled,
                                  returned, returned_told, closed)
                select ?, 'node', 'n' || i, 'total', 'epoch', ?, 1, 0, 0, 0, false from generate_series(1, 1201) i
                """, workspace.id(), replica);

        RenewAnswer answer = renew(IntStream.rangeClosed(1, 1201)
                .mapToObj(i -> new Returned(
                        new WindowKey(workspace.id(), Scope.NODE, "n" + i, Period.TOTAL, Instant.EPOCH), usd("0.25")))
                .toArray(Returned[]::new));

        assertThat(answer.known()).isTrue();
        assertThat(Sql.one(
                        "select sum(held) from spend_window where workspace_id = ? and scope = 'node'", workspace.id()))
                .isEqualTo("900.750000000");
    }

    @Test
    void manyThreadsOverThreeReplicasNeverGetMoreThanTheLimit() throws Exception {
        limitKey("1");
        List<UUID> replicas = Stream.generate(UUID::randomUUID).limit(3).toList();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            UUID mine = replicas.get(i % replicas.size());
            BigDecimal need = BigDecimal.valueOf(1 + i % 30, 2);
            threads.add(Thread.ofVirtual().start(() -> grant(mine, need.toString(), "0.05")));
        }
        for (Thread thread : threads) {
            thread.join();
        }

        BigDecimal granted =
                replicas.stream().map(each -> grant(each, "0", "0").granted()).reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(granted).isBetween(usd("0.7"), usd("1"));
        assertThat(Sql.one("select held = ? from spend_window where scope_id = ? and period = 'total'", granted, keyId))
                .isEqualTo("t");
        assertThat(Sql.one("select sum(granted) = ? from hold where scope_id = ?", granted, keyId))
                .isEqualTo("t");
    }

    /** As if it had not been heard of for a while; what it last told is settled long since. */
    private void lose(UUID replica) {
        Sql.update("update replica set renewed_at = now() - interval '5 minutes' where replica = ?", replica);
        // By itself it would be looked for in a few seconds.
        lost.close();
        Await.untilAsserted(() -> assertThat(Sql.one("select closed from replica where replica = ?", replica))
                .isEqualTo("t"));
    }

    private SpendOf spend() {
        return new SpendOf(workspace, Scope.KEY, keyId, Period.TOTAL);
    }

    private void limitKey(String amount) {
        LimitFixture.tell(workspace, Scope.KEY, keyId, 1, limit(Period.TOTAL, amount, "UTC"));
    }

    private String lease(String body) {
        return Objects.requireNonNull(Api.asNode(workspace, "node-1")
                .body(body)
                .post("/api/v1/leases")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getString("lease_id"));
    }

    private Slice grantLease(String leaseId, String need) {
        return arbiter.grant(new GrantRequest(replica, List.of(ask(Scope.LEASE, leaseId, Period.LEASE, need, "0"))))
                .slices()
                .getFirst();
    }

    private Slice grant(UUID who, String need, String want) {
        return arbiter.grant(new GrantRequest(who, List.of(ask(Scope.KEY, keyId, Period.TOTAL, need, want))))
                .slices()
                .getFirst();
    }

    private RenewAnswer renew(Returned... returned) {
        return arbiter.renew(new RenewRequest(replica, List.of(returned), List.of()));
    }

    private Ask ask(Scope scope, String scopeId, Period period, String need, String want) {
        return new Ask(workspace.id(), scope, scopeId, period, Instant.now(), usd(need), usd(want));
    }

    private static BigDecimal usd(String amount) {
        return new BigDecimal(amount);
    }
}
