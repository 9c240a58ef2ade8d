package io.leasehold.key.enforcement;

import io.leasehold.contracts.event.DirectUseView;
import io.leasehold.kit.database.Rows;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The table {@code direct_stop}. */
final class DirectStopStore {
    private DirectStopStore() {}

    /** Keeps what is told, unless something newer was. What is to be done about it is due at once. */
    static void put(Handle handle, DirectUseView view, Instant now) {
        handle.createUpdate("""
                        insert into direct_stop (workspace_id, key_id, wanted, version, period, window_end, limit_amount, used,
                                                 as_of, next_try_at)
                        select k.workspace_id, k.key_id, :wanted, :version, cast(:period as text),
                               cast(:windowEnd as timestamptz), cast(:limit as numeric), cast(:used as numeric),
                               cast(:asOf as timestamptz), case when :wanted then cast(:now as timestamptz) end
                        from api_key k where k.workspace_id = :workspaceId and k.key_id = :keyId
                        on conflict (workspace_id, key_id) do update
                        set wanted = excluded.wanted, version = excluded.version, period = excluded.period,
                            window_end = excluded.window_end, limit_amount = excluded.limit_amount, used = excluded.used,
                            as_of = excluded.as_of, failures = 0, message = null,
                            next_try_at = case when excluded.wanted <> direct_stop.done
                                                    or (not excluded.wanted and direct_stop.disabled_for is not null)
                                               then cast(:now as timestamptz) end
                        where direct_stop.version < excluded.version
                        """)
                .bind("workspaceId", view.workspaceId())
                .bind("keyId", view.keyId())
                .bind("wanted", view.stopped() && view.exposed())
                .bind("version", view.version())
                .bind("period", view.period() == null ? null : view.period().wireName())
                .bind("windowEnd", view.windowEnd())
                .bind("limit", view.limit())
                .bind("used", view.used())
                .bind("asOf", view.asOf())
                .bind("now", now)
                .execute();
    }

    static Optional<DirectStop> find(Handle handle, UUID workspaceId, UUID keyId) {
        return handle.createQuery("select * from direct_stop where workspace_id = :workspaceId and key_id = :keyId")
                .bind("workspaceId", workspaceId)
                .bind("keyId", keyId)
                .map(Rows.of(DirectStop.class))
                .findOne();
    }

    /** Of all workspaces. */
    static long countPending(Handle handle) {
        return handle.createQuery("select count(*) from direct_stop where wanted and not done")
                .mapTo(Long.class)
                .one();
    }

    /** Those that are due, which nobody else takes up before a time. */
    static List<DirectStop> claimDue(Handle handle, Instant now, Instant until, int max) {
        return handle.createQuery("""
                        update direct_stop d set next_try_at = :until
                        from (select workspace_id, key_id from direct_stop where next_try_at <= :now
                              order by next_try_at limit :max for update skip locked) due
                        where d.workspace_id = due.workspace_id and d.key_id = due.key_id
                        returning d.*
                        """)
                .bind("now", now)
                .bind("until", until)
                .bind("max", max)
                .map(Rows.of(DirectStop.class))
                .list();
    }

    static void takenOutOfUse(Handle handle, DirectStop stop, String reason) {
        handle.createUpdate("""
                        update direct_stop set disabled_for = :reason
                        where workspace_id = :workspaceId and key_id = :keyId
                        """)
                .bind("workspaceId", stop.workspaceId())
                .bind("keyId", stop.keyId())
                .bind("reason", reason)
                .execute();
    }

    /** Where something else was told meanwhile, that is due. */
    static void done(Handle handle, DirectStop stop, Instant now) {
        handle.createUpdate("""
                        update direct_stop
                        set done = :wanted, done_at = :now, message = null, failures = 0,
                            disabled_for = case when :wanted then disabled_for end,
                            next_try_at = case when wanted <> :wanted then cast(:now as timestamptz) end
                        where workspace_id = :workspaceId and key_id = :keyId
                        """)
                .bind("workspaceId", stop.workspaceId())
                .bind("keyId", stop.keyId())
                .bind("wanted", stop.wanted())
                .bind("now", now)
                .execute();
    }

    /** @param nextTryAt null where trying again is no use */
    static void notDone(Handle handle, DirectStop stop, String message, @Nullable Instant nextTryAt, Instant now) {
        handle.createUpdate("""
                        update direct_stop
                        set message = :message, failures = failures + 1,
                            next_try_at = case when version = :version then cast(:nextTryAt as timestamptz)
                                               else cast(:now as timestamptz) end
                        where workspace_id = :workspaceId and key_id = :keyId
                        """)
                .bind("workspaceId", stop.workspaceId())
                .bind("keyId", stop.keyId())
                .bind("version", stop.version())
                .bind("message", message)
                .bind("nextTryAt", nextTryAt)
                .bind("now", now)
                .execute();
    }
}
