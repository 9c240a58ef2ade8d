package io.leasehold.collector.poll;

import io.leasehold.collector.cost.CostReader;
import io.leasehold.collector.credential.Credentials;
import io.leasehold.collector.estimate.KeyEstimates;
import io.leasehold.collector.quota.QuotaReader;
import io.leasehold.collector.rate.ExchangeRates;
import io.leasehold.collector.raw.RawResponses;
import io.leasehold.collector.standing.StandingReader;
import io.leasehold.collector.usage.UsageReader;
import io.leasehold.kit.database.Database;
import io.leasehold.kit.outbox.Outbox;
import io.leasehold.providers.http.BreakerPolicy;
import io.leasehold.providers.http.ClientSettings;
import io.leasehold.providers.http.RetryPolicy;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.lang.reflect.Constructor;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.microprofile.config.Config;

/** A poller of a process of its own: with its own database and its own clock, and otherwise the real one. */
final class PollerUnderTest implements AutoCloseable {
    /** One attempt each, and nobody is left alone for a time that no test can move. */
    private static final ClientSettings SETTINGS = ClientSettings.defaults()
            .with(RetryPolicy.none())
            .with(new BreakerPolicy(Integer.MAX_VALUE, Duration.ofMillis(1)));

    private final PollService polls;
    private final ProviderAccess providers;

    private PollerUnderTest(PollService polls, ProviderAccess providers) {
        this.polls = polls;
        this.providers = providers;
    }

    void poll(Claim claim) {
        polls.poll(claim);
    }

    @Override
    public void close() {
        providers.close();
    }

    /** What a process gets from its container. */
    @Singleton
    static class Parts {
        @Inject
        Vertx vertx;

        @Inject
        Config config;

        @Inject
        PollConfig pollConfig;

        @Inject
        Plans plans;

        @Inject
        Credentials credentials;

        @Inject
        KeyEstimates estimates;

        @Inject
        ExchangeRates rates;

        @Inject
        RawResponses raw;

        @Inject
        Outbox outbox;

        @Inject
        MeterRegistry metrics;

        PollerUnderTest poller(Database database, Clock clock) {
            ProviderAccess providers = new ProviderAccess(vertx, config, clock, SETTINGS);
            PartPolls parts = new PartPolls(
                    providers,
                    credentials,
                    make(CostReader.class, database, estimates, rates, outbox, clock),
                    make(UsageReader.class, database, outbox, clock),
                    make(QuotaReader.class, database, credentials, outbox, clock),
                    make(StandingReader.class, database, outbox, metrics, clock),
                    pollConfig);
            return new PollerUnderTest(
                    new PollService(database, providers, plans, parts, raw, outbox, pollConfig, metrics, clock),
                    providers);
        }

        /** Their constructors are for the container. */
        private static <T> T make(Class<T> type, Object... arguments) {
            for (Constructor<?> constructor : type.getDeclaredConstructors()) {
                if (constructor.getParameterCount() == arguments.length) {
                    try {
                        constructor.setAccessible(true);
                        return type.cast(constructor.newInstance(arguments));
                    } catch (ReflectiveOperationException changed) {
                        throw new IllegalStateException(changed);
                    }
                }
            }
            throw new IllegalStateException(type + " is made otherwise now");
        }
    }
}
