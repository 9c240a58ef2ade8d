package io.leasehold.analytics.credit;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

class BillTest {
    private static final Instant MONDAY = Instant.parse("2026-11-23T00:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);

    @Example
    void whatRequestsExplainOfABillWasNotPresumedMoney() {
        assertThat(bill("3", "2.5").credit(new BigDecimal("2"))).isEqualByComparingTo("1.5");
        assertThat(bill("3", "3").credit(new BigDecimal("2"))).isEqualByComparingTo("2");
    }

    @Example
    void whatNoRequestExplainsMayHaveBeenPresumedMoney() {
        assertThat(bill("3", "0").credit(new BigDecimal("2"))).isEqualByComparingTo("0");
    }

    @Example
    void aBillThatIsLowerThanOurOwnFigureCreditsNoMoreThanIsPresumed() {
        assertThat(bill("1", "5").credit(new BigDecimal("2"))).isEqualByComparingTo("2");
    }

    /** Whatever was charged for requests that are known and for those that were lost. */
    @Property(tries = 2_000)
    void whatCountsAsSpentNeverGetsBelowTheBill(
            @ForAll @LongRange(max = 1_000_000) long known,
            @ForAll @LongRange(max = 1_000_000) long chargedForKnown,
            @ForAll @LongRange(max = 1_000_000) long presumed,
            @ForAll @LongRange(max = 1_000_000) long lost) {
        // What was lost is no more than what was set aside for it.
        BigDecimal chargedForLost = nanos(Math.min(lost, presumed));
        BigDecimal billed = nanos(chargedForKnown).add(chargedForLost);
        BigDecimal before = nanos(known).add(nanos(presumed));

        BigDecimal credit = new Bill(MONDAY, MONDAY.plus(DAY), billed, nanos(known)).credit(nanos(presumed));

        assertThat(credit).isBetween(BigDecimal.ZERO, nanos(presumed));
        assertThat(before.subtract(credit)).isGreaterThanOrEqualTo(billed.min(before));
    }

    @Example
    void daysCountAsFarBackAsNoneIsMissing() {
        Instant end = MONDAY.plus(DAY.multipliedBy(4));
        List<Instant> days = List.of(MONDAY, end.minus(DAY), end.minus(DAY.multipliedBy(2)));

        assertThat(BilledDays.runUntil(end, days, Instant.EPOCH)).contains(end.minus(DAY.multipliedBy(2)));
        assertThat(BilledDays.runUntil(end, days, end.minus(DAY))).contains(end.minus(DAY));
        assertThat(BilledDays.runUntil(end, days, end)).isEmpty();
        assertThat(BilledDays.runUntil(end.plus(DAY), days, Instant.EPOCH)).isEmpty();
    }

    @Example
    void whatBeganWithinADayIsKnownFromTheNextOneOn() {
        assertThat(BilledDays.startAfter(MONDAY)).isEqualTo(MONDAY);
        assertThat(BilledDays.startAfter(MONDAY.plusSeconds(1))).isEqualTo(MONDAY.plus(DAY));
    }

    private static Bill bill(String billed, String known) {
        return new Bill(MONDAY, MONDAY.plus(DAY), new BigDecimal(billed), new BigDecimal(known));
    }

    private static BigDecimal nanos(long amount) {
        return BigDecimal.valueOf(amount, 9);
    }
}
