package io.leasehold.collector.usage;

import static org.assertj.core.api.Assertions.assertThat;

import io.leasehold.providers.usage.BucketWidth;
import io.leasehold.providers.usage.UsageScope;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class UsageDaysTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-11-20");
    private static final UsageScope FINE =
            new UsageScope(List.of(BucketWidth.MINUTE, BucketWidth.HOUR, BucketWidth.DAY), true, true, true, true, 365);
    private static final UsageScope COARSE = new UsageScope(List.of(BucketWidth.DAY), true, true, true, true, 365);

    @Test
    void hoursAreReadAWeekAtATime() {
        assertThat(of(lastDays(10), BucketWidth.HOUR, FINE, Map.of()))
                .containsExactly(
                        new UsageDays(TODAY.minusDays(6), TODAY.plusDays(1), BucketWidth.HOUR),
                        new UsageDays(TODAY.minusDays(9), TODAY.minusDays(6), BucketWidth.HOUR));
    }

    @Test
    void minutesAreReadOfTodayAndYesterdayOnly() {
        assertThat(of(lastDays(4), BucketWidth.MINUTE, FINE, Map.of()))
                .extracting(UsageDays::width)
                .containsExactly(BucketWidth.MINUTE, BucketWidth.MINUTE, BucketWidth.HOUR);
    }

    @Test
    void aDayKeepsTheBucketsThatItWasReadIn() {
        LocalDate old = TODAY.minusDays(2);

        assertThat(of(lastDays(3), BucketWidth.HOUR, FINE, Map.of(old, BucketWidth.MINUTE)))
                .last()
                .isEqualTo(new UsageDays(old, old.plusDays(1), BucketWidth.MINUTE));
    }

    @Test
    void whereThereAreDaysOnlyAMonthIsReadAtOnce() {
        assertThat(of(lastDays(31), BucketWidth.HOUR, COARSE, Map.of())).hasSize(1);
    }

    @Test
    void daysThatAreNotNextToEachOtherAreReadByThemselves() {
        List<LocalDate> days = List.of(TODAY, TODAY.minusDays(2));

        assertThat(of(days, BucketWidth.HOUR, FINE, Map.of())).hasSize(2);
    }

    private static List<LocalDate> lastDays(int count) {
        return IntStream.range(0, count).mapToObj(TODAY::minusDays).toList();
    }

    private static List<UsageDays> of(
            List<LocalDate> days, BucketWidth wanted, UsageScope scope, Map<LocalDate, BucketWidth> known) {
        return UsageDays.of(days, TODAY, wanted, scope, known);
    }
}
