package io.leasehold.kit.idempotency;

import io.leasehold.kit.database.Rows;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/** The table {@code idempotent_call}. */
final class IdempotencyStore {
    private static final String THIS_CALL =
            " where workspace_id = :workspaceId and caller = :caller and idempotency_key = :key ";
    private static final String STILL_MINE = "and claim = :claim and finished_at is null";

    private IdempotencyStore() {}

    /**
     * Claims a call that is new, or whose last attempt was claimed before that time and never finished.
     *
     * @return whether this attempt may go on
     */
    static boolean claim(Handle handle, IdempotentCall call, Instant now, Instant abandonedBefore) {
        Update insert = handle.createUpdate("""
                        insert into idempotent_call as known
                            (workspace_id, caller, idempotency_key, fingerprint, claim, claimed_at)
                        values (:workspaceId, :caller, :key, :fingerprint, :claim, :now)
                        on conflict (workspace_id, caller, idempotency_key) do update
                        set claim = excluded.claim, claimed_at = excluded.claimed_at
                        where known.finished_at is null and known.claimed_at < :abandonedBefore
                          and known.fingerprint = excluded.fingerprint
                        """)
                .bind("fingerprint", call.fingerprint())
                .bind("claim", call.claim())
                .bind("now", now)
                .bind("abandonedBefore", abandonedBefore);
        return bindIdentity(insert, call).execute() == 1;
    }

    static Optional<KeptAnswer> find(Handle handle, IdempotentCall call) {
        Query select = handle.createQuery("""
                select fingerprint, finished_at is not null as finished, status, location, body, resource_id
                from idempotent_call
                """ + THIS_CALL);
        return bindIdentity(select, call).map(Rows.of(KeptAnswer.class)).findOne();
    }

    /** @return false when the claim is lost to a later attempt */
    static boolean finish(
            Handle handle,
            IdempotentCall call,
            Instant now,
            @Nullable Integer status,
            @Nullable String location,
            @Nullable String body,
            @Nullable UUID resourceId) {
        Update update = handle.createUpdate("""
                        update idempotent_call
                        set finished_at = :now, status = :status, location = :location, body = :body,
                            resource_id = :resourceId
                        """ + THIS_CALL + STILL_MINE)
                .bind("claim", call.claim())
                .bind("now", now)
                .bind("status", status)
                .bind("location", location)
                .bind("body", body)
                .bind("resourceId", resourceId);
        return bindIdentity(update, call).execute() == 1;
    }

    /** @return whether the attempt had not finished */
    static boolean release(Handle handle, IdempotentCall call) {
        Update delete = handle.createUpdate("delete from idempotent_call" + THIS_CALL + STILL_MINE)
                .bind("claim", call.claim());
        return bindIdentity(delete, call).execute() == 1;
    }

    static void forget(Handle handle, Instant before) {
        handle.createUpdate("delete from idempotent_call where claimed_at < :before")
                .bind("before", before)
                .execute();
    }

    private static <S extends SqlStatement<S>> S bindIdentity(S statement, IdempotentCall call) {
        return statement
                .bind("workspaceId", call.workspaceId())
                .bind("caller", call.caller())
                .bind("key", call.key());
    }
}
