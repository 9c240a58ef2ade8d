package io.leasehold.distribution.hold;

import static org.assertj.core.api.Assertions.assertThat;

import io.leasehold.contracts.Period;
import io.leasehold.contracts.Scope;
import io.leasehold.contracts.hold.WindowKey;
import io.leasehold.distribution.spend.Balance;
import io.leasehold.distribution.spend.SpendWindow;
import io.leasehold.distribution.spend.Window;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What a bill says was not spent is free again, and never so much that the bill and all that is left to grant pass the limit. */
class WindowBookCreditTest {
    private static final UUID GONE = new UUID(0, 1);
    private static final UUID LIVE = new UUID(0, 2);
    private static final BigDecimal LIMIT = new BigDecimal("1000");

    /**
     * @param worst what was set aside for it
     * @param cost ours, which need not be the provider's
     * @param billed the provider's
     * @param gone whether its replica is
     * @param told whether anybody ever hears of it
     */
    private record Call(BigDecimal worst, BigDecimal cost, BigDecimal billed, boolean gone, boolean told) {
        UUID replica() {
            return gone ? GONE : LIVE;
        }
    }

    @Property(tries = 2_000)
    void theBillAndWhatIsLeftNeverPassTheLimit(
            @ForAll("calls") List<Call> calls,
            @ForAll @IntRange(max = 50) int idle,
            @ForAll @IntRange(max = 1000) int credited) {
        WindowBook book = admitted(calls, BigDecimal.valueOf(idle));
        calls.stream().filter(Call::told).forEach(call -> settle(book, call));
        book.close(GONE);
        BigDecimal presumed = book.window().balance().presumed();
        // Where our prices are too low, the bill can be beyond what was ever set aside; no credit makes that worse.
        BigDecimal most = LIMIT.max(billedAndLeft(book, calls));

        BigDecimal released = book.credit(Set.of(GONE), BigDecimal.valueOf(credited), unexplained(calls));

        assertThat(released).isBetween(BigDecimal.ZERO, presumed.min(BigDecimal.valueOf(credited)));
        assertThat(billedAndLeft(book, calls)).isLessThanOrEqualTo(most);

        calls.stream().filter(call -> !call.told()).forEach(call -> settle(book, call));
        assertThat(billedAndLeft(book, calls)).isLessThanOrEqualTo(most);
    }

    @Property(tries = 500)
    void whatTheBillSaysWasNotSpentIsFreeAsAWhole(@ForAll("calls") List<Call> calls) {
        List<Call> ofOurPrices = calls.stream()
                .map(call -> new Call(call.worst(), call.billed(), call.billed(), true, call.told()))
                .toList();
        WindowBook book = admitted(ofOurPrices, BigDecimal.TEN);
        ofOurPrices.stream().filter(Call::told).forEach(call -> settle(book, call));
        book.close(GONE);

        book.credit(Set.of(GONE), LIMIT, unexplained(ofOurPrices));

        assertThat(book.window().balance().remaining(LIMIT)).isEqualByComparingTo(LIMIT.subtract(billed(ofOurPrices)));
    }

    private static WindowBook admitted(List<Call> calls, BigDecimal idle) {
        WindowBook book = new WindowBook(
                new SpendWindow(
                        new Window(
                                new WindowKey(new UUID(0, 9), Scope.KEY, "k", Period.TOTAL, Instant.EPOCH),
                                null,
                                LIMIT,
                                0),
                        Balance.ZERO,
                        false,
                        1),
                Map.of());
        calls.forEach(call -> assertThat(book.grant(call.replica(), LIMIT, call.worst(), BigDecimal.ZERO, 1))
                .isTrue());
        book.grant(GONE, LIMIT, idle, BigDecimal.ZERO, 1);
        return book;
    }

    private static void settle(WindowBook book, Call call) {
        book.take(call.replica(), call.cost());
        book.spend(call.cost());
    }

    private static BigDecimal unexplained(List<Call> calls) {
        BigDecimal known = calls.stream().filter(Call::told).map(Call::cost).reduce(BigDecimal.ZERO, BigDecimal::add);
        return billed(calls).subtract(known).max(BigDecimal.ZERO);
    }

    private static BigDecimal billedAndLeft(WindowBook book, List<Call> calls) {
        return billed(calls).add(book.window().balance().remaining(LIMIT));
    }

    private static BigDecimal billed(List<Call> calls) {
        return calls.stream().map(Call::billed).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Provide
    Arbitrary<List<Call>> calls() {
        Arbitrary<Integer> percent = Arbitraries.integers().between(0, 100);
        return Combinators.combine(
                        Arbitraries.integers().between(1, 40),
                        percent,
                        percent,
                        Arbitraries.of(true, false),
                        Arbitraries.of(true, false))
                .as((worst, cost, billed, gone, told) ->
                        new Call(BigDecimal.valueOf(worst), part(worst, cost), part(worst, billed), gone, told))
                .list()
                .ofMaxSize(20);
    }

    private static BigDecimal part(int worst, int percent) {
        return BigDecimal.valueOf(worst * (long) percent, 2);
    }
}
