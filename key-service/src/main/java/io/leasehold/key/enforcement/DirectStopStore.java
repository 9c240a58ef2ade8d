package io.leasehold.key.enforcement;

import io.leasehold.contracts.event.DirectUseView;
import io.leasehold.key.step.Claims;
import io.leasehold.kit.database.Rows;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/** The table {@code direct_stop}. */
final class DirectStopStore {
    /** By key, as it has one at most. */
    static final Claims CLAIMS = new Claims("direct_stop", "key_id", "next_attempt_at is not null");

    private static final RowMapper<DirectStop> STOP = Rows.of(DirectStop.class);
    private static final String ITS_ROW = " where workspace_id = :workspaceId and key_id = :keyId and fence = :fence";

    private DirectStopStore() {}

    /**
     * Keeps what is told, unless something newer was. What is to be done about it is due at once; whoever is at it goes on first,
     * so that the provider is never asked for two things at a time.
     */
    static void put(Handle handle, DirectUseView view, Instant now) {
        handle.createUpdate("""
                        insert into direct_stop (workspace_id, key_id, wanted, version, period, window_end, limit_amount, used,
                                                 as_of, step, next_attempt_at)
                        select k.workspace_id, k.key_id, :wanted, :version, cast(:period as text),
                               cast(:windowEnd as timestamptz), cast(:limit as numeric), cast(:used as numeric),
                               cast(:asOf as timestamptz), case when :wanted then 'take_out_of_use' else 'put_into_use' end,
                               case when :wanted then cast(:now as timestamptz) end
                        from api_key k where k.workspace_id = :workspaceId and k.key_id = :keyId
                        on conflict (workspace_id, key_id) do update
                        set wanted = excluded.wanted, version = excluded.version, period = excluded.period,
                            window_end = excluded.window_end, limit_amount = excluded.limit_amount, used = excluded.used,
                            as_of = excluded.as_of, attempts = 0, message = null,
                            next_attempt_at = case when excluded.wanted <> direct_stop.done
                                                        or excluded.wanted <> (direct_stop.step in ('take_out_of_use', 'switch_off'))
                                                        or direct_stop.next_attempt_at is not null
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
                .map(STOP)
                .findOne();
    }

    /** Of all workspaces. */
    static long countPending(Handle handle) {
        return handle.createQuery("select count(*) from direct_stop where wanted and not done")
                .mapTo(Long.class)
                .one();
    }

    /** Takes the work up, if it is due and nobody else is at it; from then on nobody else's results are kept. */
    static Optional<DirectStop> claim(Handle handle, UUID workspaceId, UUID keyId, Instant now, Instant until) {
        return CLAIMS.claim(handle, workspaceId, keyId, now, until).map(STOP).findOne();
    }

    /**
     * Keeps where it stands. Where something else was told meanwhile, that is due, and the work is given back.
     *
     * @param claimedUntil null to give the work back
     * @return as it is now; empty where somebody else has taken the work up since
     */
    static Optional<DirectStop> keep(Handle handle, DirectStop changed, @Nullable Instant claimedUntil, Instant now) {
        return handle.createQuery("""
                        update direct_stop
                        set step = :step,
                            attempts = case when version = :version then :attempts else 0 end,
                            message = case when version = :version then cast(:message as text) end,
                            next_attempt_at = case when version = :version then cast(:nextAttemptAt as timestamptz)
                                                   else cast(:now as timestamptz) end,
                            claimed_until = case when version = :version then cast(:claimedUntil as timestamptz) end
                        """ + ITS_ROW + " returning *")
                .bind("workspaceId", changed.workspaceId())
                .bind("keyId", changed.keyId())
                .bind("fence", changed.fence())
                .bind("version", changed.version())
                .bind("step", changed.step().wireName())
                .bind("attempts", changed.attempts())
                .bind("message", changed.message())
                .bind("nextAttemptAt", changed.nextAttemptAt())
                .bind("claimedUntil", claimedUntil)
                .bind("now", now)
                .map(STOP)
                .findOne();
    }

    /** @param reason null once it is not out of use any more for a reason of ours */
    static void outOfUse(Handle handle, DirectStop stop, @Nullable String reason) {
        update(handle, "disabled_for = :reason", stop).bind("reason", reason).execute();
    }

    /**
     * Notes that the provider is about to be asked to switch it off.
     *
     * @return false where somebody else has taken the work up since
     */
    static boolean tell(Handle handle, DirectStop stop) {
        return update(handle, "told = true", stop).execute() == 1;
    }

    /** The provider has switched it. */
    static void switched(Handle handle, DirectStop stop, boolean off, Instant now) {
        update(handle, "told = :off, done = :off, done_at = :now", stop)
                .bind("off", off)
                .bind("now", now)
                .execute();
    }

    /** There is nothing to be done to the key any more. */
    static void over(Handle handle, DirectStop stop) {
        update(
                        handle,
                        "done = wanted, message = null, attempts = 0, next_attempt_at = null, claimed_until = null",
                        stop)
                .execute();
    }

    private static Update update(Handle handle, String what, DirectStop stop) {
        return handle.createUpdate("update direct_stop set " + what + ITS_ROW)
                .bind("workspaceId", stop.workspaceId())
                .bind("keyId", stop.keyId())
                .bind("fence", stop.fence());
    }
}
