package io.leasehold.ui.session;

import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.jboss.logging.Logger;

/** Forgets sessions that are over; any number of replicas may do so at once. */
@Singleton
class SessionSweep {
    private static final Logger LOG = Logger.getLogger(SessionSweep.class);

    private final SessionStore store;
    private final Clock clock;

    SessionSweep(SessionStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Scheduled(every = "10m", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sweep() {
        int forgotten = store.deleteExpired(clock.instant());
        if (forgotten > 0) {
            LOG.debugf("sessions over count=%d", forgotten);
        }
    }
}
