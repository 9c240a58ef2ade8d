package io.leasehold.gateway.rate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class PermitsTest {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
    private static final long MINUTE = 60 * SECOND;

    /** Clocks like this may begin anywhere, below zero too. */
    private static final long START = -90 * SECOND - 7;

    private final Permits permits = new Permits(true, START);

    @Property
    void aPermitIsTakenForAMinuteAndNoMoreThanASecondLonger(
            @ForAll @Size(max = 60) List<@IntRange(max = 5_000) Integer> pausesInMillis) {
        Permits own = new Permits(true, START);
        List<Long> takenAt = new ArrayList<>();
        long now = START;

        for (int pause : pausesInMillis) {
            now += TimeUnit.MILLISECONDS.toNanos(pause);
            own.take(1, now);
            takenAt.add(now);

            long at = now;
            long certainly = takenAt.stream().filter(time -> at - time < MINUTE).count();
            long possibly =
                    takenAt.stream().filter(time -> at - time < MINUTE + SECOND).count();
            assertThat(own.taken(now)).isBetween(certainly, possibly);
        }
    }

    @Test
    void whatIsGivenBackIsThereAtOnce() {
        permits.take(10, START);

        permits.giveBack(7, START, START + 30 * SECOND);

        assertThat(permits.taken(START + 30 * SECOND)).isEqualTo(3);
        assertThat(permits.taken(START + 2 * MINUTE)).isZero();
    }

    @Test
    void whatIsGivenBackAfterItsMinuteChangesNothing() {
        permits.take(10, START);
        permits.take(4, START + 70 * SECOND);

        permits.giveBack(7, START, START + 71 * SECOND);

        assertThat(permits.taken(START + 71 * SECOND)).isEqualTo(4);
    }

    @Test
    void itIsSaidHowLongItTakesUntilEnoughHavePassed() {
        permits.take(5, START);
        permits.take(5, START + 20 * SECOND);

        long untilFive = permits.nanosUntilAtMost(5, START + 30 * SECOND);
        long untilNone = permits.nanosUntilAtMost(0, START + 30 * SECOND);

        assertThat(untilFive).isBetween(30 * SECOND, 31 * SECOND);
        assertThat(untilNone).isBetween(50 * SECOND, 51 * SECOND);
        assertThat(permits.taken(START + 30 * SECOND + untilFive - 1)).isEqualTo(10);
        assertThat(permits.taken(START + 30 * SECOND + untilFive)).isEqualTo(5);
        assertThat(permits.nanosUntilAtMost(5, START + 30 * SECOND + untilFive)).isZero();
    }

    @Test
    void whatIsUnderWayIsTakenUntilItIsOver() {
        Permits underWay = new Permits(false, START);
        underWay.take(1, START);
        underWay.take(1, START + MINUTE);

        assertThat(underWay.taken(START + 100 * MINUTE)).isEqualTo(2);
        underWay.giveBack(1, START, START + 100 * MINUTE);
        assertThat(underWay.taken(START + 100 * MINUTE)).isEqualTo(1);
    }
}
