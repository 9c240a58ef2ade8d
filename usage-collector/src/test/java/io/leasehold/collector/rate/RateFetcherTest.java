package io.leasehold.collector.rate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateFetcherTest {
    @ParameterizedTest
    @CsvSource({
        "2026-11-20T09:00:00Z, 2026-11-20T16:00:00Z",
        "2026-11-20T15:59:59.999Z, 2026-11-20T16:00:00Z",
        "2026-11-20T16:00:00Z, 2026-11-21T16:00:00Z",
        "2026-12-31T23:00:00Z, 2027-01-01T16:00:00Z"
    })
    void ratesAreAskedForOnceADayWhenTheyWerePublished(Instant now, Instant next) {
        assertThat(RateFetcher.next(now)).isEqualTo(next);
    }
}
