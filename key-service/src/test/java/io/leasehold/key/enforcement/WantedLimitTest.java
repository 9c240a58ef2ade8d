package io.leasehold.key.enforcement;

import static org.assertj.core.api.Assertions.assertThat;

import io.leasehold.contracts.Period;
import io.leasehold.contracts.Scope;
import io.leasehold.contracts.event.LimitsView;
import io.leasehold.providers.key.KeyLimit;
import io.leasehold.providers.key.LimitReset;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class WantedLimitTest {
    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

    @Test
    void withoutLimitsThereIsNone() {
        assertThat(wanted(List.of(), List.of())).isEqualTo(WantedLimit.NONE);
    }

    @Test
    void theOneThatBeginsAnewTheSoonestIsTheProviders() {
        List<LimitsView.Limit> limits =
                List.of(limit(Period.TOTAL, "500"), limit(Period.MONTH, "100"), limit(Period.DAY, "10"));

        assertThat(wanted(limits, List.of()).limit()).isEqualTo(new KeyLimit(new BigDecimal("10"), LimitReset.DAILY));
        assertThat(wanted(limits.subList(0, 2), List.of()).limit())
                .isEqualTo(new KeyLimit(new BigDecimal("100"), LimitReset.MONTHLY));
        assertThat(wanted(limits.subList(0, 1), List.of()).limit())
                .isEqualTo(new KeyLimit(new BigDecimal("500"), null));
    }

    @Test
    void raisesOfItsPeriodCountWhileTheyAreInForce() {
        List<LimitsView.Raise> raises = List.of(
                raise(Period.DAY, "3", -60, 120), raise(Period.DAY, "5", 60, 600), raise(Period.MONTH, "7", -60, 30));

        WantedLimit wanted = wanted(List.of(limit(Period.DAY, "10")), raises);

        assertThat(wanted.limit().amount()).isEqualByComparingTo("13");
        assertThat(wanted.nextChangeAt()).isEqualTo(NOW.plusSeconds(60));
    }

    @Test
    void aRaiseEndsByItself() {
        WantedLimit wanted = wanted(List.of(limit(Period.DAY, "10")), List.of(raise(Period.DAY, "3", -60, 0)));

        assertThat(wanted.limit().amount()).isEqualByComparingTo("10");
        assertThat(wanted.nextChangeAt()).isNull();
    }

    private static WantedLimit wanted(List<LimitsView.Limit> limits, List<LimitsView.Raise> raises) {
        return WantedLimit.of(new LimitsView(UUID.randomUUID(), Scope.KEY, "key", limits, 1, NOW, raises), NOW);
    }

    private static LimitsView.Limit limit(Period period, String amount) {
        return new LimitsView.Limit(period, new BigDecimal(amount), "UTC", List.of());
    }

    private static LimitsView.Raise raise(Period period, String amount, long from, long until) {
        return new LimitsView.Raise(
                UUID.randomUUID(), period, new BigDecimal(amount), NOW.plusSeconds(from), NOW.plusSeconds(until));
    }
}
