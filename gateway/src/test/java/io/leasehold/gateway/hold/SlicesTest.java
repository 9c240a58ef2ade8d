package io.leasehold.gateway.hold;

import static org.assertj.core.api.Assertions.assertThat;

import io.leasehold.contracts.Period;
import io.leasehold.contracts.Scope;
import io.leasehold.contracts.hold.GrantAnswer;
import io.leasehold.contracts.hold.WindowKey;
import io.leasehold.gateway.rate.Taken;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SlicesTest {
    private static final long DOLLAR = 1_000_000_000;
    private static final Instant MIDNIGHT = Instant.parse("2026-11-22T00:00:00Z");
    private static final Instant BEFORE = MIDNIGHT.minusSeconds(1);

    private final LimitId limit = new LimitId(UUID.randomUUID(), Scope.KEY, "key", Period.DAY);
    private final Slices slices = new Slices(UUID.randomUUID());

    @Test
    void aWindowThatComesBackHasNoMoreThanItHad() {
        granted(MIDNIGHT.minus(Duration.ofDays(1)), "1");
        spend(BEFORE);
        granted(MIDNIGHT, "1");
        slices.forgetEnded(MIDNIGHT);

        granted(MIDNIGHT.minus(Duration.ofDays(1)), "1");

        assertThat(reserve(BEFORE, 1)).isNull();
    }

    @Test
    void whatIsGrantedOfItAgainIsTheDifference() {
        granted(MIDNIGHT.minus(Duration.ofDays(1)), "1");
        spend(BEFORE);
        granted(MIDNIGHT, "1");

        granted(MIDNIGHT.minus(Duration.ofDays(1)), "1.25");

        assertThat(reserve(BEFORE, DOLLAR / 4 + 1)).isNull();
        assertThat(reserve(BEFORE, DOLLAR / 4)).isNotNull();
    }

    @Test
    void theTightestWindowSaysWhatItLeavesAndUntilWhen() {
        LimitId forGood = new LimitId(limit.workspaceId(), Scope.LEASE, "lease", Period.LEASE);
        granted(MIDNIGHT.minus(Duration.ofDays(1)), "1");
        WindowKey wide = new WindowKey(limit.workspaceId(), Scope.LEASE, "lease", Period.LEASE, Instant.EPOCH);
        slices.granted(
                forGood,
                new GrantAnswer.Slice(wide, null, BigDecimal.TEN, BigDecimal.TWO, BigDecimal.TEN, false),
                0,
                60);

        Reservation both = slices.tryReserve(List.of(forGood, limit), DOLLAR / 4, Taken.NOTHING, BEFORE, 0, () -> {});
        Reservation wideOnly = slices.tryReserve(List.of(forGood), DOLLAR / 4, Taken.NOTHING, BEFORE, 0, () -> {});
        Reservation unlimited = slices.tryReserve(List.of(), 0, Taken.NOTHING, BEFORE, 0, () -> {});

        assertThat(Objects.requireNonNull(both).tightest()).isEqualTo(new Room(DOLLAR * 7 / 4, MIDNIGHT));
        assertThat(Objects.requireNonNull(wideOnly).tightest()).isEqualTo(new Room(DOLLAR * 23 / 2, null));
        assertThat(Objects.requireNonNull(unlimited).tightest()).isNull();
    }

    private void granted(Instant windowStart, String total) {
        WindowKey window =
                new WindowKey(limit.workspaceId(), limit.scope(), limit.scopeId(), limit.period(), windowStart);
        GrantAnswer.Slice answer = new GrantAnswer.Slice(
                window,
                windowStart.plus(Duration.ofDays(1)),
                BigDecimal.TEN,
                new BigDecimal(total),
                BigDecimal.ONE,
                false);
        slices.granted(limit, answer, 0, 60);
    }

    private void spend(Instant at) {
        Reservation reservation = reserve(at, DOLLAR);
        assertThat(reservation).isNotNull();
        reservation.settle(DOLLAR, 0);
    }

    private @Nullable Reservation reserve(Instant at, long amount) {
        return slices.tryReserve(List.of(limit), amount, Taken.NOTHING, at, 0, () -> {});
    }
}
