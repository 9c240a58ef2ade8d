package io.leasehold.distribution.notice;

import java.util.Locale;

/** What a node is told of. */
public enum NoticeKind {
    /**
     * A direct lease: its key was rotated, is about to go, or is nearly at a limit by what its provider reports; ask again for
     * the secret that works, or another lease.
     */
    LEASE_DRAINING,
    /** What a direct lease drained for was called off. */
    LEASE_ACTIVE,
    /** A gateway lease goes on with another key; nothing is to be done. */
    LEASE_MOVED,
    LEASE_REVOKED,
    /** Limits of something that the node's leases count for. */
    LIMITS_CHANGED,
    /** What the node may lease. */
    POLICY_CHANGED,
    NODE_REMOVED,
    /** What was missed is not known any more: look at what there is. */
    RESET;

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
