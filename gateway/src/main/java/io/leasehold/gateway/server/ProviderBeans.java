package io.leasehold.gateway.server;

import io.leasehold.providers.Providers;
import io.leasehold.providers.price.PriceBook;
import io.leasehold.providers.price.Pricing;
import io.leasehold.providers.worstcase.WorstCases;
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
    Pricing pricing(PriceBook book) {
        return new Pricing(book);
    }

    @Produces
    @Singleton
    WorstCases worstCases(PriceBook book) {
        return new WorstCases(book);
    }
}
