package io.leasehold.analytics.live;

import io.leasehold.analytics.visible.VisibleTraffic;
import io.smallrye.mutiny.subscription.MultiEmitter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One open stream: what waits for its client, and how far it has been told. The feed's thread fills it, the connection's
 * thread empties it as fast as the client reads.
 */
final class Subscriber {
    /** Before it has been told anything and wants nothing of the past. */
    static final long FROM_NOW = -1;

    private final VisibleTraffic traffic;
    private final Instant until;
    private final int buffer;
    private final MultiEmitter<? super LiveMessage> client;
    private final ConcurrentLinkedQueue<LiveMessage> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicInteger waitingCount = new AtomicInteger();
    private final AtomicInteger drains = new AtomicInteger();
    private volatile long lastSentNanos = System.nanoTime();
    private volatile boolean ending;
    private volatile boolean gone;

    // Of the feed's thread alone.
    private boolean begun;
    private long position;
    private boolean statsDue = true;

    /**
     * @param position what was told before; {@link #FROM_NOW} for nothing of the past
     * @param until when the caller's token expires
     */
    Subscriber(
            VisibleTraffic traffic,
            long position,
            Instant until,
            int buffer,
            MultiEmitter<? super LiveMessage> client) {
        this.traffic = traffic;
        this.position = position;
        this.until = until;
        this.buffer = buffer;
        this.client = client;
        client.onRequest(more -> drain());
        client.onTermination(() -> gone = true);
    }

    UUID workspaceId() {
        return traffic.workspaceId();
    }

    VisibleTraffic traffic() {
        return traffic;
    }

    boolean isGone() {
        return gone;
    }

    boolean isExpired(Instant now) {
        return !now.isBefore(until);
    }

    long position() {
        return position;
    }

    /** A position beyond the ledger's end comes from another ledger; then there is nothing to resume. */
    void beginOnce(long head) {
        if (!begun && (position == FROM_NOW || position > head)) {
            position = head;
        }
        begun = true;
    }

    boolean needsStats(long head) {
        return position == head && statsDue;
    }

    int room() {
        return buffer - waitingCount.get();
    }

    /**
     * @param requests of the workspace; only what is visible to the client is told
     * @param end how far it has been told then
     */
    void tell(List<LiveMessage.Event> requests, long end) {
        List<LiveMessage.Event> visible = requests.stream()
                .filter(request -> traffic.has(request.domain()))
                .toList();
        visible.forEach(this::enqueue);
        // Whoever sees a part is not even told that something happened elsewhere.
        statsDue |= !visible.isEmpty() || (traffic.isAll() && end != position);
        position = end;
        drain();
    }

    void tellStats(LiveMessage.Event stats) {
        enqueue(stats);
        statsDue = false;
        drain();
    }

    void comment(String text) {
        enqueue(new LiveMessage.Comment(text));
        drain();
    }

    /** How long nothing has been sent. */
    Duration silence() {
        return Duration.ofNanos(System.nanoTime() - lastSentNanos);
    }

    boolean hasWaiting() {
        return waitingCount.get() > 0;
    }

    /** Ends the stream after what waits, and the reason. */
    void end(String reason) {
        enqueue(new LiveMessage.Comment(reason));
        ending = true;
        drain();
    }

    /** Ends the stream at once, with the reason if the client takes it. */
    void cut(String reason) {
        waiting.clear();
        waitingCount.set(0);
        end(reason);
        client.complete();
    }

    private void enqueue(LiveMessage message) {
        waiting.add(message);
        waitingCount.incrementAndGet();
    }

    /** Sends as much as the client asks for. Whoever finds another thread here leaves the work to it. */
    private void drain() {
        if (drains.getAndIncrement() != 0) {
            return;
        }
        int seen = 1;
        do {
            sendWanted();
            seen = drains.addAndGet(-seen);
        } while (seen != 0);
    }

    private void sendWanted() {
        while (client.requested() > 0) {
            LiveMessage next = waiting.poll();
            if (next == null) {
                break;
            }
            waitingCount.decrementAndGet();
            lastSentNanos = System.nanoTime();
            client.emit(next);
        }
        if (ending && waiting.isEmpty()) {
            client.complete();
        }
    }
}
