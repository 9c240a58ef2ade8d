package io.leasehold.sim.key;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;

/** All keys of all providers. Safe for many event loops. */
public final class KeyRing {
    /** As the providers list them. */
    private static final Comparator<SimKey> NEWEST_FIRST =
            Comparator.comparing(SimKey::createdAt).reversed().thenComparing(SimKey::id);

    private final Map<String, SimKey> byId = new ConcurrentHashMap<>();
    private final Map<String, String> idBySecret = new ConcurrentHashMap<>();
    private final List<KeyListener> listeners = new CopyOnWriteArrayList<>();

    /** Tells {@code listener} of every change from now on. */
    public void listen(KeyListener listener) {
        listeners.add(listener);
    }

    public Optional<SimKey> findBySecret(String secret) {
        String id = idBySecret.get(secret);
        return id == null ? Optional.empty() : findById(id);
    }

    public Optional<SimKey> findById(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    public List<SimKey> list() {
        return byId.values().stream().sorted(NEWEST_FIRST).toList();
    }

    /** The keys of one provider and kind, newest first. */
    public List<SimKey> list(Provider provider, KeyKind kind) {
        return list().stream()
                .filter(key -> key.provider() == provider && key.kind() == kind)
                .toList();
    }

    /** Adds a key, or replaces the one with the same id. */
    public void save(SimKey key) {
        byId.compute(key.id(), (id, before) -> {
            listeners.forEach(listener -> listener.saved(key));
            return key;
        });
        idBySecret.put(key.secret(), key.id());
    }

    /** @return the key as it is now; empty when there is none with that id */
    public Optional<SimKey> change(String id, UnaryOperator<SimKey> change) {
        return Optional.ofNullable(byId.computeIfPresent(id, (same, before) -> {
            SimKey after = change.apply(before);
            listeners.forEach(listener -> listener.saved(after));
            return after;
        }));
    }

    /** Forgets a key as if it had never been. */
    public boolean remove(String id) {
        SimKey gone = byId.remove(id);
        if (gone == null) {
            return false;
        }
        idBySecret.remove(gone.secret());
        listeners.forEach(listener -> listener.removed(id));
        return true;
    }
}
