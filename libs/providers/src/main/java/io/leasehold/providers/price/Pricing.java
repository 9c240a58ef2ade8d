package io.leasehold.providers.price;

import io.leasehold.contracts.Provenance;
import io.leasehold.contracts.UsageSource;
import io.leasehold.providers.dialect.Usage;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Works out what an answered request cost. */
public final class Pricing {
    private static final BigDecimal NOTHING = NanoUsd.toDecimal(0);

    private final PriceBook book;

    public Pricing(PriceBook book) {
        this.book = book;
    }

    /**
     * @param requestedModel priced by where the provider's own name of the model is not in the book
     * @param at when the request was admitted
     */
    public RequestCost cost(String provider, String requestedModel, Usage usage, Instant at) {
        if (usage.source() == UsageSource.NONE) {
            return new RequestCost(NOTHING, Provenance.GATEWAY, null, null, null);
        }
        RequestCost computed = computed(provider, requestedModel, usage, at);
        return usage.providerCost() == null ? computed : asProviderSays(usage.providerCost(), computed);
    }

    private RequestCost computed(String provider, String requestedModel, Usage usage, Instant at) {
        if (usage.source() == UsageSource.UNKNOWN) {
            return RequestCost.unknown("The provider did not say what was used.");
        }
        if (usage.problem() != null) {
            return RequestCost.unknown(usage.problem());
        }
        Optional<ModelPrice> price = find(provider, usage.model(), at).or(() -> find(provider, requestedModel, at));
        if (price.isEmpty()) {
            return RequestCost.unknown("The price book has no price for this model.");
        }
        OptionalLong nanoUsd = price.get().cost(usage.tokens(), usage.webSearches(), usage.terms());
        return nanoUsd.isEmpty()
                ? RequestCost.unknown("The price book has no price for something that was used.")
                : new RequestCost(
                        NanoUsd.toDecimal(nanoUsd.getAsLong()),
                        provenance(usage.source()),
                        null,
                        null,
                        price.get().version());
    }

    private static RequestCost asProviderSays(BigDecimal cost, RequestCost computed) {
        BigDecimal rounded = cost.setScale(9, RoundingMode.HALF_UP);
        return new RequestCost(rounded, Provenance.PROVIDER, null, computed.amount(), computed.priceVersion());
    }

    private static Provenance provenance(UsageSource source) {
        return source == UsageSource.REPORTED ? Provenance.GATEWAY : Provenance.ESTIMATED;
    }

    private Optional<ModelPrice> find(String provider, @Nullable String model, Instant at) {
        return model == null ? Optional.empty() : book.find(provider, model, at);
    }
}
