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
import java.util.UUID;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** What is presumed of a key by its provider's word, beside what replicas have. */
class WindowBookPresumeTest {
    private static final UUID KEY = new UUID(0, 1);
    private static final UUID REPLICA = new UUID(0, 2);
    private static final BigDecimal LIMIT = new BigDecimal("1000");

    @Example
    void noGrantHasWhatIsPresumed() {
        WindowBook book = book();
        book.presume(KEY, new BigDecimal("999"));

        assertThat(book.grant(REPLICA, LIMIT, new BigDecimal("1.01"), BigDecimal.ZERO, 1))
                .isFalse();
        assertThat(book.grant(REPLICA, LIMIT, BigDecimal.ONE, BigDecimal.ZERO, 1))
                .isTrue();
    }

    @Example
    void whatIsTheSameChangesNothing() {
        WindowBook book = book();
        book.presume(KEY, BigDecimal.ZERO);
        assertThat(book.changed()).isFalse();

        book.presume(KEY, BigDecimal.TEN);
        long version = book.window().version();
        book.presume(KEY, new BigDecimal("10.00"));
        assertThat(book.window().version()).isEqualTo(version);
    }

    @Example
    void onceNothingIsPresumedItsHoldIsOver() {
        WindowBook book = book();
        book.presume(KEY, BigDecimal.TEN);
        book.presume(KEY, BigDecimal.ZERO);

        assertThat(book.hold(KEY).isOver()).isTrue();
        assertThat(book.window().balance().presumed()).isEqualByComparingTo("0");
    }

    /** It is a level: the last one counts, whatever came before, and leaves alone what is presumed of replicas that are gone. */
    @Property(tries = 500)
    void theLastLevelCounts(
            @ForAll @Size(min = 1, max = 30) List<@IntRange(min = 0, max = 500) Integer> levels,
            @ForAll @IntRange(min = 1, max = 400) int held) {
        WindowBook book = book();
        book.grant(REPLICA, LIMIT, BigDecimal.valueOf(held), BigDecimal.ZERO, 1);
        book.close(REPLICA);

        levels.forEach(level -> book.presume(KEY, BigDecimal.valueOf(level)));

        BigDecimal last = BigDecimal.valueOf(levels.getLast());
        assertThat(book.hold(KEY).outstanding()).isEqualByComparingTo(last);
        assertThat(book.hold(KEY).closed() || last.signum() == 0).isTrue();
        assertThat(book.window().balance().presumed()).isEqualByComparingTo(last.add(BigDecimal.valueOf(held)));
    }

    private static WindowBook book() {
        return new WindowBook(
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
    }
}
