package io.leasehold.providers.price;

import io.leasehold.contracts.event.PriceOverridesView;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The prices that hold for each workspace: the price book, and what the workspace has set for itself. In memory. */
public final class WorkspacePrices {
    private final PriceBook book;
    private final Map<UUID, Known> workspaces = new ConcurrentHashMap<>();

    private record Known(long version, Prices prices) {}

    public WorkspacePrices(PriceBook book) {
        this.book = book;
    }

    public Prices of(UUID workspaceId) {
        Known known = workspaces.get(workspaceId);
        return known == null ? book : known.prices();
    }

    /** A version that is not higher than the one that is there changes nothing. */
    public void put(PriceOverridesView told) {
        Known next = new Known(told.version(), new OverriddenPrices(book, told));
        workspaces.merge(
                told.workspaceId(), next, (before, after) -> after.version() > before.version() ? after : before);
    }

    public void remove(UUID workspaceId) {
        workspaces.remove(workspaceId);
    }

    /** The last that was told of its prices can't be read: none is known until something newer is told. */
    public void distrust(UUID workspaceId) {
        workspaces.compute(
                workspaceId, (id, before) -> new Known(before == null ? 0 : before.version(), new UnknownPrices()));
    }
}
