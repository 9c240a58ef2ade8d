package io.leasehold.collector.rate;

import static org.assertj.core.api.Assertions.assertThat;

import io.leasehold.kit.database.Database;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class RateMetricsTest {
    /** No currency, and later than all rates that anybody else has. */
    private static final ExchangeRate OF_LATER =
            new ExchangeRate("XXX", LocalDate.parse("2999-12-30"), BigDecimal.ONE, EcbRates.SOURCE);

    private static final Clock TWO_DAYS_AFTER = Clock.fixed(Instant.parse("3000-01-02T00:00:00Z"), ZoneOffset.UTC);
    private static final String GAUGE = "leasehold.exchange.rates.age.seconds";

    @Inject
    Database database;

    private final MeterRegistry own = new SimpleMeterRegistry();

    @BeforeEach
    @AfterEach
    void forgetIt() {
        database.useSystem(handle -> handle.execute("delete from exchange_rate where currency = 'XXX'"));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-20, 2026-11-20T16:00:00Z, 0",
        "2026-11-20, 2026-11-21T00:00:00Z, 0",
        "2026-11-20, 2026-11-23T15:00:00Z, 226800",
        ", 2026-11-23T15:00:00Z, Infinity"
    })
    void itIsCountedFromTheEndOfTheDayOfTheNewestRates(@Nullable LocalDate newest, Instant now, double age) {
        assertThat(RateMetrics.age(newest, now)).isEqualTo(age);
    }

    @Test
    void theNewestRatesOfTheFeedCount() {
        RateMetrics metrics = new RateMetrics(database, new Feed(true), own, TWO_DAYS_AFTER);
        assertThat(own.get(GAUGE).gauge().value()).isInfinite();

        database.useSystem(handle -> RateStore.put(handle, List.of(OF_LATER)));
        metrics.look();

        assertThat(own.get(GAUGE).gauge().value()).isEqualTo(Duration.ofDays(2).toSeconds());
    }

    @Test
    void whereNoFeedIsAskedNothingIsOld() {
        new RateMetrics(database, new Feed(false), own, TWO_DAYS_AFTER).look();

        assertThat(own.find(GAUGE).gauge()).isNull();
    }

    private record Feed(boolean enabled) implements RateConfig {
        @Override
        public URI address() {
            return URI.create("https://rates.example.com");
        }

        @Override
        public Map<String, BigDecimal> fixed() {
            return Map.of();
        }
    }
}
