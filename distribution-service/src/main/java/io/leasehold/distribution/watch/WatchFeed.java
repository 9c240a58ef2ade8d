package io.leasehold.distribution.watch;

import io.leasehold.contracts.ProblemType;
import io.leasehold.distribution.node.Node;
import io.leasehold.distribution.node.NodeRegistry;
import io.leasehold.distribution.notice.NoticeKind;
import io.leasehold.kit.database.Database;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Tells every node that listens here what it should know, whichever replica did it. One thread looks for what is new, for
 * all of them together, so that a thousand nodes cost no more queries than one.
 */
@Singleton
class WatchFeed {
    private static final Logger LOG = Logger.getLogger(WatchFeed.class);
    private static final int PAGE = 1_000;
    private static final int HEARD_OF_AT_ONCE = 500;

    private final Database database;
    private final NodeRegistry nodes;
    private final WatchConfig config;
    private final Clock clock;
    private final Map<UUID, List<Watcher>> byNode = new ConcurrentHashMap<>();
    private final AtomicInteger streams = new AtomicInteger();
    private volatile boolean running;

    // Of the feed's thread alone.
    private long position = Watcher.FROM_NOW;
    private long tendedNanos;
    private long heardOfNanos;
    private boolean reading = true;

    WatchFeed(Database database, NodeRegistry nodes, WatchConfig config, Clock clock, MeterRegistry metrics) {
        this.database = database;
        this.nodes = nodes;
        this.config = config;
        this.clock = clock;
        Gauge.builder("leasehold.watch.streams", streams, AtomicInteger::get)
                .description("Nodes that are told at once what they should know")
                .register(metrics);
    }

    /**
     * @param after what the node was told before; {@link Watcher#FROM_NOW} for nothing of the past
     * @param until when the stream ends at the latest
     */
    Multi<WatchMessage> subscribe(Node node, long after, Instant until) {
        List<Watcher> ofNode = byNode.getOrDefault(node.nodeId(), List.of());
        if (streams.get() >= config.maxStreams() || ofNode.size() >= config.maxStreamsPerNode()) {
            throw new ConflictProblem(
                    ProblemType.TOO_MANY_REQUESTS, "Too many streams are open here. Try again in a minute.");
        }
        Instant latest = clock.instant().plus(config.maxAge());
        Instant end = until.isBefore(latest) ? until : latest;
        return Multi.createFrom()
                .emitter(
                        client -> {
                            Watcher watcher =
                                    new Watcher(node.workspaceId(), node.nodeId(), after, end, config.buffer(), client);
                            watcher.comment("watching");
                            streams.incrementAndGet();
                            add(watcher);
                        },
                        // A watcher emits only what was asked for.
                        BackPressureStrategy.ERROR);
    }

    /** In one step, so that it is not added to a list that is being forgotten. */
    private void add(Watcher watcher) {
        byNode.compute(watcher.nodeId(), (id, known) -> {
            List<Watcher> watchers = known == null ? new CopyOnWriteArrayList<>() : known;
            watchers.add(watcher);
            return watchers;
        });
    }

    void onStart(@Observes StartupEvent event) {
        running = true;
        Thread.ofVirtual().name("watch-feed").start(this::run);
    }

    void onStop(@Observes ShutdownEvent event) {
        running = false;
        all().forEach(watcher -> watcher.end("the service stops; connect again"));
    }

    private void run() {
        while (running) {
            try {
                Thread.sleep(config.pollInterval());
                look();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException failure) {
                // The reason is told once, and not for every look as long as it lasts.
                if (reading) {
                    LOG.warnf(failure, "watch feed can't read; it goes on as soon as it can streams=%d", streams.get());
                }
                reading = false;
            }
        }
    }

    private void look() {
        if (byNode.isEmpty()) {
            position = Watcher.FROM_NOW;
            return;
        }
        database.useSystem(handle -> NoticeStore.order(handle, PAGE));
        if (position == Watcher.FROM_NOW) {
            position = database.asSystem(NoticeStore::head);
        }
        beginNewOnes();
        List<Notice> fresh;
        do {
            long after = position;
            fresh = database.asSystem(handle -> NoticeStore.listAfter(handle, after, PAGE));
            fresh.forEach(this::tell);
        } while (fresh.size() == PAGE);
        reading = true;
        tend();
    }

    /** Tells those that have just come what they missed, up to where all others are. */
    private void beginNewOnes() {
        for (Watcher watcher : all()) {
            if (!watcher.hasBegun()) {
                missed(watcher).forEach(watcher::tell);
                watcher.begin();
            }
        }
    }

    private List<WatchMessage.Event> missed(Watcher watcher) {
        if (watcher.after() == Watcher.FROM_NOW) {
            // So that it has something to resume after.
            return List.of(new WatchMessage.Event(position, "watching", "{}"));
        }
        List<Notice> notices = database.inWorkspace(
                watcher.workspaceId(),
                handle -> NoticeStore.listOfNode(
                        handle, watcher.workspaceId(), watcher.nodeId(), watcher.after(), position, config.buffer()));
        long first = database.asSystem(NoticeStore::first);
        boolean known = watcher.after() <= position && watcher.after() >= first - 1;
        if (!known || notices.size() >= config.buffer()) {
            return List.of(new WatchMessage.Event(position, NoticeKind.RESET.wireName(), "{}"));
        }
        return notices.stream().map(WatchFeed::event).toList();
    }

    private void tell(Notice notice) {
        position = notice.position();
        WatchMessage.Event event = event(notice);
        UUID nodeId = notice.nodeId();
        if (nodeId != null) {
            byNode.getOrDefault(nodeId, List.of()).stream()
                    .filter(Watcher::hasBegun)
                    .forEach(watcher -> {
                        watcher.tell(event);
                        if (notice.kind().equals(NoticeKind.NODE_REMOVED.wireName())) {
                            watcher.end("this node was removed");
                        }
                    });
        } else {
            all().stream()
                    .filter(watcher ->
                            watcher.hasBegun() && watcher.workspaceId().equals(notice.workspaceId()))
                    .forEach(watcher -> watcher.tell(event));
        }
    }

    private static WatchMessage.Event event(Notice notice) {
        return new WatchMessage.Event(notice.position(), notice.kind(), notice.data());
    }

    /** Once a second is enough for what is not urgent. */
    private void tend() {
        if (System.nanoTime() - tendedNanos < 1_000_000_000L) {
            return;
        }
        tendedNanos = System.nanoTime();
        Instant now = clock.instant();
        for (Watcher watcher : all()) {
            if (watcher.isOver(now)) {
                watcher.end("its time is over; connect again to go on from the last event");
            } else if (watcher.silence().compareTo(config.heartbeat()) > 0) {
                watcher.comment("alive");
            }
        }
        forgetGone();
        noteAlive();
    }

    private void forgetGone() {
        byNode.forEach((nodeId, watchers) -> watchers.removeIf(watcher -> {
            if (watcher.isGone()) {
                streams.decrementAndGet();
            }
            return watcher.isGone();
        }));
        byNode.keySet().forEach(nodeId -> byNode.computeIfPresent(nodeId, (id, left) -> left.isEmpty() ? null : left));
    }

    /** A node that listens is there, whether or not it says so. */
    private void noteAlive() {
        if (System.nanoTime() - heardOfNanos < config.heartbeat().toNanos()) {
            return;
        }
        heardOfNanos = System.nanoTime();
        Set<UUID> there = all().stream()
                .filter(watcher -> !watcher.isGone())
                .map(Watcher::nodeId)
                .collect(Collectors.toSet());
        List<UUID> ids = List.copyOf(there);
        for (int from = 0; from < ids.size(); from += HEARD_OF_AT_ONCE) {
            List<UUID> some = ids.subList(from, Math.min(from + HEARD_OF_AT_ONCE, ids.size()));
            database.useSystem(handle -> nodes.heardOf(handle, some));
        }
    }

    private List<Watcher> all() {
        List<Watcher> all = new ArrayList<>();
        byNode.values().forEach(all::addAll);
        return all;
    }
}
