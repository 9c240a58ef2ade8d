package io.leasehold.key.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leasehold.contracts.Period;
import io.leasehold.contracts.event.LimitsView.Limit;
import io.leasehold.kit.problem.InvalidRequestProblem;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LimitRulesTest {
    @Test
    void whatIsLeftOutIsFilledIn() {
        List<Limit> checked = LimitRules.check(List.of(limit(Period.MONTH, "250.00")));

        assertThat(checked)
                .containsExactly(
                        new Limit(Period.MONTH, new BigDecimal("250.00"), "UTC", List.of(new BigDecimal("0.8"))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-1",
                "1E+2000000000",
                "1E-2000000000",
                "-0.000000001",
                "0.0000000001",
                "1.0000000001",
                "100000000000"
            })
    void anAmountThatCantBeEnforcedIsRefused(String amount) {
        assertThatThrownBy(() -> LimitRules.check(List.of(limit(Period.DAY, amount))))
                .isInstanceOf(InvalidRequestProblem.class)
                .hasMessageContaining("limits[0].amount");
    }

    @ParameterizedTest
    @CsvSource({
        "0.000000001,0.000000001",
        "1.5000000000000,1.5",
        "1E+3,1000",
        "99999999999.999999999,99999999999.999999999"
    })
    void anAmountIsKeptToTheNanoDollar(String given, String kept) {
        List<Limit> checked = LimitRules.check(List.of(limit(Period.DAY, given)));

        assertThat(checked.getFirst().amount()).isEqualTo(new BigDecimal(kept));
    }

    @Test
    void aPeriodComesOnce() {
        assertThatThrownBy(() -> LimitRules.check(List.of(limit(Period.DAY, "1"), limit(Period.DAY, "2"))))
                .hasMessageContaining("limits[1].period");
    }

    @Test
    void aLeasesLimitIsNotSetHere() {
        assertThatThrownBy(() -> LimitRules.check(List.of(limit(Period.LEASE, "1"))))
                .hasMessageContaining("limits[0].period");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Mars/Olympus", "+02:00", "UTC+2", "", "europe/berlin"})
    void whatIsNoNamedZoneIsRefused(String zone) {
        LimitRequest limit = new LimitRequest(Period.DAY, BigDecimal.ONE, zone, null);

        assertThatThrownBy(() -> LimitRules.check(List.of(limit))).hasMessageContaining("limits[0].zone");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-0.5", "1.1", "0.0000000001", "1E-2000000000"})
    void aThresholdIsAShare(String threshold) {
        LimitRequest limit = new LimitRequest(Period.DAY, BigDecimal.ONE, null, List.of(new BigDecimal(threshold)));

        assertThatThrownBy(() -> LimitRules.check(List.of(limit))).hasMessageContaining("limits[0].thresholds");
    }

    private static LimitRequest limit(Period period, String amount) {
        return new LimitRequest(period, new BigDecimal(amount), null, null);
    }
}
