package io.leasehold.sim.group;

import io.leasehold.sim.key.Provider;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** The workspaces and projects of all providers. Safe for many event loops. */
public final class Groups {
    private static final Comparator<SimGroup> OLDEST_FIRST =
            Comparator.comparing(SimGroup::createdAt).thenComparing(SimGroup::id);

    private final Map<String, SimGroup> byId = new ConcurrentHashMap<>();
    private final List<Consumer<SimGroup>> listeners = new CopyOnWriteArrayList<>();

    /** Tells {@code listener} of every change from now on. */
    public void listen(Consumer<SimGroup> listener) {
        listeners.add(listener);
    }

    public List<SimGroup> list(Provider provider) {
        return byId.values().stream()
                .filter(group -> group.provider() == provider)
                .sorted(OLDEST_FIRST)
                .toList();
    }

    public Optional<SimGroup> find(Provider provider, String id) {
        return Optional.ofNullable(byId.get(id)).filter(group -> group.provider() == provider);
    }

    /** Adds a group, or replaces the one with the same id. */
    public void save(SimGroup group) {
        byId.compute(group.id(), (id, before) -> told(group));
    }

    /** Adds a group that the provider has from the start, unless it is there. */
    public void provide(SimGroup group) {
        byId.computeIfAbsent(group.id(), id -> group);
    }

    /** @return the group as it is now; empty when there is none with that id */
    public Optional<SimGroup> change(String id, UnaryOperator<SimGroup> change) {
        return Optional.ofNullable(byId.computeIfPresent(id, (same, before) -> told(change.apply(before))));
    }

    private SimGroup told(SimGroup group) {
        listeners.forEach(listener -> listener.accept(group));
        return group;
    }
}
