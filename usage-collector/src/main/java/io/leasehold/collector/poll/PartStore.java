package io.leasehold.collector.poll;

import io.leasehold.kit.database.Rows;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The table {@code poll_part}. */
final class PartStore {
    private PartStore() {}

    /** What was good once stays known when it is not now. */
    static void put(Handle handle, UUID workspaceId, PartState state) {
        handle.createUpdate("""
                        insert into poll_part (workspace_id, account_id, part, status, message, polled_at, last_good_at, as_of)
                        values (:workspaceId, :accountId, :part, :status, :message, :polledAt, :lastGoodAt, :asOf)
                        on conflict (workspace_id, account_id, part) do update
                        set status = excluded.status, message = excluded.message, polled_at = excluded.polled_at,
                            last_good_at = coalesce(excluded.last_good_at, poll_part.last_good_at),
                            as_of = coalesce(excluded.as_of, poll_part.as_of)
                        """)
                .bindMethods(state)
                .bind("workspaceId", workspaceId)
                .execute();
    }

    static List<PartState> list(Handle handle, UUID workspaceId, Set<UUID> accounts) {
        return handle.createQuery("""
                        select account_id, part, status, message, polled_at, last_good_at, as_of from poll_part
                        where workspace_id = :workspaceId and account_id = any(:accounts)
                        """)
                .bind("workspaceId", workspaceId)
                .bindArray("accounts", UUID.class, accounts)
                .map(Rows.of(PartState.class))
                .list();
    }
}
