package io.leasehold.gateway.server;

import io.leasehold.providers.Provider;
import io.leasehold.providers.Providers;
import io.leasehold.providers.dialect.Dialect;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The providers that have a dialect, by what a path may begin with: an id, or an alias of it. */
final class RelayedProviders {
    /** One of them. */
    record Relayed(String id, Dialect dialect) {}

    private final Map<String, Relayed> byId = new TreeMap<>();
    private final Map<String, Relayed> byName = new HashMap<>();

    private RelayedProviders() {}

    /** @throws IllegalStateException where one's alias names another one, too */
    static RelayedProviders of(Providers providers) {
        var relayed = new RelayedProviders();
        for (Provider provider : providers.all()) {
            provider.dialect().ifPresent(dialect -> relayed.add(provider, dialect));
        }
        return relayed;
    }

    private void add(Provider provider, Dialect dialect) {
        var relayed = new Relayed(provider.id(), dialect);
        byId.put(provider.id(), relayed);
        name(provider.id(), relayed);
        provider.aliases().forEach(alias -> name(alias, relayed));
    }

    private void name(String name, Relayed relayed) {
        Relayed other = byName.put(name, relayed);
        if (other != null) {
            throw new IllegalStateException(
                    "Two providers are called '%s': %s and %s.".formatted(name, other.id(), relayed.id()));
        }
    }

    /** Null where there is none. */
    @Nullable
    Relayed find(String name) {
        return byName.get(name);
    }

    /** In alphabetical order. */
    Set<String> ids() {
        return byId.keySet();
    }
}
