package io.leasehold.collector.revision;

import java.time.Instant;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The table {@code figure_revision}: what was said of an interval before its provider corrected it. */
public final class RevisionStore {
    private RevisionStore() {}

    /** Keeps what is told of a day's cost now, before it is replaced. */
    public static void keepCost(Handle handle, UUID workspaceId, UUID accountId, Instant from, Instant now) {
        keep(handle, "cost_report", "cost_line", FigureKind.COST, workspaceId, accountId, from, now);
    }

    /** Keeps what is told of a bucket's usage now, before it is replaced. */
    public static void keepUsage(Handle handle, UUID workspaceId, UUID accountId, Instant from, Instant now) {
        keep(handle, "usage_bucket", "usage_sample", FigureKind.USAGE, workspaceId, accountId, from, now);
    }

    private static void keep(
            Handle handle,
            String reports,
            String lines,
            FigureKind kind,
            UUID workspaceId,
            UUID accountId,
            Instant from,
            Instant now) {
        handle.createUpdate("""
                        insert into figure_revision (workspace_id, account_id, kind, from_at, revision, to_at, provider, complete,
                                                     as_of, read_at, replaced_at, lines)
                        select r.workspace_id, r.account_id, :kind, r.from_at, r.revision, r.to_at, r.provider, r.complete,
                               r.as_of, r.read_at, :now,
                               coalesce((select jsonb_agg(to_jsonb(l) - 'workspace_id' - 'account_id' - 'from_at' - 'line'
                                                          order by l.line)
                                         from %s l
                                         where l.workspace_id = r.workspace_id and l.account_id = r.account_id
                                           and l.from_at = r.from_at), '[]')
                        from %s r
                        where r.workspace_id = :workspaceId and r.account_id = :accountId and r.from_at = :from
                        """.formatted(lines, reports))
                .bind("kind", kind)
                .bind("now", now)
                .bind("workspaceId", workspaceId)
                .bind("accountId", accountId)
                .bind("from", from)
                .execute();
    }
}
