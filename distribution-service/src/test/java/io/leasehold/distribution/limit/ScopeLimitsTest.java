package io.leasehold.distribution.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.leasehold.contracts.Period;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScopeLimitsTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Test
    void eachPeriodHasItsOwnLimitAndZone() {
        ScopeLimits limits =
                ScopeLimits.of(List.of(new SpendLimit(Period.DAY, new BigDecimal("5"), BERLIN, 1, null, null)));

        assertThat(limits.amount(Period.DAY)).isEqualByComparingTo("5");
        assertThat(limits.zone(Period.DAY)).isEqualTo(BERLIN);
        assertThat(limits.amount(Period.MONTH)).isNull();
        assertThat(limits.zone(Period.MONTH)).isEqualTo(ZoneOffset.UTC);
    }

    @Test
    void aLimitThatWasTakenAwayIsCountedInUtcAgain() {
        ScopeLimits limits = ScopeLimits.of(List.of(new SpendLimit(Period.DAY, null, BERLIN, 2, null, null)));

        assertThat(limits.zone(Period.DAY)).isEqualTo(ZoneOffset.UTC);
    }
}
