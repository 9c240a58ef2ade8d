package io.leasehold.gateway.hold;

import static org.assertj.core.api.Assertions.assertThat;

import io.leasehold.contracts.Period;
import io.leasehold.contracts.Scope;
import io.leasehold.contracts.hold.WindowKey;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class SliceTest {
    private static final long TWO_SECONDS = TimeUnit.SECONDS.toNanos(2);

    private final Slice slice = slice();

    static Slice slice() {
        WindowKey window = new WindowKey(UUID.randomUUID(), Scope.LEASE, "a", Period.LEASE, Instant.EPOCH);
        return new Slice(window, null, 0);
    }

    @Test
    void nothingIsReservedBeforeAnythingIsGranted() {
        assertThat(slice.tryReserve(1, 0)).isFalse();
        assertThat(slice.reserved()).isZero();
    }

    @Test
    void whatWasNotUsedCanBeReservedAgain() {
        slice.grant(100, 0);
        slice.tryReserve(80, 0);

        slice.settle(80, 30);

        assertThat(slice.available()).isEqualTo(70);
        assertThat(slice.reserved()).isZero();
    }

    @Test
    void aRequestThatCostMoreThanItsReservationTakesFromTheOthers() {
        slice.grant(100, 0);
        slice.tryReserve(60, 0);

        slice.settle(60, 120);

        assertThat(slice.available()).isEqualTo(-20);
        assertThat(slice.tryReserve(1, 0)).isFalse();
    }

    @Test
    void theSameGrantTwiceCountsOnce() {
        slice.grant(100, 5);
        slice.grant(100, 5);

        assertThat(slice.available()).isEqualTo(100);
    }

    @Test
    void givingBackLeavesWhatIsReserved() {
        slice.grant(100, 0);
        slice.tryReserve(40, 0);

        slice.giveBackIdle();

        assertThat(slice.returnedSoFar().amount()).isEqualByComparingTo(new BigDecimal("0.000000060"));
        assertThat(slice.available()).isZero();
        slice.settle(40, 10);
        assertThat(slice.available()).isEqualTo(30);
    }

    @Test
    void aSliceIsSpentOnlyWhenNothingOfItIsOpen() {
        slice.grant(100, 0);
        slice.tryReserve(100, 0);
        assertThat(slice.isSpent()).isFalse();

        slice.settle(100, 40);
        slice.giveBackIdle();
        assertThat(slice.isSpent()).isFalse();

        slice.acknowledgeReturn(60);
        assertThat(slice.isSpent()).isTrue();
    }

    @Test
    void whatIsAskedForLastsTenSecondsAsMoneyIsBeingSpent() {
        slice.grant(1_000, 1_000_000);
        spend(10, 50);

        assertThat(slice.ask(TWO_SECONDS)).isEqualTo(10 * 500 / 2 - slice.available());
    }

    @Test
    void thereIsRoomForAsManyRequestsAgainAsAreUnderWay() {
        slice.grant(1_000, 1_000_000);
        for (int i = 0; i < 10; i++) {
            slice.tryReserve(100, 0);
        }

        assertThat(slice.ask(TWO_SECONDS)).isEqualTo(2_000);
    }

    @Test
    void moreIsAskedForWhenHalfOfWhatWasThereIsUsed() {
        slice.grant(1_000, 1_000_000);
        spend(4, 100);
        assertThat(slice.isLow()).isFalse();

        spend(2, 100);
        assertThat(slice.isLow()).isTrue();

        slice.grant(1_000, 1_000_000);
        assertThat(slice.isLow()).as("after an answer that brought nothing").isFalse();
    }

    private void spend(int requests, long each) {
        for (int i = 0; i < requests; i++) {
            assertThat(slice.tryReserve(each, 0)).isTrue();
            slice.settle(each, each);
        }
    }

    @Property
    void reservedAndAvailableNeverExceedWhatIsHeld(
            @ForAll @LongRange(max = 1_000) long granted,
            @ForAll @Size(max = 50) List<@LongRange(min = 1, max = 200) Long> amounts) {
        Slice fresh = slice();
        fresh.grant(granted, 0);
        for (long amount : amounts) {
            if (fresh.tryReserve(amount, 0) && amount % 3 == 0) {
                fresh.settle(amount, amount / 2);
            }
            assertThat(fresh.available()).isNotNegative();
            assertThat(fresh.available() + fresh.reserved()).isLessThanOrEqualTo(granted);
        }
    }
}
