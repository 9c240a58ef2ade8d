package io.leasehold.providers.price;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class FactorTest {

    @Property
    void aSumIsExactAndRoundedOnceHalfUp(
            @ForAll @LongRange(min = 0, max = 1_000_000_000_000_000L) long tokensPico,
            @ForAll @LongRange(min = 0, max = 1_000_000_000_000L) long extrasPico,
            @ForAll @IntRange(min = 0, max = 5000) int thousandths) {
        Factor factor = Factor.of(BigDecimal.valueOf(thousandths, 3));
        BigDecimal exact = BigDecimal.valueOf(tokensPico)
                .multiply(BigDecimal.valueOf(thousandths, 3))
                .add(BigDecimal.valueOf(extrasPico))
                .movePointLeft(3);

        assertThat(factor.nanoUsd(tokensPico, extrasPico, RoundingMode.HALF_UP))
                .isEqualTo(exact.setScale(0, RoundingMode.HALF_UP).longValueExact());
        assertThat(factor.nanoUsd(tokensPico, extrasPico, RoundingMode.CEILING))
                .isEqualTo(exact.setScale(0, RoundingMode.CEILING).longValueExact());
    }

    @Property
    void factorsMultiplyExactly(
            @ForAll @IntRange(min = 1, max = 5000) int one, @ForAll @IntRange(min = 1, max = 5000) int other) {
        Factor product = Factor.of(BigDecimal.valueOf(one, 3)).times(Factor.of(BigDecimal.valueOf(other, 3)));

        assertThat(product).isEqualTo(Factor.of(BigDecimal.valueOf((long) one * other, 6)));
    }

    @Test
    void halfANanoDollarIsRoundedUp() {
        assertThat(Factor.ONE.nanoUsd(500, 0, RoundingMode.HALF_UP)).isEqualTo(1);
        assertThat(Factor.ONE.nanoUsd(499, 0, RoundingMode.HALF_UP)).isZero();
    }
}
