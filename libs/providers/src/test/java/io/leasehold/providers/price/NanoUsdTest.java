package io.leasehold.providers.price;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class NanoUsdTest {

    @Test
    void costsAreRoundedHalfUpLimitsDownAndReservationsUp() {
        BigDecimal between = new BigDecimal("0.0000000015");

        assertThat(NanoUsd.ofCost(between)).isEqualTo(2);
        assertThat(NanoUsd.ofLimit(between)).isEqualTo(1);
        assertThat(NanoUsd.ofReservation(new BigDecimal("0.0000000011"))).isEqualTo(2);
    }

    @Test
    void aLimitThatNobodyCouldEverSpendIsTakenForOneThatCanBeCounted() {
        assertThat(NanoUsd.ofLimit(new BigDecimal("99999999999.999999999"))).isEqualTo(4_000_000_000_000_000_000L);
    }

    @Test
    void aDecimalHasNineDigits() {
        assertThat(NanoUsd.toDecimal(64_750_000)).isEqualTo(new BigDecimal("0.064750000"));
    }
}
