package io.leasehold.gateway.hold;

import static org.assertj.core.api.Assertions.assertThat;

import io.leasehold.contracts.Period;
import io.leasehold.contracts.Scope;
import io.leasehold.contracts.hold.GrantAnswer;
import io.leasehold.contracts.hold.GrantRequest;
import io.leasehold.contracts.hold.RenewAnswer;
import io.leasehold.contracts.hold.RenewRequest;
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
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What workspaces that fail open are lent beforehand, and how long they go on with it. Time stands still unless it is moved. */
class EmergencyTest {
    private static final long CENT = 10_000_000;
    private static final BigDecimal TEN = BigDecimal.TEN;
    private static final Duration TERM = Duration.ofSeconds(60);
    private static final Duration LASTING = Duration.ofMinutes(15);
    private static final Duration IDLE_AFTER = Duration.ofSeconds(5);

    private final UUID open = UUID.randomUUID();
    private final LimitId inOpen = new LimitId(open, Scope.KEY, "open", Period.DAY);
    private final LimitId inClosed = new LimitId(UUID.randomUUID(), Scope.KEY, "closed", Period.DAY);
    private final Emergency emergency = new Emergency(
            open::equals,
            new BigDecimal("0.05"),
            30 * CENT,
            LASTING.toNanos(),
            Duration.ofMinutes(10).toNanos());
    private final Clock clock = Clock.fixed(Instant.parse("2026-11-21T10:00:00Z"), ZoneOffset.UTC);
    private final FakeArbiter arbiter = new FakeArbiter();
    private long now;
    private boolean reachable = true;
    private Slices slices = new Slices(UUID.randomUUID(), emergency);
    private final Renewal renewal = new Renewal(new Wire(), () -> slices, this::forget, lease -> {}, clock, () -> now);
    private final Refill refill = new Refill(
            new Wire(), () -> slices, renewal, this::forget, new Shares(() -> now), () -> {}, clock, () -> now);

    private final class Wire implements Arbiter {
        @Override
        public Future<GrantAnswer> grant(GrantRequest request) {
            return reachable ? Future.succeededFuture(arbiter.grant(request)) : Future.failedFuture("unreachable");
        }

        @Override
        public Future<RenewAnswer> renew(RenewRequest request) {
            return reachable ? Future.succeededFuture(arbiter.renew(request)) : Future.failedFuture("unreachable");
        }
    }

    private void forget() {
        slices = new Slices(UUID.randomUUID(), emergency);
    }

    @Test
    void moreIsLentBeforehandToWhoFailsOpen() {
        limitBoth();

        use(inOpen);
        use(inClosed);

        // 5 % of 10 would be 0.50; no more than 0.30 of any limit is kept.
        assertThat(available(inOpen)).isGreaterThanOrEqualTo(30 * CENT);
        assertThat(available(inClosed)).isLessThan(10 * CENT);
    }

    @Test
    void whatIsKeptIsNotGivenBackUntilItWasNotUsedForLong() {
        limitBoth();
        use(inOpen);

        now += TimeUnit.SECONDS.toNanos(6);
        renewal.returnIdle(IDLE_AFTER);
        assertThat(available(inOpen)).isEqualTo(30 * CENT);

        now += Duration.ofMinutes(10).toNanos();
        renewal.returnIdle(IDLE_AFTER);
        assertThat(available(inOpen)).isZero();
        assertThat(arbiter.held("open")).isEqualByComparingTo("0.01");
    }

    @Test
    void onlyWhoFailsOpenGoesOnAfterTheTermAndOnlyForAWhile() {
        limitBoth();
        use(inOpen);
        use(inClosed);
        reachable = false;

        now += TERM.toNanos();
        assertThat(reserve(inClosed, 1)).isNull();
        assertThat(reserve(inOpen, CENT)).isNotNull();

        now += LASTING.toNanos();
        assertThat(reserve(inOpen, CENT)).isNull();
    }

    @Test
    void nobodyGoesOnForLongerThanTheArbiterWaits() {
        arbiter.waitForEmergencies(Duration.ofMinutes(5));
        limitBoth();
        use(inOpen);
        reachable = false;

        now += TERM.plusMinutes(4).toNanos();
        assertThat(reserve(inOpen, CENT)).isNotNull();

        now += Duration.ofMinutes(1).toNanos();
        assertThat(reserve(inOpen, CENT)).isNull();
    }

    @Test
    void whatTheArbiterSaidLastCounts() {
        limitBoth();
        use(inOpen);
        arbiter.waitForEmergencies(Duration.ofMinutes(5));
        renewal.renew(() -> {});
        reachable = false;

        now += TERM.plusMinutes(5).toNanos();

        assertThat(reserve(inOpen, CENT)).isNull();
    }

    @Test
    void noMoreIsEverAdmittedThanWasLent() {
        limitBoth();
        use(inOpen);
        BigDecimal lent = arbiter.held("open");
        reachable = false;
        now += TERM.plusMinutes(5).toNanos();

        long admitted = CENT;
        while (reserve(inOpen, CENT) != null) {
            admitted += CENT;
        }

        assertThat(BigDecimal.valueOf(admitted, 9)).isLessThanOrEqualTo(lent);
        assertThat(BigDecimal.valueOf(admitted + CENT, 9)).isGreaterThan(lent);
    }

    @Test
    void whatTheArbiterHasPresumedSpentIsNotUsedAnyMoreOnceItWasHeard() {
        limitBoth();
        use(inOpen);
        UUID before = slices.replica();
        now += TERM.plusMinutes(2).toNanos();
        assertThat(reserve(inOpen, CENT)).isNotNull();
        arbiter.close(before);

        renewal.renew(() -> {});

        assertThat(slices.replica()).isNotEqualTo(before);
        assertThat(reserve(inOpen, CENT)).isNull();
    }

    private void limitBoth() {
        arbiter.limit("open", TEN);
        arbiter.limit("closed", TEN);
    }

    private void use(LimitId limit) {
        Promise<HoldOutcome> outcome = Promise.promise();
        refill.park(new Waiting(List.of(limit), CENT, List.of(), 0, now, now + 1, outcome));
        assertThat(outcome.future().result()).isInstanceOf(HoldOutcome.Reserved.class);
    }

    private long available(LimitId limit) {
        Slice slice = slices.find(limit, clock.instant());
        return slice == null ? 0 : slice.available();
    }

    private @Nullable Reservation reserve(LimitId limit, long amount) {
        return slices.tryReserve(List.of(limit), amount, Taken.NOTHING, clock.instant(), now, () -> {});
    }
}
