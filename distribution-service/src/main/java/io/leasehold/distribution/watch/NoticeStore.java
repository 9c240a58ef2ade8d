package io.leasehold.distribution.watch;

import io.leasehold.kit.database.Rows;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/** The table {@code notice}, in the order of its positions. */
final class NoticeStore {
    private static final RowMapper<Notice> MAPPER = Rows.of(Notice.class);
    private static final String SELECT =
            "select position, workspace_id, node_id, kind, data::text as data from notice ";
    /** Of the advisory lock that whoever gives positions has. */
    private static final long LOCK = 0x6e6f74696365L;

    private NoticeStore() {}

    /**
     * Gives what has been written its positions, unless another replica does that now.
     *
     * @return how many were given
     */
    static int order(Handle handle, int max) {
        boolean mine = handle.createQuery("select pg_try_advisory_xact_lock(:lock)")
                .bind("lock", LOCK)
                .mapTo(Boolean.class)
                .one();
        return !mine ? 0 : handle.createUpdate("""
                                with fresh as (
                                    select workspace_id, notice_id, nextval('notice_position') as position
                                    from (select workspace_id, notice_id from notice where position is null
                                          order by notice_id limit :max) as waiting)
                                update notice n set position = fresh.position
                                from fresh where n.workspace_id = fresh.workspace_id and n.notice_id = fresh.notice_id
                                """).bind("max", max).execute();
    }

    /** How far everything has been given a position. */
    static long head(Handle handle) {
        return handle.createQuery("select coalesce(max(position), 0) from notice")
                .mapTo(Long.class)
                .one();
    }

    /** The first one that is kept, or the next that will be. */
    static long first(Handle handle) {
        return handle.createQuery("select coalesce(min(position), 0) from notice")
                .mapTo(Long.class)
                .one();
    }

    static List<Notice> listAfter(Handle handle, long after, int max) {
        return handle.createQuery(SELECT + "where position > :after order by position limit :max")
                .bind("after", after)
                .bind("max", max)
                .map(MAPPER)
                .list();
    }

    /** What one node is to be told, in {@code (after, head]}. */
    static List<Notice> listOfNode(Handle handle, UUID workspaceId, UUID nodeId, long after, long head, int max) {
        return handle.createQuery(SELECT + """
                        where workspace_id = :workspaceId and (node_id = :nodeId or node_id is null)
                          and position > :after and position <= :head
                        order by position limit :max
                        """)
                .bind("workspaceId", workspaceId)
                .bind("nodeId", nodeId)
                .bind("after", after)
                .bind("head", head)
                .bind("max", max)
                .map(MAPPER)
                .list();
    }

    static int drop(Handle handle, Instant before, int max) {
        return handle.createUpdate("""
                        with old as (select workspace_id, notice_id from notice where at < :before
                                     limit :max for update skip locked)
                        delete from notice n using old
                        where n.workspace_id = old.workspace_id and n.notice_id = old.notice_id
                        """).bind("before", before).bind("max", max).execute();
    }
}
