package io.leasehold.distribution.spend;

import io.leasehold.contracts.Period;
import io.leasehold.contracts.Scope;
import io.leasehold.distribution.limit.ScopeKey;
import io.leasehold.kit.page.PageRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** Limits beside what was spent of them, raises counted in. What is held may come back, so that it makes no pace. */
final class LimitForecastStore {
    /** Numbers are compared before a time is made of them: what is spent slowly would last longer than times reach. */
    private static final String FORECASTS = """
            with now as (select cast(:at as timestamptz) as at),
            limited as (
                select now.at, l.workspace_id, l.scope, l.scope_id, l.period,
                       l.amount + coalesce(r.amount, 0) as allowed,
                       coalesce(w.spent + w.presumed, 0) as used, coalesce(w.held, 0) as held,
                       extract(epoch from now.at - w.window_start) as elapsed,
                       extract(epoch from w.window_end - now.at) as ahead
                from now
                cross join scope_limit l
                left join spend_window w
                    on (w.workspace_id, w.scope, w.scope_id, w.period) = (l.workspace_id, l.scope, l.scope_id, l.period)
                   and w.window_start <= now.at and (w.window_end > now.at or w.window_end is null) and not w.superseded
                left join lateral (
                    select sum(amount) as amount from scope_raise r
                    where (r.workspace_id, r.scope, r.scope_id, r.period) = (l.workspace_id, l.scope, l.scope_id, l.period)
                      and r.starts_at <= now.at and r.ends_at > now.at) r on true
                where l.workspace_id = :workspaceId and l.amount is not null
            ), forecast as (
                select workspace_id, scope, scope_id, period,
                       case when used + held >= allowed then at
                            when (allowed - used - held) * elapsed < used * ahead
                            then at + make_interval(secs => cast((allowed - used - held) * elapsed / used as float8))
                       end as exhausted_at,
                       case when allowed > 0 then (used + held) / allowed else 1 end as gone
                from limited)
            """;

    private LimitForecastStore() {}

    /**
     * Those that are reached first before the others, and of those that last the ones of which most is gone.
     *
     * @param domains ids and names of the only domains that are asked for; null for limits of everything
     */
    static List<LimitForecast> list(
            Handle handle,
            UUID workspaceId,
            @Nullable Scope scope,
            @Nullable Set<String> domains,
            Instant at,
            PageRequest page) {
        return handle.createQuery(FORECASTS + """
                        select * from forecast
                        where (cast(:scope as text) is null or scope = :scope)
                          and (:everything or scope = 'domain' and scope_id = any(:domains))
                        order by exhausted_at nulls last, gone desc, scope, scope_id, period
                        limit :limit offset :offset
                        """)
                .bind("workspaceId", workspaceId)
                .bind("at", at)
                .bind("scope", scope == null ? null : scope.wireName())
                .bind("everything", domains == null)
                .bindArray("domains", String.class, domains == null ? Set.of() : domains)
                .bind("limit", page.oneMore())
                .bind("offset", page.offset())
                .map(LimitForecastStore::read)
                .list();
    }

    /** Of the limits that a scope has. */
    static List<LimitForecast> of(Handle handle, ScopeKey scope, Instant at) {
        return handle.createQuery(FORECASTS + "select * from forecast where scope = :scope and scope_id = :scopeId")
                .bindMethods(scope)
                .bind("at", at)
                .map(LimitForecastStore::read)
                .list();
    }

    private static LimitForecast read(ResultSet row, StatementContext context) throws SQLException {
        Timestamp exhausted = row.getTimestamp("exhausted_at");
        return new LimitForecast(
                new ScopeKey(
                        row.getObject("workspace_id", UUID.class),
                        Scope.of(row.getString("scope")),
                        row.getString("scope_id")),
                Period.of(row.getString("period")),
                exhausted == null ? null : exhausted.toInstant());
    }
}
