package io.leasehold.collector.ingest;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The table {@code usage_report}: which calls were told already. */
final class ReportStore {
    private ReportStore() {}

    /** @return those that are told for the first time */
    static Set<String> add(Handle handle, UUID workspaceId, UUID nodeId, List<String> reportIds, Instant now) {
        return new HashSet<>(handle.createQuery("""
                        insert into usage_report (workspace_id, node_id, report_id, received_at)
                        select :workspaceId, :nodeId, report_id, :now
                        from unnest(:reportIds) as report_id order by report_id
                        on conflict do nothing
                        returning report_id
                        """)
                .bind("workspaceId", workspaceId)
                .bind("nodeId", nodeId)
                .bind("now", now)
                .bindArray("reportIds", String.class, reportIds)
                .mapTo(String.class)
                .list());
    }

    /** Across workspaces. */
    static int forget(Handle handle, Instant before, int max) {
        return handle.createUpdate("""
                        delete from usage_report where (workspace_id, node_id, report_id) in
                            (select workspace_id, node_id, report_id from usage_report
                             where received_at < :before limit :max for update skip locked)
                        """).bind("before", before).bind("max", max).execute();
    }
}
