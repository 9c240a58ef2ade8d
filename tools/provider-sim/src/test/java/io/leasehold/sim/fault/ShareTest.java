package io.leasehold.sim.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ShareTest {
    @Test
    void aQuarterHitsEveryFourthCall() {
        assertThat(hits("0.25", 8)).containsExactly(false, false, false, true, false, false, false, true);
    }

    @Test
    void allAndNoneAreAllAndNone() {
        assertThat(hits("1", 3)).containsOnly(true);
        assertThat(hits("0", 3)).containsOnly(false);
    }

    @Test
    void anyShareHoldsInTheLongRun() {
        assertThat(hits("0.37", 1000)).filteredOn(hit -> hit).hasSize(370);
    }

    private static List<Boolean> hits(String share, int calls) {
        Share counted = new Share(new BigDecimal(share));
        return Stream.generate(counted::hitsNext).limit(calls).toList();
    }
}
