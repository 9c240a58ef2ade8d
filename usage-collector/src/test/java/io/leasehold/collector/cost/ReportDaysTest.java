package io.leasehold.collector.cost;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReportDaysTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-11-21");

    @Test
    void aNewAccountIsReadFromTodayBackwards() {
        assertThat(ReportDays.toRead(TODAY, Set.of(), 30))
                .hasSize(31)
                .startsWith(TODAY, TODAY.minusDays(1))
                .endsWith(TODAY.minusDays(30));
    }

    @Test
    void aDayThatIsFinalIsNotReadAgain() {
        assertThat(ReportDays.toRead(TODAY, Set.of(TODAY.minusDays(1), TODAY.minusDays(3)), 3))
                .containsExactly(TODAY, TODAY.minusDays(2));
    }

    @Test
    void todayIsReadEvenWhereTheProviderCallsItFinal() {
        assertThat(ReportDays.toRead(TODAY, Set.of(TODAY), 0)).containsExactly(TODAY);
    }
}
