package io.leasehold.distribution.lease;

import io.leasehold.contracts.event.EventType;
import io.leasehold.distribution.notice.NoticeKind;
import io.leasehold.distribution.notice.Notices;
import io.leasehold.kit.outbox.Outbox;
import io.leasehold.kit.outbox.OutgoingEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Writes a lease that is locked, the event that tells of it, and what its node is to be told at once. */
@ApplicationScoped
class LeaseJournal {
    private final Outbox outbox;
    private final Clock clock;

    LeaseJournal(Outbox outbox, Clock clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    Lease write(Handle handle, EventType type, Lease lease) {
        LeaseStore.save(handle, lease);
        outbox.append(handle, type, lease.toView());
        switch (lease.state()) {
            case DRAINING -> tellNode(handle, NoticeKind.LEASE_DRAINING, lease);
            case REVOKED -> tellNode(handle, NoticeKind.LEASE_REVOKED, lease);
            case ACTIVE, RELEASED, EXPIRED -> {
                // The node's own doing, known to it beforehand, or told by whoever knows more.
            }
        }
        return lease;
    }

    /** {@link #write} for many that their nodes need not be told of, in one go. */
    void writeAll(Handle handle, EventType type, List<Lease> leases) {
        LeaseStore.saveAll(handle, leases);
        outbox.appendAll(
                handle,
                leases.stream()
                        .map(lease -> new OutgoingEvent(type, lease.toView()))
                        .toList());
    }

    void tellNode(Handle handle, NoticeKind kind, Lease lease) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("lease_id", lease.leaseId());
        data.put("key_id", lease.keyId());
        data.put("state", lease.state());
        if (lease.endReason() != null) {
            data.put("reason", lease.endReason());
        }
        Notices.write(handle, lease.workspaceId(), lease.nodeId(), kind, data, clock.instant());
    }
}
