package io.leasehold.collector.rate;

import io.leasehold.kit.database.Database;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** How old the newest rates of the feed are. Every replica tells the same; where no feed is asked none does. */
@Singleton
class RateMetrics {
    private final Database database;
    private final RateConfig config;
    private volatile @Nullable LocalDate newest;

    RateMetrics(Database database, RateConfig config, MeterRegistry metrics, Clock clock) {
        this.database = database;
        this.config = config;
        if (config.enabled()) {
            Gauge.builder("leasehold.exchange.rates.age.seconds", this, rates -> age(rates.newest, clock.instant()))
                    .description("Since the end of the day that the newest exchange rates are of; infinite without any")
                    .register(metrics);
        }
    }

    @Scheduled(every = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        if (config.enabled()) {
            newest = database.asSystem(handle -> RateStore.findNewest(handle, EcbRates.SOURCE))
                    .orElse(null);
        }
    }

    /** Days are in UTC, as those of bills; rates of today are not old. */
    static double age(@Nullable LocalDate newest, Instant now) {
        if (newest == null) {
            return Double.POSITIVE_INFINITY;
        }
        Instant end = newest.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        return Math.max(0, Duration.between(end, now).toSeconds());
    }
}
