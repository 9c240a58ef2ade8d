package io.leasehold.distribution.spend;

import io.leasehold.contracts.Period;
import io.leasehold.contracts.hold.WindowKey;
import io.leasehold.kit.database.Rows;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Windows beside the ledger. */
public final class LedgerCheckStore {
    /** Windows without an end are compared while the ledger still has everything that was counted in them. */
    private static final int ENDLESS_DAYS = 30;

    private LedgerCheckStore() {}

    /** All windows of a workspace that begin and end together. */
    record Span(
            UUID workspaceId,
            Period period,
            Instant windowStart,
            @Nullable Instant windowEnd) {
        boolean hasEnded(Instant now) {
            return windowEnd != null && !windowEnd.isAfter(now);
        }
    }

    /**
     * A window in which something else is spent than its requests come to.
     *
     * @param entered what they come to
     */
    public record Mismatch(WindowKey window, BigDecimal spent, BigDecimal entered) {}

    /** The database's own time: windows are marked with it. */
    static Instant now(Handle handle) {
        return handle.createQuery("select now()").mapTo(Instant.class).one();
    }

    /** Spans of open windows in which something has changed since. */
    static List<Span> listChanged(Handle handle, Instant since) {
        return handle.createQuery("""
                        select distinct workspace_id, period, window_start, window_end from spend_window
                        where not superseded and (told_at >= :since or told_version < version)
                          and (window_end > now() or window_end is null
                                                     and created_at > now() - make_interval(days => :endlessDays))
                        """)
                .bind("since", since)
                .bind("endlessDays", ENDLESS_DAYS)
                .map(Rows.of(Span.class))
                .list();
    }

    /** One statement, so that both sides are seen at the same moment; the span's requests are read once for all scopes. */
    static List<Mismatch> mismatches(Handle handle, Span span, Duration atMost, int max) {
        handle.createUpdate("select set_config('statement_timeout', :millis, true)")
                .bind("millis", Long.toString(atMost.toMillis()))
                .execute();
        return handle.createQuery("""
                        with entered as (
                            select s.scope, s.scope_id, sum(r.amount) as amount
                            from settled_request r
                            cross join lateral (values ('lease', r.lease_id::text), ('key', r.key_id::text),
                                                       ('node', r.node_id::text), ('domain', r.domain_id),
                                                       ('user', r.user_name), ('workspace', r.workspace_id::text))
                                as s (scope, scope_id)
                            where r.workspace_id = :workspaceId and r.admitted_at >= :windowStart
                              and (cast(:windowEnd as timestamptz) is null or r.admitted_at < :windowEnd)
                              and s.scope_id is not null
                            group by s.scope, s.scope_id)
                        select w.workspace_id, w.scope, w.scope_id, w.period, w.window_start, w.spent,
                               coalesce(e.amount, 0) as entered
                        from spend_window w left join entered e using (scope, scope_id)
                        where w.workspace_id = :workspaceId and w.period = :period and w.window_start = :windowStart
                          and not w.superseded and w.spent <> coalesce(e.amount, 0)
                          and (w.window_end is not null or w.created_at > now() - make_interval(days => :endlessDays))
                        limit :max
                        """)
                .bind("workspaceId", span.workspaceId())
                .bind("period", span.period())
                .bind("windowStart", span.windowStart())
                .bindByType("windowEnd", span.windowEnd(), Instant.class)
                .bind("endlessDays", ENDLESS_DAYS)
                .bind("max", max)
                .map((row, context) ->
                        new Mismatch(WindowKeys.read(row), row.getBigDecimal("spent"), row.getBigDecimal("entered")))
                .list();
    }
}
