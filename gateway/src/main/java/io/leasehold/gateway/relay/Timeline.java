package io.leasehold.gateway.relay;

import io.leasehold.contracts.event.RequestCompleted.Latency;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * When what happened to one request, and how much of the time was ours: it runs while we work, or wait for our own services,
 * and stands while we wait for the client or the provider. Event loop only.
 */
public final class Timeline {
    private final long beginning = System.nanoTime();
    private long resumedAt = beginning;
    private boolean running = true;
    private long ours;
    private long admission;
    private @Nullable Long upstreamFirstByte;

    /** From now on it is our time. */
    public void resume() {
        if (!running) {
            running = true;
            resumedAt = System.nanoTime();
        }
    }

    /** From now on somebody else is awaited. */
    public void pause() {
        if (running) {
            running = false;
            ours += System.nanoTime() - resumedAt;
        }
    }

    /** How long ago it came. */
    public Duration age() {
        return Duration.ofNanos(System.nanoTime() - beginning);
    }

    public void admitted() {
        admission = sinceBeginning();
    }

    public void upstreamAnswers() {
        upstreamFirstByte = sinceBeginning();
    }

    /** In microseconds, so far. */
    public long overhead() {
        long running = this.running ? System.nanoTime() - resumedAt : 0;
        return TimeUnit.NANOSECONDS.toMicros(ours + running);
    }

    /** In microseconds from the beginning; 0 where it never came to that. */
    public long admission() {
        return admission;
    }

    public Latency latency() {
        return new Latency(admission, upstreamFirstByte, sinceBeginning(), overhead());
    }

    private long sinceBeginning() {
        return TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - beginning);
    }
}
