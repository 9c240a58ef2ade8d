package io.leasehold.sim.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class LedgerTest {
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:30Z");

    @Property(tries = 200)
    void foldingLosesNothing(
            @ForAll long seed, @ForAll @IntRange(max = 300) int count, @ForAll @IntRange(max = 20) int singly) {
        List<LedgerRow> rows = new RandomRows(seed, NOW).some(count);
        Ledger ledger = new Ledger(singly);

        rows.forEach(ledger::append);

        assertThat(Sum.of(ledger.rows())).isEqualTo(Sum.of(rows));
        for (String key : List.of("ANTHROPIC_0", "ANTHROPIC_1", "OPENAI_0", "OPENROUTER_1")) {
            assertThat(Sum.of(of(key, ledger.rows()))).isEqualTo(Sum.of(of(key, rows)));
            assertThat(ledger.spendOf(key).since(LocalDate.EPOCH).nanos())
                    .isEqualTo(Sum.of(of(key, rows)).nanos());
        }
        assertThat(ledger.recent()).isEqualTo(rows.subList(Math.max(0, count - singly), count));
    }

    /** What a restart does: the folded rows go into another ledger, which folds on. */
    @Property(tries = 100)
    void whatWasFoldedIsFoldedFurther(@ForAll long seed, @ForAll @IntRange(max = 300) int count) {
        List<LedgerRow> rows = new RandomRows(seed, NOW).some(count);
        Ledger before = new Ledger(10);
        rows.subList(0, count / 2).forEach(before::append);
        Ledger after = new Ledger(10);

        before.rows().forEach(after::append);
        rows.subList(count / 2, count).forEach(after::append);

        Ledger without = new Ledger(10);
        rows.forEach(without::append);
        assertThat(after.rows()).containsExactlyInAnyOrderElementsOf(without.rows());
        assertThat(after.recent()).isEqualTo(without.recent());
    }

    @Test
    void itsSizeDoesNotDependOnHowManyRequestsThereWere() {
        Ledger ledger = new Ledger(100);

        new RandomRows(1, NOW).some(100_000).forEach(ledger::append);

        // Five rates, two keys, two workspaces, three outcomes, streamed or not, long or short, at most four minutes of
        // each of three days: it is full with 5 760, however many more requests come.
        assertThat(ledger.rows()).hasSizeLessThan(5_760 + 101);
        assertThat(ledger.rows().stream().mapToLong(LedgerRow::requests).sum()).isEqualTo(100_000);
    }

    @Test
    void aTornUpLedgerIsEmpty() {
        Ledger ledger = new Ledger(1);
        new RandomRows(1, NOW).some(10).forEach(ledger::append);

        ledger.clear();

        assertThat(ledger.rows()).isEmpty();
        assertThat(ledger.recent()).isEmpty();
    }

    private record Sum(long requests, long nanos, Tokens tokens) {
        static Sum of(List<LedgerRow> rows) {
            return of(rows.stream());
        }

        static Sum of(Stream<LedgerRow> rows) {
            return rows.map(row -> new Sum(row.requests(), row.costNanos(), row.tokens()))
                    .reduce(
                            new Sum(0, 0, new Tokens(0, 0, 0, 0, 0)),
                            (one, other) -> new Sum(
                                    one.requests + other.requests,
                                    one.nanos + other.nanos,
                                    one.tokens.plus(other.tokens)));
        }
    }

    private static Stream<LedgerRow> of(String key, List<LedgerRow> rows) {
        return rows.stream().filter(row -> row.keyId().equals(key));
    }
}
