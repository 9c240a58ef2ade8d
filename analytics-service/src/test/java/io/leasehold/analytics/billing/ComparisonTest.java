package io.leasehold.analytics.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.leasehold.analytics.range.TimeRange;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
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
    void aBillInACurrencyWithoutARateIsNotTakenForDollars() {
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

        ReconciliationView view =
                new Comparison(twoDays, account(), List.of(window("1", "1", 1, 0)), List.of()).view(null);

        assertThat(view.complete()).isFalse();
    }

    @RepeatedTest(100)
    void driftAndCoverageAreThoseOfTheSumsWhateverTheDays() {
        Random random = new Random();
        List<CostWindow> windows = Stream.generate(() -> window(
                        amount(random).toPlainString(), amount(random).toPlainString(), 1 + random.nextInt(9), 0))
                .limit(1 + random.nextInt(40))
                .toList();

        ReconciliationView view = new Comparison(RANGE, account(), windows, List.of()).view(NEXT_DAY);

        BigDecimal gateway = sum(windows, CostWindow::cost);
        BigDecimal provider = sum(windows, CostWindow::billed);
        assertThat(view.gatewayCost()).isEqualByComparingTo(gateway);
        assertThat(view.providerCost()).isEqualByComparingTo(provider);
        assertThat(view.drift().add(provider)).isEqualByComparingTo(gateway);
        assertThat(view.coverage().multiply(provider)).isCloseTo(gateway, within(provider.movePointLeft(4)));
    }

    private static BigDecimal amount(Random random) {
        return BigDecimal.valueOf(1 + random.nextLong(10_000_000_000_000L), 9);
    }

    private static BigDecimal sum(List<CostWindow> windows, Function<CostWindow, BigDecimal> figure) {
        return windows.stream().map(figure).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static ReconciliationView compare(CostWindow... windows) {
        return new Comparison(RANGE, account(), List.of(windows), List.of()).view(NEXT_DAY);
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
