package io.leasehold.gateway.limit;

import io.leasehold.contracts.Period;
import io.leasehold.contracts.Scope;
import io.leasehold.contracts.event.LimitsView;
import io.leasehold.gateway.hold.LimitId;
import io.leasehold.gateway.rate.RateId;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The limits that are known, by scope, named as holds name them. Looked up from any thread, for every request. */
@Singleton
public class Limits {
    private final Map<ScopeKey, Known> byScope = new ConcurrentHashMap<>();

    private record Known(long version, Found found) {
        static Known of(LimitsView view) {
            return new Known(
                    view.version(),
                    new Found(
                            view.limits().stream()
                                    .map(limit -> new LimitId(
                                            view.workspaceId(), view.scope(), view.scopeId(), limit.period()))
                                    .toList(),
                            RateId.of(view.workspaceId(), view.scope(), view.scopeId(), view.rateLimits())));
        }
    }

    /** What limits a scope: how much may be spent, and how fast. */
    record Found(List<LimitId> limits, List<RateId> rates) {
        static final Found NOTHING = new Found(List.of(), List.of());
    }

    /** @param id as requests have it at hand: the name of a user, the UUID of everything else */
    private record ScopeKey(UUID workspaceId, Scope scope, Object id) {
        static ScopeKey of(LimitsView view) {
            return parse(view.aggregateKey());
        }

        /** The reverse of {@link LimitsView#aggregateKey()}, which is all that a tombstone has. */
        static ScopeKey parse(String aggregateKey) {
            String[] parts = aggregateKey.split(":", 3);
            Scope scope = Scope.of(parts[1]);
            Object id = scope == Scope.USER ? parts[2] : UUID.fromString(parts[2]);
            return new ScopeKey(UUID.fromString(parts[0]), scope, id);
        }
    }

    /** Those of a key, a node, a domain or the workspace itself; empty where it has none. */
    Found find(UUID workspaceId, Scope scope, UUID id) {
        return find(new ScopeKey(workspaceId, scope, id));
    }

    /** Empty where the user has none. */
    Found findOfUser(UUID workspaceId, String user) {
        return find(new ScopeKey(workspaceId, Scope.USER, user));
    }

    private Found find(ScopeKey scope) {
        Known known = byScope.get(scope);
        return known == null ? Found.NOTHING : known.found;
    }

    /** An older version than the known one is passed over. */
    public void put(LimitsView limits) {
        byScope.merge(
                ScopeKey.of(limits), Known.of(limits), (known, fresh) -> fresh.version > known.version ? fresh : known);
    }

    /** What limits it now nobody can say: it counts as limited in every way, and those that know are asked. */
    public void distrust(String aggregateKey) {
        ScopeKey scope = ScopeKey.parse(aggregateKey);
        List<LimitId> all = Stream.of(Period.values())
                .filter(period -> period != Period.LEASE)
                .map(period -> new LimitId(scope.workspaceId, scope.scope, scope.id.toString(), period))
                .toList();
        List<RateId> rates = RateId.all(scope.workspaceId, scope.scope, scope.id.toString());
        byScope.compute(
                scope,
                (same, known) -> new Known(known == null ? Long.MIN_VALUE : known.version, new Found(all, rates)));
    }

    public void remove(String aggregateKey) {
        byScope.remove(ScopeKey.parse(aggregateKey));
    }
}
