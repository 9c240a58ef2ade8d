package io.leasehold.collector.rate;

import io.leasehold.kit.database.Database;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import org.jboss.logging.Logger;

/** Fetches rates once a day, by one replica. What could not be had is asked for again soon. */
@Singleton
class RateFetcher {
    private static final Logger LOG = Logger.getLogger(RateFetcher.class);
    private static final Duration RETRY = Duration.ofMinutes(15);
    /** A working day's rates are published about 16:00 in Frankfurt. */
    private static final LocalTime PUBLISHED = LocalTime.of(16, 0);

    private final Database database;
    private final RateFeed feed;
    private final RateConfig config;
    private final MeterRegistry metrics;
    private final Clock clock;

    RateFetcher(Database database, RateFeed feed, RateConfig config, MeterRegistry metrics, Clock clock) {
        this.database = database;
        this.feed = feed;
        this.config = config;
        this.metrics = metrics;
        this.clock = clock;
    }

    @Scheduled(every = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void fetchDue() {
        Instant now = clock.instant();
        if (config.enabled()
                && database.asSystem(handle -> RateStore.claim(handle, EcbRates.SOURCE, now, now.plus(RETRY)))) {
            fetch();
        }
    }

    void fetch() {
        try {
            List<ExchangeRate> rates = feed.read();
            database.useSystem(handle -> {
                RateStore.put(handle, rates);
                RateStore.askNextAt(handle, EcbRates.SOURCE, next(clock.instant()));
            });
            count("ok");
            LOG.infof("exchange rates fetched rates=%d", rates.size());
        } catch (RateFeedException failure) {
            count("failed");
            LOG.warnf(
                    failure.getCause(),
                    "exchange rates not fetched, asked again in %d min address=%s cause=%s",
                    RETRY.toMinutes(),
                    config.address(),
                    failure.getMessage());
        }
    }

    /** The next time at which the rates of a new day are there. */
    static Instant next(Instant now) {
        ZonedDateTime today = now.atZone(ZoneOffset.UTC).with(PUBLISHED);
        return (today.toInstant().isAfter(now) ? today : today.plusDays(1)).toInstant();
    }

    private void count(String result) {
        Counter.builder("leasehold.exchange.rates.fetches")
                .description("Times that exchange rates were asked for")
                .tag("result", result)
                .register(metrics)
                .increment();
    }
}
