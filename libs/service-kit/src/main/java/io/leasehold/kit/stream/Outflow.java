package io.leasehold.kit.stream;

import io.smallrye.mutiny.subscription.MultiEmitter;
import java.time.Duration;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What waits for one client. Whoever has something for it fills it, the connection's thread empties it as fast as the client reads.
 * It has no bound of its own: who fills it looks at {@link #waiting()} first.
 *
 * @param <M> a message
 */
public final class Outflow<M> {
    private final MultiEmitter<? super M> client;
    private final ConcurrentLinkedQueue<M> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicInteger waitingCount = new AtomicInteger();
    private final AtomicInteger drains = new AtomicInteger();
    private volatile long lastSentNanos = System.nanoTime();
    private volatile boolean ending;
    private volatile boolean gone;

    public Outflow(MultiEmitter<? super M> client) {
        this.client = client;
        client.onRequest(more -> drain());
        client.onTermination(() -> gone = true);
    }

    /** Whether nobody reads any more. */
    public boolean isGone() {
        return gone;
    }

    /** How many messages wait. */
    public int waiting() {
        return waitingCount.get();
    }

    /** How long nothing has been sent. */
    public Duration silence() {
        return Duration.ofNanos(System.nanoTime() - lastSentNanos);
    }

    /** Sends it after what waits, once the client asks for it. */
    public void send(M message) {
        enqueue(message);
        drain();
    }

    /** {@link #send(Object)} for several, in order. */
    public void sendAll(Iterable<? extends M> messages) {
        messages.forEach(this::enqueue);
        drain();
    }

    /** Ends the stream after what waits, and a last message. */
    public void end(M last) {
        enqueue(last);
        ending = true;
        drain();
    }

    /** Ends the stream at once, with the last message if the client takes it. What waits is dropped. */
    public void cut(M last) {
        waiting.clear();
        waitingCount.set(0);
        end(last);
        client.complete();
    }

    private void enqueue(M message) {
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
            M next = waiting.poll();
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
