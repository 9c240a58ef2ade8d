package io.leasehold.distribution.lease;

import io.leasehold.contracts.LeaseMode;
import io.leasehold.contracts.event.EventType;
import io.leasehold.distribution.key.KeyChoice.Outcome;
import io.leasehold.distribution.key.PoolKey;
import io.leasehold.kit.audit.Audit;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of the leases of a key that is revoked or retired: a gateway lease goes on with another key of the pool
 * where there is one, any other ends.
 */
@ApplicationScoped
class KeyExit {
    private final KeyPool pool;
    private final LeaseJournal journal;
    private final Audit audit;
    private final Clock clock;

    KeyExit(KeyPool pool, LeaseJournal journal, Audit audit, Clock clock) {
        this.pool = pool;
        this.journal = journal;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param reason why the key went, where that is known */
    void takeLeasesOff(Handle handle, PoolKey key, @Nullable String reason) {
        Instant now = clock.instant();
        for (Lease lease : LeaseStore.lockUsable(handle, key.workspaceId(), key.keyId(), now)) {
            takeOff(handle, key, new UsableLease(lease), reason, now);
        }
    }

    private void takeOff(Handle handle, PoolKey key, UsableLease usable, @Nullable String reason, Instant now) {
        Lease lease = usable.lease();
        if (lease.mode() == LeaseMode.GATEWAY
                && pool.choose(handle, lease.workspaceId(), lease.provider(), lease.models(), now)
                        instanceof Outcome.Chosen(PoolKey other)) {
            record(handle, "lease.move", lease, Map.of("from", key.name(), "to", other.name()));
            journal.write(handle, EventType.LEASE_RENEWED, usable.moveTo(other));
            return;
        }
        String why = "key '" + key.name() + "' is " + key.state().wireName() + (reason == null ? "" : ": " + reason);
        record(handle, "lease.revoke", lease, Map.of("reason", why));
        journal.write(handle, EventType.LEASE_REVOKED, usable.revoke(now, why));
    }

    private void record(Handle handle, String action, Lease lease, Map<String, String> details) {
        audit.recordOwn(handle, lease.workspaceId(), action, "lease", lease.leaseId(), details);
    }
}
