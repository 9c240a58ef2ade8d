package io.leasehold.analytics.live;

import io.leasehold.analytics.visible.VisibleTraffic;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Tells the subscribers of one workspace what they have not been told. Each has a position of its own; those that are near
 * one another share what is read. Only the feed's thread is here.
 */
final class WorkspaceFeed {
    /** How many requests are read at once; a subscriber with less room waits until its client has read on. */
    static final int PAGE = 100;

    private final UUID workspaceId;
    private final LiveReader reader;
    private final Duration statsInterval;
    /** By what is visible: those who see the same share what is read. */
    private final Map<VisibleTraffic, Figures> figures = new HashMap<>();

    private record Figures(LiveMessage.Event event, long readNanos) {}

    WorkspaceFeed(UUID workspaceId, LiveReader reader, Duration statsInterval) {
        this.workspaceId = workspaceId;
        this.reader = reader;
        this.statsInterval = statsInterval;
    }

    /**
     * Tells everyone a page at most, so that whoever has missed much does not hold up the others.
     *
     * @param head how far the ledger has come; nothing beyond it is told, so that an id never goes back
     * @return whether somebody who has room for more was not told all of it
     */
    boolean tell(Collection<Subscriber> subscribers, long head) {
        subscribers.forEach(subscriber -> subscriber.beginOnce(head));
        List<Subscriber> behind = subscribers.stream()
                .filter(subscriber -> subscriber.position() < head && subscriber.room() >= PAGE)
                .sorted(Comparator.comparingLong(Subscriber::position))
                .toList();
        Page page = Page.NONE;
        boolean more = false;
        for (Subscriber subscriber : behind) {
            if (!page.continues(subscriber.position())) {
                page = read(subscriber.position(), head);
            }
            subscriber.tell(page.after(subscriber.position()), page.end());
            more |= subscriber.position() < head && subscriber.room() >= PAGE;
        }
        tellStats(subscribers, head);
        return more;
    }

    private Page read(long after, long head) {
        List<LiveMessage.Event> requests = reader.requests(workspaceId, after, head, PAGE);
        // Positions that are missing were told as part of something later, or are kept no more.
        long end = requests.size() < PAGE ? head : requests.getLast().position();
        return new Page(after, end, requests);
    }

    /** All there is in {@code (begin, end]}. */
    private record Page(long begin, long end, List<LiveMessage.Event> requests) {
        static final Page NONE = new Page(0, 0, List.of());

        boolean continues(long position) {
            return position >= begin && position < end;
        }

        List<LiveMessage.Event> after(long position) {
            return requests.stream()
                    .dropWhile(request -> request.position() <= position)
                    .toList();
        }
    }

    private void tellStats(Collection<Subscriber> subscribers, long head) {
        figures.keySet().retainAll(visibleTo(subscribers));
        for (Subscriber subscriber : subscribers) {
            if (!subscriber.needsStats(head) || subscriber.room() < 1) {
                continue;
            }
            LiveMessage.Event current = currentStats(subscriber.traffic(), head);
            if (current != null) {
                subscriber.tellStats(current);
            }
        }
    }

    private static Set<VisibleTraffic> visibleTo(Collection<Subscriber> subscribers) {
        return subscribers.stream().map(Subscriber::traffic).collect(Collectors.toSet());
    }

    /** Null while the last ones are too young to be read again. */
    private LiveMessage.@Nullable Event currentStats(VisibleTraffic traffic, long head) {
        Figures known = figures.get(traffic);
        if (known != null && known.event().position() == head) {
            return known.event();
        }
        long now = System.nanoTime();
        if (known != null && now - known.readNanos() < statsInterval.toNanos()) {
            return null;
        }
        LiveMessage.Event current = reader.stats(traffic, head);
        figures.put(traffic, new Figures(current, now));
        return current;
    }
}
