package io.leasehold.analytics.live;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Tells the subscribers of one workspace what they have not been told. Each has a position of its own; those at the same
 * one share what is read. Only the feed's thread is here.
 */
final class WorkspaceFeed {
    /** How many requests are read at once; a subscriber with less room waits until its client has read on. */
    static final int PAGE = 100;

    private final UUID workspaceId;
    private final LiveReader reader;
    private final Duration statsInterval;
    private LiveMessage.@Nullable Event stats;
    private long statsReadNanos;

    WorkspaceFeed(UUID workspaceId, LiveReader reader, Duration statsInterval) {
        this.workspaceId = workspaceId;
        this.reader = reader;
        this.statsInterval = statsInterval;
    }

    /** @param head how far the ledger has come; nothing beyond it is told, so that an id never goes back */
    void tell(Collection<Subscriber> subscribers, long head) {
        Map<Long, List<LiveMessage.Event>> pages = new HashMap<>();
        for (Subscriber subscriber : subscribers) {
            subscriber.beginOnce(head);
            while (subscriber.position() < head && subscriber.room() >= PAGE) {
                List<LiveMessage.Event> page = pages.computeIfAbsent(
                        subscriber.position(), after -> reader.requests(workspaceId, after, head, PAGE));
                if (page.isEmpty()) {
                    subscriber.skipTo(head);
                } else {
                    subscriber.tell(page);
                }
            }
        }
        tellStats(subscribers, head);
    }

    private void tellStats(Collection<Subscriber> subscribers, long head) {
        for (Subscriber subscriber : subscribers) {
            if (!subscriber.needsStats(head) || subscriber.room() < 1) {
                continue;
            }
            LiveMessage.Event current = currentStats(head);
            if (current == null) {
                return;
            }
            subscriber.tellStats(current);
        }
    }

    /** Null while the last ones are too young to be read again. */
    private LiveMessage.@Nullable Event currentStats(long head) {
        LiveMessage.Event known = stats;
        if (known != null && known.position() == head) {
            return known;
        }
        long now = System.nanoTime();
        if (known != null && now - statsReadNanos < statsInterval.toNanos()) {
            return null;
        }
        statsReadNanos = now;
        stats = reader.stats(workspaceId, head);
        return stats;
    }
}
