package io.leasehold.collector.estimate;

import io.leasehold.contracts.Tokens;
import io.leasehold.providers.dialect.PricingTerms;
import io.leasehold.providers.price.NanoUsd;
import io.leasehold.providers.price.Prices;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a key used with one model in an interval, summed.
 *
 * @param tier the provider's word for the service tier; null where it does not tell
 * @param counted whether all of it was counted in tokens
 */
record UsedTokens(
        UUID keyId,
        @Nullable String model,
        @Nullable String tier,
        long input,
        long cacheRead,
        long cacheWriteShort,
        long cacheWriteLong,
        long output,
        long reasoning,
        long webSearches,
        boolean counted) {

    /** In USD, as if no request were a long one; null where a price is not known. */
    @Nullable
    BigDecimal cost(Prices prices, String provider, Instant at) {
        if (model == null || !counted) {
            return null;
        }
        Tokens tokens = new Tokens(input, cacheRead, cacheWriteShort, cacheWriteLong, output, reasoning, 0, 0, 0);
        OptionalLong nanoUsd = prices.find(provider, model, at)
                .map(price -> price.estimate(tokens, webSearches, new PricingTerms(tier, null, null)))
                .orElse(OptionalLong.empty());
        return nanoUsd.isEmpty() ? null : NanoUsd.toDecimal(nanoUsd.getAsLong());
    }
}
