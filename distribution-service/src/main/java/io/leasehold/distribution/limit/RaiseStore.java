package io.leasehold.distribution.limit;

import io.leasehold.contracts.Period;
import io.leasehold.contracts.Scope;
import io.leasehold.contracts.event.LimitsView;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The table {@code scope_raise}: what may be spent above limits, for a time. */
public final class RaiseStore {
    private RaiseStore() {}

    /** Puts the raises of a view in the place of those that were told before. */
    static void replace(Handle handle, LimitsView view) {
        handle.createUpdate("""
                        delete from scope_raise
                        where workspace_id = :workspaceId and scope = :scope and scope_id = :scopeId
                        """).bindMethods(view).execute();
        PreparedBatch batch = handle.prepareBatch("""
                insert into scope_raise (workspace_id, scope, scope_id, raise_id, period, amount, starts_at, ends_at)
                values (:workspaceId, :scope, :scopeId, :raiseId, :period, :amount, :startsAt, :endsAt)
                """);
        view.raises()
                .forEach(raise -> batch.bindMethods(view).bindMethods(raise).add());
        if (!view.raises().isEmpty()) {
            batch.execute();
        }
    }

    /** What is allowed at that time above the limits of each scope, period by period; nothing where a period is missing. */
    public static Map<ScopeKey, Map<Period, BigDecimal>> inForce(
            Handle handle, Collection<ScopeKey> scopes, Instant at) {
        if (scopes.isEmpty()) {
            return Map.of();
        }
        Map<ScopeKey, Map<Period, BigDecimal>> raises = new HashMap<>();
        ScopeKeys.bind(handle.createQuery("""
                        select r.workspace_id, r.scope, r.scope_id, r.period, sum(r.amount) as amount
                        from %s
                        join scope_raise r using (workspace_id, scope, scope_id)
                        where r.starts_at <= :at and r.ends_at > :at
                        group by r.workspace_id, r.scope, r.scope_id, r.period
                        """.formatted(ScopeKeys.RELATION)), scopes)
                .bind("at", at)
                .map((row, context) -> raises.computeIfAbsent(
                                new ScopeKey(
                                        row.getObject("workspace_id", UUID.class),
                                        Scope.of(row.getString("scope")),
                                        row.getString("scope_id")),
                                scope -> new EnumMap<>(Period.class))
                        .put(Period.of(row.getString("period")), Usd.plain(row.getBigDecimal("amount"))))
                .list();
        return raises;
    }

    /** Zero where the scope's period is not raised. */
    public static BigDecimal amount(Map<ScopeKey, Map<Period, BigDecimal>> raises, ScopeKey scope, Period period) {
        return raises.getOrDefault(scope, Map.of()).getOrDefault(period, BigDecimal.ZERO);
    }
}
