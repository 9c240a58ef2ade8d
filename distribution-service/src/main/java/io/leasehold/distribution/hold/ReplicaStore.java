package io.leasehold.distribution.hold;

import io.leasehold.kit.database.Rows;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The table {@code replica}. Times are the database's, so that arbiters need not agree on the time either. */
final class ReplicaStore {
    private ReplicaStore() {}

    /** @param renewedAt when it was last heard of */
    record Silent(UUID replica, Instant renewedAt) {}

    /**
     * Counts a replica's holds as renewed now; one that was never heard of begins here. Its row stays locked. Of two calls
     * at once the earlier may be the last to get the lock, which must not take back what the other one noted.
     *
     * @return false when its holds ran out before
     */
    static boolean renew(Handle handle, UUID replica) {
        return handle.createUpdate("""
                                insert into replica (replica, renewed_at) values (:replica, now())
                                on conflict (replica) do update set renewed_at = greatest(replica.renewed_at, now())
                                where not replica.closed
                                """).bind("replica", replica).execute() > 0;
    }

    /** {@link #renew} for several, locked in the order of their ids. @return those whose holds did not run out before */
    static Set<UUID> renew(Handle handle, Set<UUID> replicas) {
        return handle.createQuery("""
                        insert into replica (replica, renewed_at)
                        select id, now() from unnest(cast(:replicas as uuid[])) as asked (id) order by id
                        on conflict (replica) do update set renewed_at = greatest(replica.renewed_at, now())
                        where not replica.closed
                        returning replica
                        """)
                .bindArray("replicas", UUID.class, replicas)
                .mapTo(UUID.class)
                .set();
    }

    static int countLive(Handle handle, Duration term) {
        return handle.createQuery("""
                        select count(*) from replica
                        where not closed and renewed_at > now() - make_interval(secs => :seconds)
                        """)
                .bind("seconds", term.toSeconds())
                .mapTo(Integer.class)
                .one();
    }

    static List<Silent> listSilent(Handle handle, Duration longerThan) {
        return handle.createQuery("""
                        select replica, renewed_at from replica
                        where not closed and renewed_at <= now() - make_interval(secs => :seconds)
                        order by renewed_at limit 100
                        """)
                .bind("seconds", longerThan.toSeconds())
                .map(Rows.of(Silent.class))
                .list();
    }

    /** Locks a replica that is still as silent as it was, and that nobody else is closing. */
    static Optional<UUID> lock(Handle handle, Silent silent) {
        return handle.createQuery("""
                        select replica from replica
                        where replica = :replica and renewed_at = :renewedAt and not closed
                        for update skip locked
                        """)
                .bind("replica", silent.replica())
                .bind("renewedAt", silent.renewedAt())
                .mapTo(UUID.class)
                .findOne();
    }

    /** Nothing is granted to it and nothing taken back from it any more. */
    static void close(Handle handle, UUID replica) {
        handle.createUpdate("update replica set closed = true where replica = :replica")
                .bind("replica", replica)
                .execute();
    }

    /** A closed replica that may have open holds left, locked, unless somebody else is at it. */
    static Optional<UUID> lockToEmpty(Handle handle) {
        return handle.createQuery("""
                        select replica from replica where closed and not emptied limit 1 for update skip locked
                        """).mapTo(UUID.class).findOne();
    }

    static void markEmptied(Handle handle, UUID replica) {
        handle.createUpdate("update replica set emptied = true where replica = :replica")
                .bind("replica", replica)
                .execute();
    }
}
