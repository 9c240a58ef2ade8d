package io.leasehold.distribution.limit;

import io.leasehold.contracts.Scope;
import io.leasehold.contracts.event.LimitsView;
import io.leasehold.contracts.event.RateLimits;
import io.leasehold.kit.database.Rows;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;

/** The table {@code scope_rate}, and the rate limits that leases carry themselves. */
public final class RateLimitStore {
    private static final RowMapper<Row> MAPPER = Rows.of(Row.class);

    /** A lease that may not be used any more has nothing to share. */
    private static final RateLimits NOTHING = new RateLimits(0L, 0L, 0L);

    private RateLimitStore() {}

    private record Row(
            UUID workspaceId,
            String scope,
            String scopeId,
            @Nullable Long requestsPerMinute,
            @Nullable Long tokensPerMinute,
            @Nullable Long concurrentRequests,
            boolean usable) {
        ScopeKey key() {
            return new ScopeKey(workspaceId, Scope.of(scope), scopeId);
        }

        RateLimits limits() {
            return usable ? new RateLimits(requestsPerMinute, tokensPerMinute, concurrentRequests) : NOTHING;
        }
    }

    /** Puts the rates of a view in the place of those that were told before. */
    static void replace(Handle handle, LimitsView view) {
        handle.createUpdate("""
                        insert into scope_rate (workspace_id, scope, scope_id, requests_per_minute, tokens_per_minute,
                                                concurrent_requests)
                        values (:workspaceId, :scope, :scopeId, :requestsPerMinute, :tokensPerMinute, :concurrentRequests)
                        on conflict (workspace_id, scope, scope_id) do update
                        set requests_per_minute = excluded.requests_per_minute,
                            tokens_per_minute = excluded.tokens_per_minute,
                            concurrent_requests = excluded.concurrent_requests
                        """)
                .bindMethods(view)
                .bindMethods(view.rateLimits())
                .execute();
    }

    /**
     * The rate limits of those scopes that ever had some. A lease that is not known or may not be used any more has limits
     * of zero.
     */
    public static Map<ScopeKey, RateLimits> find(Handle handle, Collection<ScopeKey> scopes, Instant now) {
        Map<ScopeKey, RateLimits> found = new HashMap<>();
        scopes.stream().filter(scope -> scope.scope() == Scope.LEASE).forEach(lease -> found.put(lease, NOTHING));
        ScopeKeys.bind(handle.createQuery("""
                        with k as (select * from %s)
                        select r.*, true as usable from k join scope_rate r using (workspace_id, scope, scope_id)
                        union all
                        select k.workspace_id, k.scope, k.scope_id, l.requests_per_minute, l.tokens_per_minute,
                               l.concurrent_requests, l.state in ('active', 'draining') and l.expires_at > :now
                        from k join lease l on l.workspace_id = k.workspace_id
                            and l.lease_id = case when k.scope = 'lease' then k.scope_id::uuid end
                        where k.scope = 'lease'
                        """.formatted(ScopeKeys.RELATION)), scopes)
                .bind("now", now)
                .map(MAPPER)
                .forEach(row -> found.put(row.key(), row.limits()));
        return found;
    }
}
