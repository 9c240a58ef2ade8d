package io.leasehold.gateway.server;

import io.leasehold.providers.Providers;
import io.leasehold.providers.price.PriceBook;
import io.leasehold.providers.price.WorkspacePrices;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** What libs/providers gives, which knows of no container. */
@Singleton
class ProviderBeans {
    @Produces
    @Singleton
    Providers providers() {
        return Providers.load(Thread.currentThread().getContextClassLoader());
    }

    @Produces
    @Singleton
    PriceBook priceBook() {
        return PriceBook.builtIn();
    }

    @Produces
    @Singleton
    WorkspacePrices workspacePrices(PriceBook book) {
        return new WorkspacePrices(book);
    }
}
