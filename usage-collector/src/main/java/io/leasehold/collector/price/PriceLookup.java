package io.leasehold.collector.price;

import io.leasehold.kit.price.PriceOverrideStore;
import io.leasehold.providers.price.OverriddenPrices;
import io.leasehold.providers.price.PriceBook;
import io.leasehold.providers.price.Prices;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The prices that hold for a workspace. */
@Singleton
public class PriceLookup {
    private final PriceBook book = PriceBook.builtIn();

    public Prices of(Handle handle, UUID workspaceId) {
        return PriceOverrideStore.find(handle, workspaceId)
                .filter(told -> !told.overrides().isEmpty())
                .<Prices>map(told -> new OverriddenPrices(book, told))
                .orElse(book);
    }
}
