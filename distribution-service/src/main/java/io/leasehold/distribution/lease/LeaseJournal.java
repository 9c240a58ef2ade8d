package io.leasehold.distribution.lease;

import io.leasehold.contracts.event.EventType;
import io.leasehold.kit.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import org.jdbi.v3.core.Handle;

/** Writes a lease that is locked, and the event that tells of it. */
@ApplicationScoped
class LeaseJournal {
    private final Outbox outbox;

    LeaseJournal(Outbox outbox) {
        this.outbox = outbox;
    }

    Lease write(Handle handle, EventType type, Lease lease) {
        LeaseStore.save(handle, lease);
        outbox.append(handle, type, lease.toView());
        return lease;
    }
}
