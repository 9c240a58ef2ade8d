package io.leasehold.distribution.spend;

import io.leasehold.contracts.Period;
import io.leasehold.contracts.Scope;
import io.leasehold.contracts.hold.WindowKey;
import io.leasehold.distribution.key.PoolKeyStore;
import io.leasehold.distribution.limit.LeaseLimit;
import io.leasehold.distribution.limit.LimitStore;
import io.leasehold.distribution.limit.RaiseStore;
import io.leasehold.distribution.limit.ScopeKey;
import io.leasehold.distribution.limit.ScopeLimits;
import io.leasehold.distribution.node.NodeStore;
import io.leasehold.kit.caller.Caller;
import io.leasehold.kit.database.Database;
import io.leasehold.kit.page.Page;
import io.leasehold.kit.page.PageRequest;
import io.leasehold.kit.problem.NotFoundProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What people may know about spend. */
@ApplicationScoped
class SpendService {
    private final Database database;
    private final Clock clock;

    SpendService(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The windows of a scope that run now, also those in which nothing was spent yet. */
    List<SpendNow> current(Caller caller, ScopeKey scope) {
        return database.inWorkspace(scope.workspaceId(), handle -> {
            if (!VisibleScopes.has(handle, caller, scope)) {
                throw unknown(scope);
            }
            Instant now = now();
            return stand(handle, windows(handle, scope, now), LimitForecastStore.of(handle, scope, now), now);
        });
    }

    /** The windows of limits that are set, those that are reached first before the others. */
    Page<SpendNow> list(Caller caller, @Nullable Scope scope, PageRequest request) {
        return database.inWorkspace(caller.workspaceId(), handle -> {
            Instant now = now();
            List<LimitForecast> forecasts = LimitForecastStore.list(
                    handle, caller.workspaceId(), scope, VisibleScopes.domains(handle, caller), now, request);
            Map<ScopeKey, ScopeLimits> limits = LimitStore.find(
                    handle,
                    forecasts.stream().map(LimitForecast::scope).distinct().toList());
            List<Window> windows = forecasts.stream()
                    .map(forecast -> Window.of(
                            forecast.scope(),
                            forecast.period(),
                            limits.getOrDefault(forecast.scope(), ScopeLimits.NONE),
                            now))
                    .toList();
            return Page.counted(stand(handle, windows, forecasts, now), request);
        });
    }

    /** As finely as the database tells times. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static List<SpendNow> stand(
            Handle handle, List<Window> windows, List<LimitForecast> forecasts, Instant now) {
        Map<WindowKey, SpendWindow> known =
                SpendWindowStore.find(handle, windows.stream().map(Window::key).toList()).stream()
                        .collect(Collectors.toMap(SpendWindow::key, Function.identity()));
        Map<ScopeKey, Map<Period, BigDecimal>> raises = RaiseStore.inForce(
                handle, windows.stream().map(Window::scope).distinct().toList(), now);
        Map<ScopeKey, List<LimitForecast>> forecastsOf =
                forecasts.stream().collect(Collectors.groupingBy(LimitForecast::scope));
        return windows.stream()
                .map(window -> new SpendNow(
                        known.getOrDefault(window.key(), SpendWindow.untouched(window))
                                .in(window)
                                .toView(now),
                        RaiseStore.amount(raises, window.scope(), window.key().period()),
                        exhaustedAt(window, forecastsOf.getOrDefault(window.scope(), List.of()))))
                .toList();
    }

    private static @Nullable Instant exhaustedAt(Window window, List<LimitForecast> forecasts) {
        return forecasts.stream()
                .filter(forecast -> forecast.period() == window.key().period())
                .findFirst()
                .map(LimitForecast::exhaustedAt)
                .orElse(null);
    }

    private static List<Window> windows(Handle handle, ScopeKey scope, Instant now) {
        if (scope.scope() == Scope.LEASE) {
            return List.of(Window.of(lease(handle, scope, now)));
        }
        checkExists(handle, scope);
        return Window.all(scope, LimitStore.find(handle, List.of(scope)).getOrDefault(scope, ScopeLimits.NONE), now);
    }

    private static LeaseLimit lease(Handle handle, ScopeKey scope, Instant now) {
        UUID leaseId = id(scope);
        LeaseLimit lease = LimitStore.ofLeases(handle, List.of(leaseId), now).get(leaseId);
        if (lease == null) {
            throw unknown(scope);
        }
        return lease;
    }

    /** Domains and users are known by being used, so that any of them may be asked for. */
    private static void checkExists(Handle handle, ScopeKey scope) {
        boolean exists = switch (scope.scope()) {
            case KEY ->
                PoolKeyStore.find(handle, scope.workspaceId(), id(scope)).isPresent();
            case NODE -> NodeStore.find(handle, scope.workspaceId(), id(scope)).isPresent();
            case WORKSPACE -> scope.workspaceId().equals(id(scope));
            case LEASE, DOMAIN, USER -> true;
        };
        if (!exists) {
            throw unknown(scope);
        }
    }

    private static UUID id(ScopeKey scope) {
        try {
            return UUID.fromString(scope.scopeId());
        } catch (IllegalArgumentException malformed) {
            throw unknown(scope);
        }
    }

    private static NotFoundProblem unknown(ScopeKey scope) {
        return new NotFoundProblem(scope.scope().wireName(), scope.scopeId());
    }
}
