package io.leasehold.collector.history;

import io.leasehold.contracts.Tokens;
import io.leasehold.providers.dialect.PricingTerms;
import io.leasehold.providers.price.NanoUsd;
import io.leasehold.providers.price.Prices;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What one key used with one model. */
@Schema(name = "UsageFigure")
record UsageFigure(
        @Schema(description = "The provider's family of endpoints", examples = "messages")
        String kind,

        @Schema(
                description = "Our key, where the provider tells it and it is one of ours",
                examples = "0199f2a0-7c1e-7aaa-8bbb-0123456789ac",
                nullable = true)
        @Nullable
        UUID keyId,

        @Schema(
                description = "The provider's own id of the key; null where it does not tell",
                examples = "apikey_01Rj2N8SVvo6BePZj99NhmiT",
                nullable = true)
        @Nullable
        String providerKeyId,

        @Schema(
                description = "The model; null where the provider does not tell",
                examples = "claude-opus-5",
                nullable = true)
        @Nullable
        String model,

        @Schema(
                description =
                        "The provider's workspace or project; null for its default one, or where it does not tell",
                examples = "wrkspc_01JwQvzr7rXLA5AGx3HKfFUJ",
                nullable = true)
        @Nullable
        String providerGroupId,

        @Schema(
                description = "The provider's word for the service tier; null where it does not tell",
                examples = "standard",
                nullable = true)
        @Nullable
        String tier,

        @Schema(
                description = "How many requests; null where the provider does not tell",
                examples = "12",
                nullable = true)
        @Nullable
        Long requests,

        @Schema(
                description = "Uncached input, in tokens; null where the provider does not tell",
                examples = "1500",
                nullable = true)
        @Nullable
        Long input,

        @Schema(
                description = "Tokens read from a cache; null where the provider does not tell",
                examples = "200",
                nullable = true)
        @Nullable
        Long cacheRead,

        @Schema(
                description =
                        "Tokens written to a cache for five minutes, or for a time that is not told; null where the provider does not tell",
                examples = "500",
                nullable = true)
        @Nullable
        Long cacheWriteShort,

        @Schema(
                description = "Tokens written to a cache for an hour; null where the provider does not tell",
                examples = "1000",
                nullable = true)
        @Nullable
        Long cacheWriteLong,

        @Schema(
                description =
                        "Tokens of output, without reasoning where that is told; null where the provider does not tell",
                examples = "500",
                nullable = true)
        @Nullable
        Long output,

        @Schema(
                description = "Tokens of reasoning; null where the provider does not tell",
                examples = "25",
                nullable = true)
        @Nullable
        Long reasoning,

        @Schema(
                description = "How many web searches; null where the provider does not tell",
                examples = "10",
                nullable = true)
        @Nullable
        Long webSearches,

        @Schema(
                description = "What else was counted, in unit; null where tokens are all",
                examples = "3",
                nullable = true)
        @Nullable
        Long units,

        @Schema(description = "What units counts; null where nothing is", examples = "images", nullable = true)
        @Nullable
        String unit,

        @Schema(
                description =
                        "What it costs about, in USD, by the price book and the workspace's own prices, as if no request were a long one; null where a price is not known",
                examples = "0.0275",
                nullable = true)
        @Nullable
        BigDecimal estimatedCost) {

    /** With what it costs about. */
    UsageFigure priced(Prices prices, String provider, Instant at) {
        return new UsageFigure(
                kind,
                keyId,
                providerKeyId,
                model,
                providerGroupId,
                tier,
                requests,
                input,
                cacheRead,
                cacheWriteShort,
                cacheWriteLong,
                output,
                reasoning,
                webSearches,
                units,
                unit,
                estimate(prices, provider, at));
    }

    /** Anything that is paid for otherwise has no estimate, and neither has what nothing was told of. */
    private @Nullable BigDecimal estimate(Prices prices, String provider, Instant at) {
        if (model == null || units != null || (input == null && output == null)) {
            return null;
        }
        Tokens tokens = new Tokens(
                count(input),
                count(cacheRead),
                count(cacheWriteShort),
                count(cacheWriteLong),
                count(output),
                count(reasoning),
                0,
                0,
                0);
        OptionalLong nanoUsd = prices.find(provider, model, at)
                .map(price -> price.estimate(tokens, count(webSearches), new PricingTerms(tier, null, null)))
                .orElse(OptionalLong.empty());
        return nanoUsd.isEmpty() ? null : NanoUsd.toDecimal(nanoUsd.getAsLong());
    }

    private static long count(@Nullable Long told) {
        return told == null ? 0 : told;
    }
}
