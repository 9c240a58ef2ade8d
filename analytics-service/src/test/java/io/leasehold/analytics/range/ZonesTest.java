package io.leasehold.analytics.range;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leasehold.kit.problem.InvalidRequestProblem;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ZonesTest {
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

    @Test
    void withoutANameItIsUtc() {
        assertThat(Zones.of(null)).isEqualTo(ZoneOffset.UTC);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTC", "Europe/Berlin", "Asia/Kathmandu", "+05:45", "UTC-03:30"})
    void whatIsMadeOfQuartersOfAnHourIsAZone(String name) {
        assertThat(Zones.of(name)).isEqualTo(ZoneId.of(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Mars/Olympus", "", "+00:07", "GMT+01:01", "UTC-00:00:30", "berlin"})
    void anythingElseIsRefused(String name) {
        assertThatThrownBy(() -> Zones.of(name))
                .isInstanceOf(InvalidRequestProblem.class)
                .hasMessageContaining("zone");
    }

    /** What the rollups rest on; a zone that broke it would come with a new JDK. */
    @Test
    void everyZoneOfTheWorldIsMadeOfQuartersOfAnHour() {
        for (String name : ZoneId.getAvailableZoneIds()) {
            assertThat(offsetsOf(ZoneId.of(name))).as(name).allMatch(offset -> offset.getTotalSeconds() % 900 == 0);
        }
    }

    private static List<ZoneOffset> offsetsOf(ZoneId zone) {
        return Stream.concat(
                        Stream.of(zone.getRules().getOffset(EARLIEST)),
                        Stream.iterate(
                                        zone.getRules().nextTransition(EARLIEST),
                                        next -> next != null
                                                && next.getInstant().isBefore(LATEST),
                                        next -> zone.getRules().nextTransition(next.getInstant()))
                                .map(ZoneOffsetTransition::getOffsetAfter))
                .toList();
    }
}
