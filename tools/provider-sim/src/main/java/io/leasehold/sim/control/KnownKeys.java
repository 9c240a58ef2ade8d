package io.leasehold.sim.control;

import io.leasehold.sim.http.Query;
import io.leasehold.sim.key.KeyRing;
import io.leasehold.sim.key.Provider;
import io.leasehold.sim.key.SimKey;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds what a control call names: a key by its id or its secret, a provider by its name. */
final class KnownKeys {
    private final KeyRing keys;

    KnownKeys(KeyRing keys) {
        this.keys = keys;
    }

    /** @throws ControlError 404 when no key has that id or secret */
    String idOf(String idOrSecret) {
        return keys.findById(idOrSecret)
                .or(() -> keys.findBySecret(idOrSecret))
                .map(SimKey::id)
                .orElseThrow(() -> new ControlError(404, "There is no such key"));
    }

    /** The id of the key that the query names; null when it names none. */
    @Nullable
    String idOf(Query query) {
        return query.one("key").map(this::idOf).orElse(null);
    }

    static Provider provider(String name) {
        Optional<Provider> provider = Arrays.stream(Provider.values())
                .filter(each -> each.wireName().equals(name))
                .findFirst();
        return provider.orElseThrow(() -> new ControlError(400, "There is no provider " + name));
    }
}
