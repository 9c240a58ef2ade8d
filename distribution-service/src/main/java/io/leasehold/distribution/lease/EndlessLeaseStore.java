package io.leasehold.distribution.lease;

import io.leasehold.contracts.event.LeaseView;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Those of the table {@code lease} that have no end. */
final class EndlessLeaseStore {
    private EndlessLeaseStore() {}

    /** Usable leases without an end, of nodes that are lost and were last heard of before that, unless somebody else is at them. */
    static List<Lease> lockOfLostNodes(Handle handle, Instant before, int max) {
        List<UUID> locked = handle.createQuery("""
                        select l.lease_id from node n join lease l using (workspace_id, node_id)
                        where n.state = 'lost' and n.last_seen_at < :before
                          and l.state in ('active', 'draining') and l.expires_at = :never
                        limit :max for update of l skip locked
                        """)
                .bind("before", before)
                .bind("never", LeaseView.NEVER)
                .bind("max", max)
                .mapTo(UUID.class)
                .list();
        return LeaseStore.read(handle, locked);
    }

    /** Usable leases without an end, of workspaces that let leases end, unless somebody else is at them. */
    static List<Lease> lockThatShallEnd(Handle handle, int max) {
        List<UUID> locked = handle.createQuery("""
                        select l.lease_id from workspace w join lease l using (workspace_id)
                        where w.leases_expire and l.state in ('active', 'draining') and l.expires_at = :never
                        limit :max for update of l skip locked
                        """)
                .bind("never", LeaseView.NEVER)
                .bind("max", max)
                .mapTo(UUID.class)
                .list();
        return LeaseStore.read(handle, locked);
    }
}
