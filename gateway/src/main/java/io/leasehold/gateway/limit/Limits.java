package io.leasehold.gateway.limit;

import io.leasehold.contracts.Scope;
import io.leasehold.contracts.event.LimitsView;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The limits that are known, by scope. Looked up from any thread. */
@Singleton
public class Limits {
    private final Map<ScopeKey, LimitsView> byScope = new ConcurrentHashMap<>();

    private record ScopeKey(UUID workspaceId, Scope scope, String scopeId) {
        static ScopeKey of(LimitsView limits) {
            return new ScopeKey(limits.workspaceId(), limits.scope(), limits.scopeId());
        }

        /** The reverse of {@link LimitsView#aggregateKey()}, which is all that a tombstone has. */
        static ScopeKey parse(String aggregateKey) {
            String[] parts = aggregateKey.split(":", 3);
            return new ScopeKey(UUID.fromString(parts[0]), Scope.of(parts[1]), parts[2]);
        }
    }

    /** Empty where the scope has none. */
    public List<LimitsView.Limit> find(UUID workspaceId, Scope scope, String scopeId) {
        LimitsView view = byScope.get(new ScopeKey(workspaceId, scope, scopeId));
        return view == null ? List.of() : view.limits();
    }

    /** An older version than the known one is passed over. */
    public void put(LimitsView limits) {
        byScope.merge(ScopeKey.of(limits), limits, (known, fresh) -> fresh.version() > known.version() ? fresh : known);
    }

    public void remove(String aggregateKey) {
        byScope.remove(ScopeKey.parse(aggregateKey));
    }
}
