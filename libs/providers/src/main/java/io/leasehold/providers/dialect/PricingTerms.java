package io.leasehold.providers.dialect;

import org.jspecify.annotations.Nullable;

/**
 * What changes a price, in the provider's own words: as a request asks for it, or as an answer says it was. Null where
 * nothing is said.
 *
 * @param serviceTier such as {@code standard}, {@code batch}, {@code priority}
 * @param region where the model runs, such as {@code us}, {@code global}
 * @param speed such as {@code fast}
 */
public record PricingTerms(
        @Nullable String serviceTier,
        @Nullable String region,
        @Nullable String speed) {

    public static final PricingTerms UNSAID = new PricingTerms(null, null, null);

    /** These terms, and the others where these say nothing. */
    public PricingTerms or(PricingTerms others) {
        return new PricingTerms(
                serviceTier == null ? others.serviceTier : serviceTier,
                region == null ? others.region : region,
                speed == null ? others.speed : speed);
    }
}
