package io.leasehold.providers;

import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.TreeMap;

/** The providers that are there, ours and those that other jars bring. */
public final class Providers {
    private final Map<String, Provider> byId;

    private Providers(Map<String, Provider> byId) {
        this.byId = byId;
    }

    /** Those on this library's class path. */
    public static Providers load() {
        return load(Providers.class.getClassLoader());
    }

    /** @throws IllegalStateException when two have the same id */
    public static Providers load(ClassLoader loader) {
        Map<String, Provider> byId = new TreeMap<>();
        for (Provider provider : ServiceLoader.load(Provider.class, loader)) {
            Provider other = byId.put(provider.id(), provider);
            if (other != null) {
                throw new IllegalStateException("Two providers are called '%s': %s and %s."
                        .formatted(
                                provider.id(),
                                other.getClass().getName(),
                                provider.getClass().getName()));
            }
        }
        return new Providers(Collections.unmodifiableMap(byId));
    }

    /** All of them, ordered by id. */
    public Collection<Provider> all() {
        return byId.values();
    }

    public Optional<Provider> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** @throws IllegalArgumentException when none has that id */
    public Provider get(String id) {
        return find(id).orElseThrow(() ->
                new IllegalArgumentException("There is no provider '%s'; there are %s.".formatted(id, byId.keySet())));
    }

    /** The provider whose secrets begin like this one; the longest beginning wins. */
    public Optional<Provider> ofSecret(String secret) {
        return all().stream()
                .filter(provider -> provider.secretFormat().matches(secret))
                .max(Comparator.comparingInt(
                        provider -> provider.secretFormat().prefixOf(secret).length()));
    }
}
