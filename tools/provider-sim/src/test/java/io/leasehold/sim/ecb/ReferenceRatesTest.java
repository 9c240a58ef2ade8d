package io.leasehold.sim.ecb;

import static org.assertj.core.api.Assertions.assertThat;

import io.leasehold.sim.Reply;
import io.leasehold.sim.TestSim;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ReferenceRatesTest {
    private static final Pattern DAY = Pattern.compile("time=\"([^\"]+)\"");

    @RegisterExtension
    static final TestSim SIM = TestSim.start();

    @Test
    void ratesAreOfTheWorkingDaysOfTheLastNinety() {
        Reply feed = SIM.send("GET", ReferenceRates.MOUNT + ReferenceRates.PATH, null);

        assertThat(feed.status()).isEqualTo(200);
        LocalDate today = LocalDate.ofInstant(Instant.now(), ZoneOffset.UTC);
        assertThat(days(feed))
                .hasSizeBetween(60, 66)
                .allMatch(ReferenceRates::isWorkingDay)
                .allMatch(day -> day.isAfter(today.minusDays(91)));
        LocalDate one = days(feed).getFirst();
        assertThat(feed.body())
                .contains("<Cube time=\"" + one + "\"><Cube currency=\"USD\" rate=\""
                        + ReferenceRates.perEuro(one).get("USD"));
    }

    @Test
    void anotherDayHasOtherRates() {
        LocalDate before = days(SIM.send("GET", ReferenceRates.MOUNT + ReferenceRates.PATH, null))
                .getFirst();
        SIM.shiftClock(Duration.ofDays(7));

        LocalDate after = days(SIM.send("GET", ReferenceRates.MOUNT + ReferenceRates.PATH, null))
                .getFirst();
        SIM.shiftClock(Duration.ZERO);

        assertThat(after).isEqualTo(before.plusDays(7));
        assertThat(ReferenceRates.perEuro(after)).isNotEqualTo(ReferenceRates.perEuro(before));
    }

    @Test
    void thereIsNothingElse() {
        assertThat(SIM.send("GET", "/ecb/stats/eurofxref/eurofxref-daily.xml", null)
                        .status())
                .isEqualTo(404);
    }

    private static List<LocalDate> days(Reply feed) {
        return DAY.matcher(feed.body())
                .results()
                .map(match -> LocalDate.parse(match.group(1)))
                .toList();
    }
}
