package io.leasehold.collector.price;

import io.leasehold.contracts.Tokens;
import io.leasehold.providers.dialect.PricingTerms;
import io.leasehold.providers.price.NanoUsd;
import io.leasehold.providers.price.Prices;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** What usage costs about that a provider tells in sums, as if no request were a long one. */
public final class Estimate {
    private Estimate() {}

    /**
     * In USD; null where a price is not known.
     *
     * @param provider by its id
     * @param tier the provider's word for the service tier; null where it does not tell
     */
    public static @Nullable BigDecimal of(
            Prices prices,
            String provider,
            String model,
            @Nullable String tier,
            Instant at,
            Tokens tokens,
            long webSearches) {
        OptionalLong nanoUsd = prices.find(provider, model, at)
                .map(price -> price.estimate(tokens, webSearches, new PricingTerms(tier, null, null)))
                .orElse(OptionalLong.empty());
        return nanoUsd.isEmpty() ? null : NanoUsd.toDecimal(nanoUsd.getAsLong());
    }
}
