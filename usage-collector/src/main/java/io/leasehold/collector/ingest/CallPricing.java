package io.leasehold.collector.ingest;

import io.leasehold.contracts.UsageSource;
import io.leasehold.providers.dialect.PricingTerms;
import io.leasehold.providers.dialect.Usage;
import io.leasehold.providers.price.PriceBook;
import io.leasehold.providers.price.Pricing;
import io.leasehold.providers.price.RequestCost;
import jakarta.inject.Singleton;

/** What a call cost by the price book: the node's word for it is not asked. */
@Singleton
class CallPricing {
    private final Pricing pricing = new Pricing(PriceBook.builtIn());

    RequestCost cost(Call call, String provider) {
        Usage usage = new Usage(
                call.tokens(),
                UsageSource.REPORTED,
                call.webSearches(),
                null,
                new PricingTerms(call.serviceTier(), null, null),
                call.model(),
                call.providerRequestId(),
                null,
                call.errorType(),
                call.split());
        return pricing.cost(provider, call.requestedModel(), PricingTerms.UNSAID, usage, call.startedAt());
    }
}
