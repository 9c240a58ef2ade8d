package io.leasehold.distribution.spend;

import static org.assertj.core.api.Assertions.assertThat;

import io.leasehold.contracts.Period;
import io.leasehold.contracts.Scope;
import io.leasehold.contracts.hold.WindowKey;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DirectUsesTest {
    private static final UUID KEY = new UUID(0, 1);
    private static final Instant MIDNIGHT = Instant.parse("2026-11-20T00:00:00Z");

    @Test
    void thePaceIsThatBetweenTheLastTwoFigures() {
        DirectCharge first = figure(0, "2", DirectCharge.pace(null, MIDNIGHT, usd("2"), at(10)), at(10));

        assertThat(first.perSecond().multiply(BigDecimal.valueOf(36_000))).isBetween(usd("2"), usd("2.000001"));
        assertThat(DirectCharge.pace(first, MIDNIGHT, usd("5"), at(11)).multiply(BigDecimal.valueOf(3_600)))
                .isBetween(usd("3"), usd("3.000001"));
        assertThat(DirectCharge.pace(first, MIDNIGHT, usd("2"), at(11))).isEqualByComparingTo("0");
        assertThat(DirectCharge.pace(first, MIDNIGHT, usd("1"), at(11))).isEqualByComparingTo("0");
        assertThat(DirectCharge.pace(first, MIDNIGHT, usd("9"), at(10))).isEqualTo(first.perSecond());
    }

    @Test
    void whatCameSinceTheFigureCountsAtItsPace() {
        DirectCharge figure = figure(0, "5", usd("0.001"), at(11));

        assertThat(use("total", null, at(12), figure).amount()).isEqualByComparingTo("8.6");
        assertThat(use("total", null, at(12), figure).asOf()).isEqualTo(at(11));
        assertThat(use("total", null, at(11), figure).amount()).isEqualByComparingTo("5");
    }

    @Test
    void aNewDayBeginsWithWhatCameInItOnly() {
        DirectCharge yesterday = figure(0, "5", usd("0.001"), at(23));

        assertThat(use("2026-11-21T00:00:00Z", "2026-11-22T00:00:00Z", at(25), yesterday)
                        .amount())
                .isEqualByComparingTo("3.6");
        assertThat(use("2026-11-20T00:00:00Z", "2026-11-21T00:00:00Z", at(25), yesterday)
                        .amount())
                .isEqualByComparingTo("8.6");
    }

    @Test
    void thePaceOfADayThatIsOverCountsNoMoreOnceTheNextOneHasAFigure() {
        DirectCharge yesterday = figure(0, "5", usd("0.001"), at(23));
        DirectCharge today = figure(1, "0", BigDecimal.ZERO, at(25));

        assertThat(use("total", null, at(30), yesterday, today).amount()).isEqualByComparingTo("5");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-19T23:00:00Z, 2026-11-20T23:00:00Z, 5",
        "2026-11-20T05:00:00Z, 2026-11-21T05:00:00Z, 5",
        "2026-11-20T11:00:00Z, 2026-11-21T11:00:00Z, 5",
        "2026-11-19T11:00:00Z, 2026-11-20T11:00:00Z, 0",
        "2026-11-20T23:00:00Z, 2026-11-21T23:00:00Z, 0"
    })
    void aProvidersDayCountsInTheDayOfTheLimitInWhichMostOfItLies(String start, String end, String amount) {
        assertThat(use(start, end, at(48), figure(0, "5", BigDecimal.ZERO, at(23)))
                        .amount())
                .isEqualByComparingTo(amount);
    }

    @Test
    void whatIsSetAsideOrPresumedForItAlreadyCountsOnce() {
        DirectUse use = new DirectUse(usd("5"), usd("3"), MIDNIGHT);

        assertThat(use.beyond(BigDecimal.ZERO)).isEqualByComparingTo("2");
        assertThat(use.beyond(usd("1.5"))).isEqualByComparingTo("0.5");
        assertThat(use.beyond(usd("4"))).isEqualByComparingTo("0");
    }

    private static DirectUse use(String start, @Nullable String end, Instant now, DirectCharge... charges) {
        Window window = new Window(
                new WindowKey(
                        new UUID(0, 9),
                        Scope.KEY,
                        KEY.toString(),
                        end == null ? Period.TOTAL : Period.DAY,
                        end == null ? Instant.EPOCH : Instant.parse(start)),
                end == null ? null : Instant.parse(end),
                usd("10"),
                1);
        return DirectUses.of(window, List.of(charges), BigDecimal.ZERO, now);
    }

    private static DirectCharge figure(int day, String untold, BigDecimal perSecond, Instant asOf) {
        Instant from = MIDNIGHT.plus(Duration.ofDays(day));
        return new DirectCharge(
                new UUID(0, 9), KEY, from, from.plus(Duration.ofDays(1)), usd(untold), usd(untold), perSecond, asOf);
    }

    private static Instant at(int hour) {
        return MIDNIGHT.plus(Duration.ofHours(hour));
    }

    private static BigDecimal usd(String amount) {
        return new BigDecimal(amount);
    }
}
