package io.leasehold.collector.ingest;

import io.leasehold.contracts.UsageSource;
import io.leasehold.contracts.event.RequestCompleted.PriceTerms;
import io.leasehold.providers.dialect.PricingTerms;
import io.leasehold.providers.dialect.Usage;
import io.leasehold.providers.price.Prices;
import io.leasehold.providers.price.Pricing;
import io.leasehold.providers.price.RequestCost;

/** What a call cost by the prices of its workspace: the node's word for it is not asked. */
final class CallPricing {
    private final Pricing pricing;

    CallPricing(Prices prices) {
        this.pricing = new Pricing(prices);
    }

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

    static PriceTerms terms(Call call) {
        return new PriceTerms(call.webSearches(), call.serviceTier(), null, null);
    }
}
