package io.leasehold.analytics.live;

import io.leasehold.analytics.visible.VisibleTraffic;
import io.leasehold.kit.stream.Outflow;
import io.smallrye.mutiny.subscription.MultiEmitter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

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
    private final Outflow<LiveMessage> flow;

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
        this.flow = new Outflow<>(client);
    }

    UUID workspaceId() {
        return traffic.workspaceId();
    }

    VisibleTraffic traffic() {
        return traffic;
    }

    boolean isGone() {
        return flow.isGone();
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
        return buffer - flow.waiting();
    }

    /**
     * @param requests of the workspace; only what is visible to the client is told
     * @param end how far it has been told then
     */
    void tell(List<LiveMessage.Event> requests, long end) {
        List<LiveMessage.Event> visible = requests.stream()
                .filter(request -> traffic.has(request.domain()))
                .toList();
        // Whoever sees a part is not even told that something happened elsewhere.
        statsDue |= !visible.isEmpty() || (traffic.isAll() && end != position);
        position = end;
        flow.sendAll(visible);
    }

    void tellStats(LiveMessage.Event stats) {
        statsDue = false;
        flow.send(stats);
    }

    void comment(String text) {
        flow.send(new LiveMessage.Comment(text));
    }

    /** How long nothing has been sent. */
    Duration silence() {
        return flow.silence();
    }

    boolean hasWaiting() {
        return flow.waiting() > 0;
    }

    /** Ends the stream after what waits, and the reason. */
    void end(String reason) {
        flow.end(new LiveMessage.Comment(reason));
    }

    /** Ends the stream at once, with the reason if the client takes it. */
    void cut(String reason) {
        flow.cut(new LiveMessage.Comment(reason));
    }
}
