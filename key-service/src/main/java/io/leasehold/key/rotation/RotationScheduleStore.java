package io.leasehold.key.rotation;

import io.leasehold.kit.database.Rows;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/** The table {@code rotation_schedule}. */
final class RotationScheduleStore {
    private static final RowMapper<RotationSchedule> SCHEDULE = Rows.of(RotationSchedule.class);

    private RotationScheduleStore() {}

    static void put(Handle handle, RotationSchedule schedule) {
        handle.createUpdate("""
                        insert into rotation_schedule (workspace_id, key_id, cron, zone, overlap_seconds, next_at, changed_at)
                        values (:workspaceId, :keyId, :cron, :zone, :overlapSeconds, :nextAt, :changedAt)
                        on conflict (workspace_id, key_id) do update
                        set cron = excluded.cron, zone = excluded.zone, overlap_seconds = excluded.overlap_seconds,
                            next_at = excluded.next_at, changed_at = excluded.changed_at
                        """).bindMethods(schedule).execute();
    }

    static Optional<RotationSchedule> find(Handle handle, UUID workspaceId, UUID keyId) {
        return handle.createQuery(
                        "select * from rotation_schedule where workspace_id = :workspaceId and key_id = :keyId")
                .bind("workspaceId", workspaceId)
                .bind("keyId", keyId)
                .map(SCHEDULE)
                .findOne();
    }

    /** @return whether there was one */
    static boolean remove(Handle handle, UUID workspaceId, UUID keyId) {
        return handle.createUpdate(
                                "delete from rotation_schedule where workspace_id = :workspaceId and key_id = :keyId")
                        .bind("workspaceId", workspaceId)
                        .bind("keyId", keyId)
                        .execute()
                == 1;
    }

    /** Longest due first. */
    static List<RotationSchedule> listDue(Handle handle, Instant now, int limit) {
        return handle.createQuery("select * from rotation_schedule where next_at <= :now order by next_at limit :limit")
                .bind("now", now)
                .bind("limit", limit)
                .map(SCHEDULE)
                .list();
    }

    /** @return false when somebody else has moved it on, or changed it */
    static boolean moveOn(Handle handle, RotationSchedule due, Instant next) {
        return handle.createUpdate("""
                        update rotation_schedule set next_at = :next
                        where workspace_id = :workspaceId and key_id = :keyId and next_at = :nextAt and cron = :cron
                        """).bindMethods(due).bind("next", next).execute() == 1;
    }
}
