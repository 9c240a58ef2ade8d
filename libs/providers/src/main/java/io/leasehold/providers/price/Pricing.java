package io.leasehold.providers.price;

import io.leasehold.contracts.Provenance;
import io.leasehold.contracts.UsageSource;
import io.leasehold.providers.dialect.PricingTerms;
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
    private static final int SCALE = 9;
    /** Of whole dollars; what is counted in nano-dollars has room for them. */
    private static final int MOST_DIGITS = 9;

    private final Prices prices;

    public Pricing(Prices prices) {
        this.prices = prices;
    }

    /**
     * @param requestedModel priced by where the provider's own name of the model is not in the book
     * @param askedTerms priced by where the answer does not say what it was: a stream never names its speed
     * @param at when the request was admitted
     */
    public RequestCost cost(String provider, String requestedModel, PricingTerms askedTerms, Usage usage, Instant at) {
        if (usage.source() == UsageSource.NONE) {
            return new RequestCost(NOTHING, Provenance.GATEWAY, null, null, null);
        }
        RequestCost computed = computed(provider, requestedModel, askedTerms, usage, at);
        return usage.providerCost() == null ? computed : asProviderSays(usage.providerCost(), computed);
    }

    private RequestCost computed(
            String provider, String requestedModel, PricingTerms askedTerms, Usage usage, Instant at) {
        if (usage.source() == UsageSource.UNKNOWN) {
            return RequestCost.unknown("The provider did not say what was used.");
        }
        if (usage.problem() != null) {
            return RequestCost.unknown(usage.problem());
        }
        Optional<ModelPrice> price = find(provider, usage.model(), at).or(() -> find(provider, requestedModel, at));
        if (price.isEmpty()) {
            return RequestCost.unknown(RequestCost.NO_PRICE_OF_MODEL);
        }
        OptionalLong nanoUsd = price.get()
                .cost(usage.tokens(), usage.webSearches(), usage.terms().or(askedTerms));
        return nanoUsd.isEmpty()
                ? RequestCost.unknown(RequestCost.NO_PRICE_OF_USED)
                : new RequestCost(
                        NanoUsd.toDecimal(nanoUsd.getAsLong()),
                        provenance(usage.source()),
                        null,
                        null,
                        price.get().version());
    }

    private static RequestCost asProviderSays(BigDecimal cost, RequestCost computed) {
        boolean possible = cost.signum() >= 0 && magnitude(cost) <= MOST_DIGITS;
        return possible
                ? new RequestCost(rounded(cost), Provenance.PROVIDER, null, computed.amount(), computed.priceVersion())
                : new RequestCost(
                        null,
                        null,
                        "The provider names a cost that no request can have.",
                        computed.amount(),
                        computed.priceVersion());
    }

    /** Rounding may write out as many zeros as an exponent asks for, so that one too small is not rounded. */
    private static BigDecimal rounded(BigDecimal cost) {
        return magnitude(cost) < -SCALE ? NOTHING : cost.setScale(SCALE, RoundingMode.HALF_UP);
    }

    /** How many digits stand before the point; less than none after zeros behind it. */
    private static long magnitude(BigDecimal amount) {
        return (long) amount.precision() - amount.scale();
    }

    private static Provenance provenance(UsageSource source) {
        return source == UsageSource.REPORTED ? Provenance.GATEWAY : Provenance.ESTIMATED;
    }

    private Optional<ModelPrice> find(String provider, @Nullable String model, Instant at) {
        return model == null ? Optional.empty() : prices.find(provider, model, at);
    }
}
