package io.leasehold.key.limit;

import io.leasehold.contracts.Scope;
import io.leasehold.kit.database.Rows;
import io.leasehold.kit.page.PageRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/** The table {@code limit_raise}. */
final class RaiseStore {
    private static final RowMapper<LimitRaise> RAISE = Rows.of(LimitRaise.class);

    private RaiseStore() {}

    static void add(Handle handle, LimitRaise raise) {
        handle.createUpdate("""
                        insert into limit_raise (workspace_id, scope, scope_id, raise_id, period, amount, reason, approver,
                                                 created_by, created_at, starts_at, ends_at)
                        values (:workspaceId, :scope, :scopeId, :raiseId, :period, :amount, :reason, :approver,
                                :createdBy, :createdAt, :startsAt, :endsAt)
                        """).bindMethods(raise).execute();
    }

    static Optional<LimitRaise> find(Handle handle, UUID workspaceId, ScopeTarget target, UUID raiseId) {
        return handle.createQuery("""
                        select * from limit_raise
                        where workspace_id = :workspaceId and scope = :scope and scope_id = :scopeId
                          and raise_id = :raiseId
                        """)
                .bind("workspaceId", workspaceId)
                .bind("scope", target.scope())
                .bind("scopeId", target.id())
                .bind("raiseId", raiseId)
                .map(RAISE)
                .findOne();
    }

    /** Newest first, one more than a page, however long ago they ended. */
    static List<LimitRaise> list(Handle handle, UUID workspaceId, ScopeTarget target, PageRequest page) {
        return handle.createQuery("""
                        select * from limit_raise
                        where workspace_id = :workspaceId and scope = :scope and scope_id = :scopeId
                          and (cast(:before as uuid) is null or raise_id < :before)
                        order by raise_id desc limit :limit
                        """)
                .bind("workspaceId", workspaceId)
                .bind("scope", target.scope())
                .bind("scopeId", target.id())
                .bind("before", page.positionId().orElse(null))
                .bind("limit", page.oneMore())
                .map(RAISE)
                .list();
    }

    /** Those of a workspace that are in force or yet to begin. There are few of them. */
    static List<LimitRaise> listOpen(Handle handle, UUID workspaceId, Instant now) {
        return handle.createQuery("""
                        select * from limit_raise
                        where workspace_id = :workspaceId and ended_at is null and ends_at > :now
                        order by raise_id
                        """)
                .bind("workspaceId", workspaceId)
                .bind("now", now)
                .map(RAISE)
                .list();
    }

    /** {@link #listOpen} of one scope. */
    static List<LimitRaise> listOpenOf(Handle handle, UUID workspaceId, Scope scope, String scopeId, Instant now) {
        return handle.createQuery("""
                        select * from limit_raise
                        where workspace_id = :workspaceId and scope = :scope and scope_id = :scopeId
                          and ended_at is null and ends_at > :now
                        order by raise_id
                        """)
                .bind("workspaceId", workspaceId)
                .bind("scope", scope)
                .bind("scopeId", scopeId)
                .bind("now", now)
                .map(RAISE)
                .list();
    }

    /** Ends one before its time; one that is over already stays as it is. */
    static void end(Handle handle, LimitRaise raise, Instant now, String by) {
        handle.createUpdate("""
                        update limit_raise set ended_at = :now, ended_by = :by
                        where workspace_id = :workspaceId and scope = :scope and scope_id = :scopeId
                          and raise_id = :raiseId and ended_at is null and ends_at > :now
                        """)
                .bindMethods(raise)
                .bind("now", now)
                .bind("by", by)
                .execute();
    }
}
