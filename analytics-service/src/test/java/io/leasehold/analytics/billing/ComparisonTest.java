package io.leasehold.analytics.billing;

import static org.assertj.core.api.Assertions.assertThat;

import io.leasehold.analytics.range.TimeRange;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    private static final Instant DAY = Instant.parse("2026-11-20T00:00:00Z");
    private static final Instant NEXT_DAY = DAY.plus(Duration.ofDays(1));
    private static final TimeRange RANGE = new TimeRange(DAY, NEXT_DAY);
    private static final UUID ACCOUNT = UUID.randomUUID();

    @Test
    void driftIsWhatTheGatewayCountedMoreThanTheProviderCharged() {
        ReconciliationView view = compare(window("10.00", "9.50", 4, 0));

        assertThat(view.drift()).isEqualByComparingTo("-0.50");
        assertThat(view.coverage()).isEqualByComparingTo("0.95");
        assertThat(view.complete()).isTrue();
    }

    @Test
    void coverageOfNothingIsUnknown() {
        ReconciliationView view = compare(window("0", "0", 0, 0));

        assertThat(view.coverage()).isNull();
        assertThat(view.drift()).isEqualByComparingTo("0");
    }

    @Test
    void withoutAReportTheGatewayStandsAlone() {
        ReconciliationView view = compare();

        assertThat(view.gatewayCost()).isEqualByComparingTo("7");
        assertThat(view.providerCost()).isNull();
        assertThat(view.drift()).isNull();
        assertThat(view.complete()).isFalse();
    }

    @Test
    void aBillInAnotherCurrencyIsNotTakenForDollars() {
        CostWindow euros = new CostWindow(
                ACCOUNT, DAY, NEXT_DAY, true, NEXT_DAY, BigDecimal.ZERO, List.of("EUR"), 1, BigDecimal.ONE, 0);

        ReconciliationView view = compare(euros);

        assertThat(view.providerCost()).isNull();
        assertThat(view.drift()).isNull();
        assertThat(view.otherCurrencies()).containsExactly("EUR");
    }

    @Test
    void aCostThatNobodyKnowsIsNotZero() {
        ReconciliationView view = compare(window("10.00", "0", 3, 3));

        assertThat(view.gatewayCost()).isNull();
        assertThat(view.drift()).isNull();
        assertThat(view.unknownCostRequests()).isEqualTo(3);
    }

    @Test
    void aRangeWithADayMissingIsNotComplete() {
        TimeRange twoDays = new TimeRange(DAY, NEXT_DAY.plus(Duration.ofDays(1)));

        ReconciliationView view = new Comparison(twoDays, account(), List.of(window("1", "1", 1, 0))).view(null);

        assertThat(view.complete()).isFalse();
    }

    private static ReconciliationView compare(CostWindow... windows) {
        return new Comparison(RANGE, account(), List.of(windows)).view(NEXT_DAY);
    }

    private static AccountRow account() {
        return new AccountRow(ACCOUNT, "anthropic", "main", "ok", null, 2, new BigDecimal("7"), 0);
    }

    private static CostWindow window(String billed, String cost, long requests, long unknown) {
        return new CostWindow(
                ACCOUNT,
                DAY,
                NEXT_DAY,
                true,
                NEXT_DAY,
                new BigDecimal(billed),
                List.of(),
                requests,
                new BigDecimal(cost),
                unknown);
    }
}
