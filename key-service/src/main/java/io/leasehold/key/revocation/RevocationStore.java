package io.leasehold.key.revocation;

import io.leasehold.contracts.KeyState;
import io.leasehold.key.step.Claims;
import io.leasehold.kit.database.Rows;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;

/** The tables {@code revocation} and {@code revocation_step}. */
final class RevocationStore {
    static final Claims CLAIMS = new Claims("revocation", "key_id", "state <> 'revoked'");
    private static final RowMapper<KeyRevocation> REVOCATION = Rows.of(KeyRevocation.class);

    private static final RowMapper<StepRecord> STEP = Rows.of(StepRecord.class);

    private RevocationStore() {}

    /** @return false where the key has one already */
    static boolean add(Handle handle, KeyRevocation fresh) {
        return handle.createUpdate("""
                        insert into revocation (workspace_id, key_id, revocation_id, state, step, forced, purpose, drain,
                                                seen_valid, ended_id, leases_affected, attempts, step_since, next_attempt_at, started_at, fence)
                        values (:workspaceId, :keyId, :revocationId, :state, :step, :forced, :purpose, :drain,
                                :seenValid, :endedId, :leasesAffected, :attempts, :stepSince, :nextAttemptAt, :startedAt, :fence)
                        on conflict do nothing
                        """).bindMethods(fresh).execute() == 1;
    }

    /**
     * Lets one that waits be tried now, and remembers that the key's use is to end at once. Until the transaction ends,
     * nothing that comes of its steps is kept.
     *
     * @return false when the key is revoked already
     */
    static boolean hurry(Handle handle, UUID workspaceId, UUID keyId, boolean force, Instant now) {
        return handle.createUpdate("""
                        update revocation set next_attempt_at = :now, forced = forced or :force
                        where workspace_id = :workspaceId and key_id = :keyId and state <> 'revoked'
                        """)
                        .bind("now", now)
                        .bind("force", force)
                        .bind("workspaceId", workspaceId)
                        .bind("keyId", keyId)
                        .execute()
                == 1;
    }

    /**
     * Leads one that does not go on straight to its last step. What comes of a step that is under way is not kept any more.
     *
     * @param why instead of what it was asked for
     * @return false when there is none that does not go on
     */
    static boolean abandon(Handle handle, UUID workspaceId, UUID keyId, String why, Instant now) {
        return handle.createUpdate("""
                        update revocation
                        set state = 'running', step = 'destroy', purpose = :why, outcome = 'abandoned',
                            attempts = 0, failure = null, reason = null, step_since = :now,
                            next_attempt_at = :now, fence = fence + 1, claimed_until = null
                        where workspace_id = :workspaceId and key_id = :keyId and state in ('stuck', 'awaiting_manual')
                        """)
                        .bind("why", why)
                        .bind("now", now)
                        .bind("workspaceId", workspaceId)
                        .bind("keyId", keyId)
                        .execute()
                == 1;
    }

    /** As it stands, which nobody changes until the transaction ends. */
    static Optional<KeyRevocation> lock(Handle handle, UUID workspaceId, UUID keyId) {
        return handle.createQuery("""
                        select * from revocation where workspace_id = :workspaceId and key_id = :keyId for update
                        """)
                .bind("workspaceId", workspaceId)
                .bind("keyId", keyId)
                .map(REVOCATION)
                .findOne();
    }

    /** It never was; the key can be revoked anew. */
    static void remove(Handle handle, UUID workspaceId, UUID keyId) {
        for (String table : List.of("revocation_step", "revocation")) {
            handle.createUpdate("delete from " + table + " where workspace_id = :workspaceId and key_id = :keyId")
                    .bind("workspaceId", workspaceId)
                    .bind("keyId", keyId)
                    .execute();
        }
    }

    static Optional<KeyRevocation> find(Handle handle, UUID workspaceId, UUID keyId) {
        return handle.createQuery("select * from revocation where workspace_id = :workspaceId and key_id = :keyId")
                .bind("workspaceId", workspaceId)
                .bind("keyId", keyId)
                .map(REVOCATION)
                .findOne();
    }

    /** Takes the work up, if it is due and nobody else is at it; from then on nobody else's results are kept. */
    static Optional<KeyRevocation> claim(Handle handle, UUID workspaceId, UUID keyId, Instant now, Instant until) {
        return CLAIMS.claim(handle, workspaceId, keyId, now, until)
                .map(REVOCATION)
                .findOne();
    }

    /**
     * @param claimedUntil null to give the work back
     * @return as it is now; empty when somebody else has taken the work up since, or it was cancelled
     */
    static Optional<KeyRevocation> keep(Handle handle, KeyRevocation changed, @Nullable Instant claimedUntil) {
        return handle.createQuery("""
                        update revocation
                        set state = :state, step = :step, seen_valid = :seenValid, ended_id = :endedId, outcome = :outcome,
                            attempts = :attempts, failure = :failure, reason = :reason, step_since = :stepSince,
                            next_attempt_at = :nextAttemptAt, finished_at = :finishedAt, claimed_until = :claimedUntil
                        where workspace_id = :workspaceId and key_id = :keyId and revocation_id = :revocationId
                          and fence = :fence
                        returning *
                        """)
                .bindMethods(changed)
                .bind("claimedUntil", claimedUntil)
                .map(REVOCATION)
                .findOne();
    }

    /** @param oldestSeconds 0 where there is none */
    record Stuck(long count, long oldestSeconds) {}

    /** Of all workspaces. */
    static Stuck stuck(Handle handle, Instant now) {
        return handle.createQuery("""
                        select count(*) as count,
                               coalesce(extract(epoch from :now - min(step_since)), 0)::bigint as oldest_seconds
                        from revocation where state = 'stuck'
                        """)
                .bind("now", now)
                .map(Rows.of(Stuck.class))
                .one();
    }

    /** Of all workspaces. */
    static Map<KeyState, Long> countKeys(Handle handle) {
        return handle.createQuery("select state, count(*) as count from api_key group by state")
                .reduceRows(new EnumMap<>(KeyState.class), (counts, row) -> {
                    counts.put(row.getColumn("state", KeyState.class), row.getColumn("count", Long.class));
                    return counts;
                });
    }

    static void putStep(Handle handle, UUID workspaceId, UUID keyId, StepRecord step) {
        handle.createUpdate("""
                        insert into revocation_step (workspace_id, key_id, step, state, detail, changed_at)
                        values (:workspaceId, :keyId, :step, :state, :detail, :changedAt)
                        on conflict (workspace_id, key_id, step) do update
                        set state = excluded.state, detail = excluded.detail, changed_at = excluded.changed_at
                        """)
                .bindMethods(step)
                .bind("workspaceId", workspaceId)
                .bind("keyId", keyId)
                .execute();
    }

    /** In no order that matters. */
    static List<StepRecord> steps(Handle handle, UUID workspaceId, UUID keyId) {
        return handle.createQuery("""
                        select step, state, detail, changed_at from revocation_step
                        where workspace_id = :workspaceId and key_id = :keyId
                        """)
                .bind("workspaceId", workspaceId)
                .bind("keyId", keyId)
                .map(STEP)
                .list();
    }
}
