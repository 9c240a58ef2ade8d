package io.leasehold.providers.dialect;

import io.leasehold.contracts.Tokens;
import io.leasehold.contracts.UsageSource;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What an answer said of itself.
 *
 * @param tokens in disjoint classes; all zero where {@code source} is {@code NONE} or {@code UNKNOWN}
 * @param webSearches searches that are paid for one by one
 * @param providerCost what the provider says it charged, in USD; null where it does not say
 * @param terms what the answer says the price depends on
 * @param model the model the provider really used
 * @param responseId the provider's id of the answer
 * @param stopReason in the provider's words
 * @param errorType in the provider's words; null when all went well
 * @param problem why the figures can't be priced (a split that comes out negative); null where they can
 */
public record Usage(
        Tokens tokens,
        UsageSource source,
        long webSearches,
        @Nullable BigDecimal providerCost,
        PricingTerms terms,
        @Nullable String model,
        @Nullable String responseId,
        @Nullable String stopReason,
        @Nullable String errorType,
        @Nullable String problem) {}
