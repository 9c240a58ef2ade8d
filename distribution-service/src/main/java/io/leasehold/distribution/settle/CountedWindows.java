package io.leasehold.distribution.settle;

import io.leasehold.contracts.Period;
import io.leasehold.contracts.Scope;
import io.leasehold.contracts.event.RequestCompleted;
import io.leasehold.contracts.event.RequestCompleted.Slice;
import io.leasehold.contracts.hold.WindowKey;
import io.leasehold.distribution.limit.LeaseLimit;
import io.leasehold.distribution.limit.LimitStore;
import io.leasehold.distribution.limit.PeriodBounds;
import io.leasehold.distribution.limit.ScopeKey;
import io.leasehold.distribution.limit.ScopeLimits;
import io.leasehold.distribution.spend.Window;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** The windows that requests count in, by when they were admitted. */
final class CountedWindows {
    private final Map<UUID, LeaseLimit> leases;
    private final Map<ScopeKey, ScopeLimits> limits;

    private CountedWindows(Map<UUID, LeaseLimit> leases, Map<ScopeKey, ScopeLimits> limits) {
        this.leases = leases;
        this.limits = limits;
    }

    static CountedWindows of(Handle handle, Collection<Entered> entered, Instant now) {
        Set<UUID> leaseIds =
                entered.stream().map(each -> each.request().leaseId()).collect(Collectors.toSet());
        Set<ScopeKey> scopes = entered.stream()
                .flatMap(each -> Stream.concat(
                        each.scopes().stream(),
                        each.request().slices().stream().map(slice -> scope(each.request(), slice))))
                .collect(Collectors.toSet());
        return new CountedWindows(LimitStore.ofLeases(handle, leaseIds, now), LimitStore.find(handle, scopes));
    }

    /** Every window that counts a request, limited or not. */
    List<Window> all(Entered entered) {
        List<Window> windows = new ArrayList<>();
        windows.add(lease(entered.request()));
        for (ScopeKey scope : entered.scopes()) {
            windows.addAll(Window.all(scope, limits(scope), entered.request().admittedAt()));
        }
        return windows;
    }

    /** The window that a slice was taken from: where the limit moved to another zone since, one that is not counted now. */
    Window of(RequestCompleted request, Slice slice) {
        if (slice.scope() == Scope.LEASE) {
            return lease(request);
        }
        ScopeKey scope = scope(request, slice);
        Period period = slice.period();
        PeriodBounds bounds = PeriodBounds.containing(period, limits(scope).zone(period), slice.windowStart());
        WindowKey key = new WindowKey(scope.workspaceId(), scope.scope(), scope.scopeId(), period, slice.windowStart());
        return new Window(
                key, bounds.end(), limits(scope).amount(period), limits(scope).version(period));
    }

    private Window lease(RequestCompleted request) {
        LeaseLimit known = leases.get(request.leaseId());
        return Window.of(
                known != null && known.workspaceId().equals(request.workspaceId())
                        ? known
                        : new LeaseLimit(request.workspaceId(), request.leaseId(), null, false));
    }

    private ScopeLimits limits(ScopeKey scope) {
        return limits.getOrDefault(scope, ScopeLimits.NONE);
    }

    private static ScopeKey scope(RequestCompleted request, Slice slice) {
        return new ScopeKey(request.workspaceId(), slice.scope(), slice.scopeId());
    }
}
