package io.leasehold.distribution.hold;

import io.leasehold.contracts.Period;
import io.leasehold.contracts.Scope;
import io.leasehold.contracts.hold.GrantRequest.Ask;
import io.leasehold.distribution.limit.LeaseLimit;
import io.leasehold.distribution.limit.LimitStore;
import io.leasehold.distribution.limit.ScopeKey;
import io.leasehold.distribution.limit.ScopeLimits;
import io.leasehold.distribution.spend.Window;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Finds out which windows a request for grants means, and what limits them. */
final class AskedWindows {
    private final Map<UUID, LeaseLimit> leases;
    private final Map<ScopeKey, ScopeLimits> scopes;
    private final Instant now;

    private AskedWindows(Map<UUID, LeaseLimit> leases, Map<ScopeKey, ScopeLimits> scopes, Instant now) {
        this.leases = leases;
        this.scopes = scopes;
        this.now = now;
    }

    /**
     * @param open false when nothing may be granted, whatever the limit: the lease has ended
     * @param moving whether money may still be held in windows of another zone that overlap with this one
     * @param mayBeRaised whether more than the limit may be allowed now
     */
    record Asked(Ask ask, Window window, boolean open, boolean moving, boolean mayBeRaised) {}

    static List<Asked> of(Handle handle, List<Ask> asks, Instant now) {
        Set<UUID> leaseIds = asks.stream()
                .filter(ask -> ask.scope() == Scope.LEASE)
                .map(ask -> UUID.fromString(ask.scopeId()))
                .collect(Collectors.toSet());
        Set<ScopeKey> scopes = asks.stream()
                .filter(ask -> ask.scope() != Scope.LEASE)
                .map(AskedWindows::scope)
                .collect(Collectors.toSet());
        AskedWindows found = new AskedWindows(
                leaseIds.isEmpty() ? Map.of() : LimitStore.ofLeases(handle, leaseIds, now),
                scopes.isEmpty() ? Map.of() : LimitStore.find(handle, scopes),
                now);
        return asks.stream().map(found::resolve).toList();
    }

    private Asked resolve(Ask ask) {
        if (ask.scope() == Scope.LEASE) {
            return lease(ask);
        }
        ScopeKey scope = scope(ask);
        ScopeLimits limits = scopes.getOrDefault(scope, ScopeLimits.NONE);
        return new Asked(
                ask,
                Window.of(scope, ask.period(), limits, ask.at()),
                true,
                limits.isMoving(ask.period(), ask.at()),
                limits.mayBeRaised(ask.period(), now));
    }

    private Asked lease(Ask ask) {
        UUID id = UUID.fromString(ask.scopeId());
        LeaseLimit known = leases.get(id);
        if (known == null || !known.workspaceId().equals(ask.workspaceId())) {
            return new Asked(ask, Window.of(new LeaseLimit(ask.workspaceId(), id, null, false)), false, false, false);
        }
        return new Asked(ask, Window.of(known), known.usable(), false, false);
    }

    private static ScopeKey scope(Ask ask) {
        return new ScopeKey(ask.workspaceId(), ask.scope(), ask.scopeId());
    }

    /** Whether a scope is counted in a period at all. */
    static boolean fits(Scope scope, Period period) {
        return scope == Scope.LEASE ? period == Period.LEASE : ScopeLimits.PERIODS.contains(period);
    }
}
