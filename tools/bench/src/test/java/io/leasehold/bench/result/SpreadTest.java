package io.leasehold.bench.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class SpreadTest {
    @Test
    void theMedianIsTheMiddleOne() {
        assertThat(Spread.of(List.of(9.0, 1.0, 2.0))).isEqualTo(new Spread(2, 1, 9));
    }

    @Test
    void ofAnEvenNumberItLiesBetweenTheTwoInTheMiddle() {
        assertThat(Spread.of(List.of(4.0, 1.0, 2.0, 9.0))).isEqualTo(new Spread(3, 1, 9));
    }

    @Test
    void thereIsNoMedianOfNothing() {
        assertThatThrownBy(() -> Spread.of(List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void ratiosAreTakenRoundByRound() {
        // The machine was twice as slow in the second round, for both.
        Spread ratio = Spread.ofPairs(List.of(50.0, 25.0, 60.0), List.of(100.0, 50.0, 100.0));

        assertThat(ratio).isEqualTo(new Spread(0.5, 0.5, 0.6));
    }

    @Test
    void soAreDifferences() {
        Spread added = Spread.ofDifferences(List.of(5.0, 13.0, 7.0), List.of(4.0, 10.0, 5.0));

        assertThat(added).isEqualTo(new Spread(2, 1, 3));
    }

    @Test
    void isPrintedWithTheLeastAndTheMost() {
        assertThat(new Spread(2.25, 1, 9).format("%.1f", Locale.ROOT)).isEqualTo("2.3 (1.0–9.0)");
    }
}
