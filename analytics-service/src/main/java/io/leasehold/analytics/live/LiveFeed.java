package io.leasehold.analytics.live;

import io.leasehold.analytics.visible.VisibleTraffic;
import io.leasehold.contracts.ProblemType;
import io.leasehold.kit.problem.ConflictProblem;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Tells everyone who listens what the ledger took in, in its order, wherever it was taken in. One thread does it for all,
 * so that nothing is lost or told twice between what a subscriber missed and what is new.
 */
@Singleton
public class LiveFeed {
    private static final Logger LOG = Logger.getLogger(LiveFeed.class);

    private final LiveReader reader;
    private final LiveConfig config;
    private final Clock clock;
    private final List<Subscriber> subscribers = new CopyOnWriteArrayList<>();
    private final Map<UUID, WorkspaceFeed> feeds = new HashMap<>();
    private final Semaphore wakeUp = new Semaphore(0);
    private volatile boolean running;
    /** Whether the last look went well; of the feed's thread alone. */
    private boolean reading = true;

    LiveFeed(LiveReader reader, LiveConfig config, Clock clock, MeterRegistry metrics) {
        this.reader = reader;
        this.config = config;
        this.clock = clock;
        Gauge.builder("leasehold.live.streams", subscribers, List::size)
                .description("Browsers that are sent live figures")
                .register(metrics);
    }

    /** Says that there is something new, so that nobody waits for the next look. */
    public void wake() {
        wakeUp.release();
    }

    /**
     * @param after what the client was told before; {@link Subscriber#FROM_NOW} for nothing of the past
     * @param until when the stream ends
     */
    Multi<LiveMessage> subscribe(VisibleTraffic traffic, long after, Instant until) {
        if (subscribers.size() >= config.maxSubscribers()
                || subscribersOf(traffic.workspaceId()) >= config.maxSubscribersPerWorkspace()) {
            throw new ConflictProblem(
                    ProblemType.TOO_MANY_REQUESTS, "Too many live streams are open here. Try again in a minute.");
        }
        return Multi.createFrom()
                .emitter(
                        client -> {
                            Subscriber subscriber = new Subscriber(traffic, after, until, config.buffer(), client);
                            subscriber.comment("live");
                            subscribers.add(subscriber);
                            wake();
                        },
                        // A subscriber emits only what was asked for.
                        BackPressureStrategy.ERROR);
    }

    private long subscribersOf(UUID workspaceId) {
        return subscribers.stream()
                .filter(subscriber -> subscriber.workspaceId().equals(workspaceId))
                .count();
    }

    void onStart(@Observes StartupEvent event) {
        running = true;
        Thread.ofVirtual().name("live-feed").start(this::run);
    }

    void onStop(@Observes ShutdownEvent event) {
        running = false;
        subscribers.forEach(subscriber -> subscriber.end("the service stops; connect again"));
        wake();
    }

    private void run() {
        while (running) {
            try {
                if (wakeUp.tryAcquire(config.pollInterval().toMillis(), TimeUnit.MILLISECONDS)) {
                    wakeUp.drainPermits();
                }
                subscribers.removeIf(Subscriber::isGone);
                tellAll();
                Instant now = clock.instant();
                subscribers.forEach(subscriber -> tend(subscriber, now));
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void tellAll() {
        Map<UUID, List<Subscriber>> byWorkspace =
                subscribers.stream().collect(Collectors.groupingBy(Subscriber::workspaceId));
        feeds.keySet().retainAll(byWorkspace.keySet());
        if (byWorkspace.isEmpty()) {
            return;
        }
        reading = tellAll(byWorkspace);
    }

    /** @return whether all could be read that there is to tell */
    private boolean tellAll(Map<UUID, List<Subscriber>> byWorkspace) {
        Map<UUID, Long> heads = new HashMap<>();
        if (!attempt(() -> heads.putAll(reader.positions(byWorkspace.keySet())))) {
            return false;
        }
        boolean read = true;
        for (Map.Entry<UUID, List<Subscriber>> one : byWorkspace.entrySet()) {
            UUID workspaceId = one.getKey();
            // What is wrong with one workspace must not silence the others.
            read &= attempt(() -> tell(workspaceId, one.getValue(), heads.getOrDefault(workspaceId, 0L)));
        }
        return read;
    }

    private void tell(UUID workspaceId, List<Subscriber> listeners, long head) {
        WorkspaceFeed feed =
                feeds.computeIfAbsent(workspaceId, id -> new WorkspaceFeed(id, reader, config.statsInterval()));
        if (feed.tell(listeners, head)) {
            wake();
        }
    }

    /** The reason is told once, and not for every look as long as it lasts. */
    private boolean attempt(Runnable reads) {
        try {
            reads.run();
            return true;
        } catch (RuntimeException failure) {
            if (reading) {
                LOG.warnf(failure, "live feed can't read; it goes on as soon as it can streams=%d", subscribers.size());
            }
            return false;
        }
    }

    private void tend(Subscriber subscriber, Instant now) {
        if (subscriber.isExpired(now)) {
            subscriber.end("the token has expired; connect again with a new one");
        } else if (subscriber.hasWaiting() && subscriber.silence().compareTo(config.patience()) > 0) {
            subscriber.cut("too slow; connect again to go on from the last event");
        } else if (subscriber.silence().compareTo(config.heartbeat()) > 0) {
            subscriber.comment("alive");
        }
    }
}
