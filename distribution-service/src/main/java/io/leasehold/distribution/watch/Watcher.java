package io.leasehold.distribution.watch;

import io.smallrye.mutiny.subscription.MultiEmitter;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One open stream: what waits for its node. The feed's thread fills it, the connection's thread empties it as fast as the
 * node reads.
 */
final class Watcher {
    /** Of a node that wants nothing of the past. */
    static final long FROM_NOW = -1;

    private final UUID workspaceId;
    private final UUID nodeId;
    private final long after;
    private final Instant until;
    private final int buffer;
    private final MultiEmitter<? super WatchMessage> client;
    private final ConcurrentLinkedQueue<WatchMessage> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicInteger waitingCount = new AtomicInteger();
    private final AtomicInteger drains = new AtomicInteger();
    private volatile long lastSentNanos = System.nanoTime();
    private volatile boolean ending;
    private volatile boolean gone;
    /** Whether it has been told what it missed; of the feed's thread alone. */
    private boolean begun;

    Watcher(
            UUID workspaceId,
            UUID nodeId,
            long after,
            Instant until,
            int buffer,
            MultiEmitter<? super WatchMessage> client) {
        this.workspaceId = workspaceId;
        this.nodeId = nodeId;
        this.after = after;
        this.until = until;
        this.buffer = buffer;
        this.client = client;
        client.onRequest(more -> drain());
        client.onTermination(() -> gone = true);
    }

    UUID workspaceId() {
        return workspaceId;
    }

    UUID nodeId() {
        return nodeId;
    }

    long after() {
        return after;
    }

    boolean isGone() {
        return gone;
    }

    boolean hasBegun() {
        return begun;
    }

    void begin() {
        begun = true;
    }

    boolean isOver(Instant now) {
        return !now.isBefore(until);
    }

    /** How long nothing has been sent. */
    Duration silence() {
        return Duration.ofNanos(System.nanoTime() - lastSentNanos);
    }

    void tell(WatchMessage.Event event) {
        if (waitingCount.get() >= buffer) {
            cut();
            return;
        }
        enqueue(event);
        drain();
    }

    void comment(String text) {
        // A node that reads nothing needs no more of them.
        if (waitingCount.get() < buffer) {
            enqueue(new WatchMessage.Comment(text));
            drain();
        }
    }

    /** Ends the stream after what waits, and the reason. */
    void end(String reason) {
        enqueue(new WatchMessage.Comment(reason));
        ending = true;
        drain();
    }

    /** What waits is dropped: the node goes on from the last event that it saw. */
    private void cut() {
        waiting.clear();
        waitingCount.set(0);
        end("too slow; connect again to go on from the last event");
        client.complete();
    }

    private void enqueue(WatchMessage message) {
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
            WatchMessage next = waiting.poll();
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
