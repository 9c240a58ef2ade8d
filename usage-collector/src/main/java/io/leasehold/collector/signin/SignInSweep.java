package io.leasehold.collector.signin;

import io.leasehold.kit.database.Database;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;

/** Ends sign-ins whose time is over, so that no secret lies about, and forgets those that came to nothing. */
@Singleton
class SignInSweep {
    private final Database database;
    private final SignInConfig config;
    private final Clock clock;

    SignInSweep(Database database, SignInConfig config, Clock clock) {
        this.database = database;
        this.config = config;
        this.clock = clock;
    }

    @Scheduled(every = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sweep() {
        Instant now = clock.instant();
        database.useSystem(handle -> {
            SignInStore.expire(handle, now);
            SignInStore.endTokens(handle, now);
            SignInStore.forget(handle, now, config.keep());
        });
    }
}
