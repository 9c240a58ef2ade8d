package io.leasehold.distribution.lease;

import io.leasehold.contracts.LeaseMode;
import io.leasehold.contracts.event.EventType;
import io.leasehold.distribution.key.KeyChoice.Outcome;
import io.leasehold.distribution.key.PoolChanged;
import io.leasehold.distribution.key.PoolKey;
import io.leasehold.distribution.key.PoolKeyStore;
import io.leasehold.distribution.notice.NoticeKind;
import io.leasehold.kit.audit.Audit;
import io.leasehold.kit.database.Database;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Takes leases off keys that are gone: a gateway lease goes on with another key of the pool where there is one, any other
 * ends. In batches, so that a key with very many leases locks few of them at a time; gateways don't wait for it, since they
 * pass over a key that is gone. Runs on every replica; none does the work of another.
 */
@Singleton
class KeyExitSweep {
    private static final int BATCH = 200;

    private final Database database;
    private final KeyPool pool;
    private final LeaseJournal journal;
    private final Audit audit;
    private final Clock clock;

    KeyExitSweep(Database database, KeyPool pool, LeaseJournal journal, Audit audit, Clock clock) {
        this.database = database;
        this.pool = pool;
        this.journal = journal;
        this.audit = audit;
        this.clock = clock;
    }

    void onPoolChange(@ObservesAsync PoolChanged change) {
        takeLeasesOff();
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void takeLeasesOff() {
        int taken;
        do {
            taken = database.asSystem(this::takeSomeOff);
        } while (taken == BATCH);
    }

    private int takeSomeOff(Handle handle) {
        Instant now = clock.instant();
        List<Lease> leases = LeaseStore.lockOfKeys(handle, PoolKey.GONE, now, BATCH);
        Map<Pool, KeyPool.Draw> draws = new HashMap<>();
        Map<UUID, PoolKey> gone = new HashMap<>();
        for (Lease lease : leases) {
            KeyPool.Draw draw = draws.computeIfAbsent(
                    Pool.of(lease), wanted -> pool.open(handle, wanted.workspaceId, wanted.provider, now));
            PoolKey key = gone.computeIfAbsent(lease.keyId(), id -> key(handle, lease));
            takeOff(handle, key, new UsableLease(lease), draw, now);
        }
        return leases.size();
    }

    private record Pool(UUID workspaceId, String provider) {
        static Pool of(Lease lease) {
            return new Pool(lease.workspaceId(), lease.provider());
        }
    }

    private static PoolKey key(Handle handle, Lease lease) {
        return PoolKeyStore.find(handle, lease.workspaceId(), lease.keyId()).orElseThrow();
    }

    private void takeOff(Handle handle, PoolKey key, UsableLease usable, KeyPool.Draw draw, Instant now) {
        Lease lease = usable.lease();
        // Should the other one go at this moment, the next sweep finds the lease again.
        if (lease.mode() == LeaseMode.GATEWAY
                && draw.nextThoughExhausted(lease.wish()) instanceof Outcome.Chosen(PoolKey other)) {
            record(handle, "lease.move", lease, Map.of("from", key.name(), "to", other.name()));
            Lease moved = journal.write(handle, EventType.LEASE_RENEWED, usable.moveTo(other, now));
            journal.tellNode(handle, NoticeKind.LEASE_MOVED, moved);
            return;
        }
        String reason = key.reason();
        String why = "key '" + key.name() + "' is " + key.state().wireName() + (reason == null ? "" : ": " + reason);
        record(handle, "lease.revoke", lease, Map.of("reason", why));
        journal.write(handle, EventType.LEASE_REVOKED, usable.revoke(now, why));
    }

    private void record(Handle handle, String action, Lease lease, Map<String, String> details) {
        audit.recordOwn(handle, lease.workspaceId(), action, "lease", lease.leaseId(), details);
    }
}
