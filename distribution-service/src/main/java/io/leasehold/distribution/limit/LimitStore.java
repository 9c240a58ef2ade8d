package io.leasehold.distribution.limit;

import io.leasehold.contracts.Period;
import io.leasehold.contracts.Scope;
import io.leasehold.contracts.event.LimitsView;
import io.leasehold.kit.database.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** The table {@code scope_limit}, and the limits that leases carry themselves. */
public final class LimitStore {
    private LimitStore() {}

    /** Keeps the newer of what is there and what is given, with its raises and rates. */
    public static void put(Handle handle, LimitsView view) {
        ScopeLimits limits = ScopeLimits.of(view.limits().stream()
                .map(limit -> new SpendLimit(
                        limit.period(), limit.amount(), ZoneId.of(limit.zone()), view.version(), null, null))
                .toList());
        PreparedBatch batch = handle.prepareBatch("""
                insert into scope_limit (workspace_id, scope, scope_id, period, amount, zone, version, raised_until)
                values (:workspaceId, :scope, :scopeId, :period, :amount, :zone, :version, :raisedUntil)
                on conflict (workspace_id, scope, scope_id, period) do update
                set amount = excluded.amount, zone = excluded.zone, version = excluded.version,
                    raised_until = excluded.raised_until
                where scope_limit.version < excluded.version
                """);
        for (Period period : ScopeLimits.PERIODS) {
            batch.bindMethods(view)
                    .bind("period", period)
                    .bind("amount", limits.amount(period))
                    .bind("zone", limits.zone(period).getId())
                    .bind("raisedUntil", raisedUntil(view, period))
                    .add();
        }
        if (Arrays.stream(batch.execute()).sum() > 0) {
            RaiseStore.replace(handle, view);
            RateLimitStore.replace(handle, view);
        }
    }

    private static @Nullable Instant raisedUntil(LimitsView view, Period period) {
        return view.raises().stream()
                .filter(raise -> raise.period() == period)
                .map(LimitsView.Raise::endsAt)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    /** Notes that windows of another zone than the limit's own are to be looked at until then. */
    public static void noteMove(Handle handle, ScopeKey scope, Period period, Instant until) {
        handle.createUpdate("""
                        update scope_limit set moved_until = greatest(moved_until, :until)
                        where workspace_id = :workspaceId and scope = :scope and scope_id = :scopeId and period = :period
                        """)
                .bindMethods(scope)
                .bind("period", period)
                .bind("until", until)
                .execute();
    }

    /** The limits of those scopes that were ever limited. */
    public static Map<ScopeKey, ScopeLimits> find(Handle handle, Collection<ScopeKey> scopes) {
        record Row(ScopeKey scope, SpendLimit limit) {}
        List<Row> rows = ScopeKeys.bind(handle.createQuery("""
                        select l.workspace_id, l.scope, l.scope_id, l.period, l.amount, l.zone, l.version,
                               l.moved_until, l.raised_until
                        from %s
                        join scope_limit l using (workspace_id, scope, scope_id)
                        """.formatted(ScopeKeys.RELATION)), scopes)
                .map((row, context) -> new Row(scope(row), limit(row)))
                .list();
        return rows.stream()
                .collect(Collectors.groupingBy(
                        Row::scope,
                        Collectors.collectingAndThen(
                                Collectors.mapping(Row::limit, Collectors.toList()), ScopeLimits::of)));
    }

    /** Those of the leases that exist. */
    public static Map<UUID, LeaseLimit> ofLeases(Handle handle, Collection<UUID> leaseIds, Instant now) {
        return handle
                .createQuery("""
                        select workspace_id, lease_id, spend_limit as amount,
                               state in ('active', 'draining') and expires_at > :now as usable
                        from lease where lease_id = any(:leaseIds)
                        """)
                .bind("now", now)
                .bindArray("leaseIds", UUID.class, List.copyOf(leaseIds))
                .map(Rows.of(LeaseLimit.class))
                .list()
                .stream()
                .collect(Collectors.toMap(LeaseLimit::leaseId, limit -> limit));
    }

    private static ScopeKey scope(ResultSet row) throws SQLException {
        return new ScopeKey(
                row.getObject("workspace_id", UUID.class), Scope.of(row.getString("scope")), row.getString("scope_id"));
    }

    private static SpendLimit limit(ResultSet row) throws SQLException {
        return new SpendLimit(
                Period.of(row.getString("period")),
                row.getBigDecimal("amount"),
                ZoneId.of(row.getString("zone")),
                row.getLong("version"),
                instant(row, "moved_until"),
                instant(row, "raised_until"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp time = row.getTimestamp(column);
        return time == null ? null : time.toInstant();
    }
}
