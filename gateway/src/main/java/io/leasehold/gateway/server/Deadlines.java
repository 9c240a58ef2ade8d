package io.leasehold.gateway.server;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * For what must be over within the same time, and mostly is in none: one timer for all of it, where one for each would
 * cost a request more than its admission. Event loop only.
 */
final class Deadlines {
    private final Vertx vertx;
    private final long patience;
    private final Set<Deadline> waiting = new LinkedHashSet<>();
    private boolean watching;

    Deadlines(Vertx vertx, Duration patience) {
        this.vertx = vertx;
        this.patience = patience.toNanos();
    }

    /** @param late run once, unless it is over by then */
    Deadline begin(Runnable late) {
        Deadline deadline = new Deadline(System.nanoTime() + patience, late);
        waiting.add(deadline);
        if (!watching) {
            watch(patience);
        }
        return deadline;
    }

    private void watch(long nanos) {
        watching = true;
        vertx.setTimer(Math.max(1, TimeUnit.NANOSECONDS.toMillis(nanos)), time -> look());
    }

    /** They are in the order in which they are due. */
    private void look() {
        watching = false;
        long now = System.nanoTime();
        while (!waiting.isEmpty()) {
            Deadline first = waiting.iterator().next();
            if (first.at - now > 0) {
                watch(first.at - now);
                return;
            }
            waiting.remove(first);
            first.late.run();
        }
    }

    /** Something that must be over at a time. */
    final class Deadline {
        private final long at;
        private final Runnable late;

        private Deadline(long at, Runnable late) {
            this.at = at;
            this.late = late;
        }

        void isMet() {
            waiting.remove(this);
        }
    }
}
