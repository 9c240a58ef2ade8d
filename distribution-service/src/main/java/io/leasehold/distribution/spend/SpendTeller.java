package io.leasehold.distribution.spend;

import io.leasehold.contracts.event.EventType;
import io.leasehold.kit.database.Database;
import io.leasehold.kit.outbox.Outbox;
import io.leasehold.kit.outbox.OutgoingEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Tells what windows stand at, each at most once a second however often it moves. Runs on every replica. */
@Singleton
class SpendTeller {
    private static final Duration PAUSE = Duration.ofSeconds(1);
    /** Few at a time: those that everybody shares are among them, and are locked meanwhile. */
    private static final int BATCH = 40;

    private final Database database;
    private final Outbox outbox;
    private final Clock clock;

    SpendTeller(Database database, Outbox outbox, Clock clock) {
        this.database = database;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tellNews() {
        int told;
        do {
            told = tellSome();
        } while (told == BATCH);
    }

    private int tellSome() {
        return database.asSystem(handle -> {
            Instant now = clock.instant();
            List<SpendWindow> news = SpendWindowStore.lockNews(handle, PAUSE, BATCH);
            outbox.appendAll(
                    handle,
                    news.stream()
                            .map(window -> new OutgoingEvent(EventType.SPEND_CHANGED, window.toView(now)))
                            .toList());
            SpendWindowStore.markTold(handle, news);
            return news.size();
        });
    }
}
