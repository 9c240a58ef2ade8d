package io.leasehold.gateway.hold;

import static org.assertj.core.api.Assertions.assertThat;

import io.leasehold.contracts.Period;
import io.leasehold.contracts.Scope;
import io.leasehold.contracts.hold.GrantAnswer;
import io.leasehold.contracts.hold.GrantRequest;
import io.leasehold.contracts.hold.RenewAnswer;
import io.leasehold.contracts.hold.RenewRequest;
import io.leasehold.contracts.hold.WindowKey;
import io.leasehold.gateway.hold.HoldOutcome.LimitReached;
import io.leasehold.gateway.hold.HoldOutcome.Reserved;
import io.leasehold.gateway.hold.HoldOutcome.Unavailable;
import io.leasehold.gateway.rate.Shares;
import io.leasehold.gateway.rate.Taken;
import io.leasehold.gateway.world.FakeArbiter;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Everything happens on the test's own thread; time stands still unless the test moves it. */
class RefillTest {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final BigDecimal DOLLAR = BigDecimal.ONE;
    private static final long CENT = 10_000_000;

    private final UUID workspace = UUID.randomUUID();
    private final LimitId lease = new LimitId(workspace, Scope.LEASE, "lease", Period.LEASE);
    private final LimitId key = new LimitId(workspace, Scope.KEY, "key", Period.DAY);
    private final FakeArbiter arbiter = new FakeArbiter();
    private final List<RenewRequest> renewals = new ArrayList<>();
    private final List<UUID> endedLeases = new ArrayList<>();
    private final Clock clock = Clock.fixed(Instant.parse("2026-11-21T10:00:00Z"), ZoneOffset.UTC);
    private long now;
    private boolean reachable = true;
    private @Nullable Promise<Void> gate;
    private Slices slices = new Slices(UUID.randomUUID());
    private final Renewal renewal =
            new Renewal(new Wire(), () -> slices, this::forget, endedLeases::add, clock, () -> now);
    private final Refill refill = new Refill(
            new Wire(), () -> slices, renewal, this::forget, new Shares(() -> now), () -> {}, clock, () -> now);

    private final class Wire implements Arbiter {
        @Override
        public Future<GrantAnswer> grant(GrantRequest request) {
            if (!reachable) {
                return Future.failedFuture("unreachable");
            }
            GrantAnswer answer = arbiter.grant(request);
            return gate == null ? Future.succeededFuture(answer) : gate.future().map(open -> answer);
        }

        @Override
        public Future<RenewAnswer> renew(RenewRequest request) {
            renewals.add(request);
            if (!reachable) {
                return Future.failedFuture("unreachable");
            }
            return gate == null
                    ? Future.succeededFuture(arbiter.renew(request))
                    : gate.future().map(open -> arbiter.renew(request));
        }
    }

    private void forget() {
        slices = new Slices(UUID.randomUUID());
    }

    private void openGate() {
        Promise<Void> closed = Objects.requireNonNull(gate);
        gate = null;
        closed.complete();
    }

    private Future<HoldOutcome> reserve(long amount, LimitId... limits) {
        Promise<HoldOutcome> outcome = Promise.promise();
        refill.park(new Waiting(List.of(limits), amount, List.of(), 0, now, now + PATIENCE.toNanos(), outcome));
        return outcome.future();
    }

    @Test
    void aRequestIsServedFromWhatWasGrantedForIt() {
        arbiter.limit("lease", DOLLAR);
        arbiter.limit("key", DOLLAR);

        Future<HoldOutcome> outcome = reserve(CENT, lease, key);

        assertThat(outcome.result()).isInstanceOf(Reserved.class);
        assertThat(arbiter.grants()).hasSize(1);
        assertThat(arbiter.grants().getFirst().asks()).hasSize(2);
    }

    @Test
    void aLimitThatNobodyCouldEverSpendIsALimitLikeAnyOther() {
        arbiter.limit("lease", new BigDecimal("99999999999.999999999"));

        assertThat(reserve(CENT, lease).result()).isInstanceOf(Reserved.class);
    }

    @Test
    void aRequestThatNoLimitHasRoomForIsRefusedWithWhatIsLeft() {
        arbiter.limit("lease", DOLLAR);
        arbiter.limit("key", new BigDecimal("0.005"));

        Future<HoldOutcome> outcome = reserve(CENT, lease, key);

        assertThat(outcome.result()).isEqualTo(new LimitReached(key, CENT / 2, null));
    }

    @Test
    void requestsWaitInTheOrderInWhichTheyCameAndOnlyThoseThatDoNotFitAreRefused() {
        arbiter.limit("lease", new BigDecimal("0.03"));
        gate = Promise.promise();
        Future<HoldOutcome> first = reserve(2 * CENT, lease);
        Future<HoldOutcome> second = reserve(2 * CENT, lease);
        Future<HoldOutcome> third = reserve(CENT, lease);

        openGate();
        refill.pump();
        assertThat(second.isComplete()).isFalse();
        now += TimeUnit.MILLISECONDS.toNanos(250);
        refill.pump();

        assertThat(first.result()).isInstanceOf(Reserved.class);
        assertThat(second.result()).isInstanceOf(LimitReached.class);
        assertThat(third.result()).isInstanceOf(Reserved.class);
        assertThat(arbiter.held("lease")).isLessThanOrEqualTo(new BigDecimal("0.03"));
    }

    @Test
    void whatWasRefusedIsServedFromWhatARequestUnderWayLeaves() {
        arbiter.limit("lease", new BigDecimal("0.02"));
        Reserved first = (Reserved) reserve(2 * CENT, lease).result();

        Future<HoldOutcome> second = reserve(2 * CENT, lease);
        assertThat(second.isComplete()).isFalse();
        first.reservation().settle(0, 0);
        refill.pump();

        assertThat(second.result()).isInstanceOf(Reserved.class);
    }

    @Test
    void whatIsOnItsWayBackIsWaitedForAndNotRefused() {
        arbiter.limit("lease", new BigDecimal("0.02"));
        Reserved first = (Reserved) reserve(2 * CENT, lease).result();
        first.reservation().settle(0, 0);
        now += TimeUnit.SECONDS.toNanos(6);
        gate = Promise.promise();
        renewal.returnIdle(Duration.ofSeconds(5));

        Future<HoldOutcome> second = reserve(2 * CENT, lease);
        assertThat(second.isComplete()).isFalse();
        assertThat(arbiter.grants()).hasSize(1);
        openGate();

        assertThat(second.result()).isInstanceOf(Reserved.class);
    }

    @Test
    void whatAnotherRequestDidNotUseServesTheOneThatWaits() {
        arbiter.limit("lease", new BigDecimal("0.02"));
        Reserved first = (Reserved) reserve(2 * CENT, lease).result();
        gate = Promise.promise();
        Future<HoldOutcome> second = reserve(CENT, lease);

        first.reservation().settle(CENT, 0);
        refill.pump();

        assertThat(second.result()).isInstanceOf(Reserved.class);
    }

    @Test
    void withoutTheArbiterRequestsAreRefusedWhenTheirPatienceEnds() {
        reachable = false;
        Future<HoldOutcome> outcome = reserve(CENT, lease);
        assertThat(outcome.isComplete()).isFalse();

        now += PATIENCE.toNanos();
        refill.pump();

        assertThat(outcome.result()).isInstanceOf(Unavailable.class);
    }

    @Test
    void aWindowWithoutALimitNeedsNothing() {
        Future<HoldOutcome> outcome = reserve(CENT, key);

        assertThat(((Reserved) outcome.result()).reservation().windows()).isEmpty();
    }

    @Test
    void anEndedLeaseIsNotTakenForAnUnlimitedOne() {
        WindowIsClosed closed = new WindowIsClosed();
        Refill own = new Refill(
                closed, () -> slices, renewal, this::forget, new Shares(() -> now), () -> {}, clock, () -> now);
        Promise<HoldOutcome> outcome = Promise.promise();

        own.park(new Waiting(List.of(lease), CENT, List.of(), 0, now, now + PATIENCE.toNanos(), outcome));

        assertThat(outcome.future().result()).isEqualTo(new LimitReached(lease, 0, null));
    }

    /** Answers as the arbiter does for a lease that it does not know. */
    private static final class WindowIsClosed implements Arbiter {
        @Override
        public Future<GrantAnswer> grant(GrantRequest request) {
            return Future.succeededFuture(new GrantAnswer(
                    60,
                    request.asks().stream()
                            .map(ask -> new GrantAnswer.Slice(
                                    new WindowKey(
                                            ask.workspaceId(), ask.scope(), ask.scopeId(), ask.period(), Instant.EPOCH),
                                    null,
                                    null,
                                    BigDecimal.ZERO,
                                    null,
                                    true))
                            .toList()));
        }

        @Override
        public Future<RenewAnswer> renew(RenewRequest request) {
            return Future.failedFuture("not asked");
        }
    }

    @Test
    void afterItsTermASliceAdmitsNothingUntilItWasRenewed() {
        arbiter.limit("lease", DOLLAR);
        reserve(CENT, lease);
        long available = slices.find(lease, clock.instant()).available();
        assertThat(available).isPositive();

        now += TimeUnit.SECONDS.toNanos(60);

        assertThat(slices.tryReserve(List.of(lease), 1, Taken.NOTHING, clock.instant(), now, () -> {}))
                .isNull();
        assertThat(reserve(1, lease).result()).isInstanceOf(Reserved.class);
        assertThat(renewals).hasSize(1);
    }

    @Test
    void lostHoldsAreForgottenAndAskedForUnderANewBootId() {
        arbiter.limit("lease", DOLLAR);
        reserve(CENT, lease);
        UUID before = slices.replica();
        arbiter.close(before);

        renewal.renew(() -> {});

        assertThat(slices.replica()).isNotEqualTo(before);
        assertThat(slices.find(lease, clock.instant())).isNull();
        Reserved outcome = (Reserved) reserve(CENT, lease).result();
        assertThat(outcome.reservation().replica()).isEqualTo(slices.replica());
    }

    @Test
    void whatLiesIdleGoesBackButNotWhatIsReserved() {
        arbiter.limit("lease", DOLLAR);
        reserve(CENT, lease);
        assertThat(arbiter.held("lease")).isGreaterThan(new BigDecimal("0.01"));

        now += TimeUnit.SECONDS.toNanos(6);
        renewal.returnIdle(Duration.ofSeconds(5));

        assertThat(arbiter.held("lease")).isEqualByComparingTo("0.01");
    }

    @Test
    void leasesThatWereUsedAreRevalidatedWithTheHolds() {
        UUID revoked = UUID.randomUUID();
        arbiter.endLease(revoked);
        renewal.used(revoked);

        renewal.renew(() -> {});

        assertThat(endedLeases).containsExactly(revoked);
    }
}
