package io.leasehold.key.rotation;

import io.leasehold.key.step.Claims;
import io.leasehold.key.step.StepState;
import io.leasehold.kit.database.Rows;
import io.leasehold.kit.page.PageRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;

/** The tables {@code rotation} and {@code rotation_step}. Who locks a key too locks it first. */
final class RotationStore {
    /** By key, as it has one at a time. */
    static final Claims CLAIMS = new Claims("rotation", "key_id", "finished_at is null");

    private static final RowMapper<KeyRotation> ROTATION = Rows.of(KeyRotation.class);
    private static final RowMapper<StepRecord> STEP = Rows.of(StepRecord.class);

    private RotationStore() {}

    static void add(Handle handle, KeyRotation fresh) {
        handle.createUpdate("""
                        insert into rotation (workspace_id, rotation_id, key_id, state, step, made, rolled_back, forced, scheduled,
                                              revoke_old, purpose, overlap_seconds, overlap_until, seen_valid, ended_id,
                                              attempts, reason, step_since, next_attempt_at, started_at, finished_at, fence)
                        values (:workspaceId, :rotationId, :keyId, :state, :step, :made, :rolledBack, :forced, :scheduled,
                                :revokeOld, :purpose, :overlapSeconds, :overlapUntil, :seenValid, :endedId,
                                :attempts, :reason, :stepSince, :nextAttemptAt, :startedAt, :finishedAt, :fence)
                        """).bindMethods(fresh).execute();
        for (RotationStep step : RotationStep.values()) {
            putStep(handle, fresh, new StepRecord(step, StepState.PENDING, null, null));
        }
    }

    /** The one under way. */
    static Optional<KeyRotation> findOpen(Handle handle, UUID workspaceId, UUID keyId) {
        return ofKey(handle, workspaceId, keyId, "and finished_at is null");
    }

    static Optional<KeyRotation> findLast(Handle handle, UUID workspaceId, UUID keyId) {
        return ofKey(handle, workspaceId, keyId, "order by rotation_id desc limit 1");
    }

    private static Optional<KeyRotation> ofKey(Handle handle, UUID workspaceId, UUID keyId, String which) {
        return handle.createQuery(
                        "select * from rotation where workspace_id = :workspaceId and key_id = :keyId " + which)
                .bind("workspaceId", workspaceId)
                .bind("keyId", keyId)
                .map(ROTATION)
                .findOne();
    }

    /** Newest first, one more than a page. */
    static List<KeyRotation> list(Handle handle, UUID workspaceId, UUID keyId, PageRequest page) {
        return handle.createQuery("""
                        select * from rotation
                        where workspace_id = :workspaceId and key_id = :keyId
                          and (cast(:before as uuid) is null or rotation_id < :before)
                        order by rotation_id desc limit :limit
                        """)
                .bind("workspaceId", workspaceId)
                .bind("keyId", keyId)
                .bind("before", page.positionId().orElse(null))
                .bind("limit", page.oneMore())
                .map(ROTATION)
                .list();
    }

    /** Takes the work up, if it is due and nobody else is at it; from then on nobody else's results are kept. */
    static Optional<KeyRotation> claim(Handle handle, UUID workspaceId, UUID keyId, Instant now, Instant until) {
        return CLAIMS.claim(handle, workspaceId, keyId, now, until)
                .map(ROTATION)
                .findOne();
    }

    /** Whether the work is still whose it was; until the transaction ends nobody takes it up. */
    static boolean isHeld(Handle handle, KeyRotation at) {
        return handle.createQuery("""
                        select true from rotation
                        where workspace_id = :workspaceId and rotation_id = :rotationId and fence = :fence for update
                        """)
                .bindMethods(at)
                .mapTo(Boolean.class)
                .findOne()
                .isPresent();
    }

    /**
     * @param claimedUntil null to give the work back
     * @return false when somebody else has taken the work up since
     */
    static boolean keep(Handle handle, KeyRotation changed, @Nullable Instant claimedUntil) {
        return handle.createUpdate("""
                        update rotation
                        set state = :state, step = :step, overlap_until = :overlapUntil, seen_valid = :seenValid,
                            ended_id = :endedId, attempts = :attempts, reason = :reason, step_since = :stepSince,
                            next_attempt_at = :nextAttemptAt, finished_at = :finishedAt, claimed_until = :claimedUntil
                        where workspace_id = :workspaceId and rotation_id = :rotationId and fence = :fence
                        """)
                        .bindMethods(changed)
                        .bind("claimedUntil", claimedUntil)
                        .execute()
                == 1;
    }

    /** Lets one that waits be tried now; with {@code force} the secret that goes is not waited for. */
    static void hurry(Handle handle, KeyRotation open, boolean force, Instant now) {
        handle.createUpdate("""
                        update rotation
                        set next_attempt_at = :now, forced = forced or :force,
                            overlap_until = case when :force then least(overlap_until, :now) else overlap_until end
                        where workspace_id = :workspaceId and rotation_id = :rotationId
                        """)
                .bindMethods(open)
                .bind("now", now)
                .bind("force", force)
                .execute();
    }

    /** Leads it to another step, by a decision from outside; what comes of a try that is under way is not kept. */
    static void lead(Handle handle, KeyRotation changed) {
        handle.createUpdate("""
                        update rotation
                        set state = :state, step = :step, made = :made, rolled_back = :rolledBack, revoke_old = :revokeOld,
                            overlap_until = :overlapUntil, seen_valid = :seenValid, ended_id = :endedId,
                            attempts = :attempts, reason = :reason, step_since = :stepSince,
                            next_attempt_at = :nextAttemptAt, finished_at = :finishedAt, fence = fence + 1,
                            claimed_until = null
                        where workspace_id = :workspaceId and rotation_id = :rotationId
                        """).bindMethods(changed).execute();
    }

    /** @param oldestSeconds of those that are stuck; 0 where there is none */
    record Standing(long stuck, long oldestSeconds, long awaiting) {}

    /** Of all workspaces. */
    static Standing standing(Handle handle, Instant now) {
        return handle.createQuery("""
                        select count(*) filter (where state = 'stuck') as stuck,
                               coalesce(extract(epoch from :now - min(step_since) filter (where state = 'stuck')), 0)::bigint
                                   as oldest_seconds,
                               count(*) filter (where state in ('awaiting_secret', 'awaiting_manual')) as awaiting
                        from rotation where finished_at is null
                        """)
                .bind("now", now)
                .map(Rows.of(Standing.class))
                .one();
    }

    /** The new secret was made at the provider. */
    static void made(Handle handle, KeyRotation at) {
        handle.createUpdate("""
                        update rotation set made = true where workspace_id = :workspaceId and rotation_id = :rotationId
                        """).bindMethods(at).execute();
    }

    static void putStep(Handle handle, KeyRotation rotation, StepRecord step) {
        handle.createUpdate("""
                        insert into rotation_step (workspace_id, rotation_id, step, state, detail, changed_at)
                        values (:workspaceId, :rotationId, :step, :state, :detail, :changedAt)
                        on conflict (workspace_id, rotation_id, step) do update
                        set state = excluded.state, detail = excluded.detail, changed_at = excluded.changed_at
                        """)
                .bind("workspaceId", rotation.workspaceId())
                .bind("rotationId", rotation.rotationId())
                .bindMethods(step)
                .execute();
    }

    /** In no order that matters. */
    static List<StepRecord> steps(Handle handle, KeyRotation rotation) {
        return handle.createQuery("""
                        select step, state, detail, changed_at from rotation_step
                        where workspace_id = :workspaceId and rotation_id = :rotationId
                        """)
                .bind("workspaceId", rotation.workspaceId())
                .bind("rotationId", rotation.rotationId())
                .map(STEP)
                .list();
    }
}
