package io.leasehold.distribution.watch;

import io.leasehold.kit.stream.Outflow;
import io.smallrye.mutiny.subscription.MultiEmitter;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

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
    private final Outflow<WatchMessage> flow;
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
        this.flow = new Outflow<>(client);
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
        return flow.isGone();
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
        return flow.silence();
    }

    void tell(WatchMessage.Event event) {
        if (flow.waiting() < buffer) {
            flow.send(event);
        } else {
            // It goes on from the last event that it saw.
            flow.cut(new WatchMessage.Comment("too slow; connect again to go on from the last event"));
        }
    }

    void comment(String text) {
        // A node that reads nothing needs no more of them.
        if (flow.waiting() < buffer) {
            flow.send(new WatchMessage.Comment(text));
        }
    }

    /** Ends the stream after what waits, and the reason. */
    void end(String reason) {
        flow.end(new WatchMessage.Comment(reason));
    }
}
