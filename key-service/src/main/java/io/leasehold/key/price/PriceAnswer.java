package io.leasehold.key.price;

import io.leasehold.providers.price.ModelPrice;
import io.leasehold.providers.price.PriceModifier;
import io.leasehold.providers.price.TokenClass;
import io.leasehold.providers.price.TokenPrice;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SortedSet;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a model costs in a workspace. */
@Schema(name = "ModelPrice")
record PriceAnswer(
        @Schema(description = "Whose model it is", examples = "anthropic")
        String provider,

        @Schema(description = "The price book's name of the model", examples = "claude-opus-5")
        String model,

        @Schema(description = "Whether a price of the workspace itself is in it", examples = "false")
        boolean overridden,

        @Schema(description = "What its tokens cost") TokenPrices prices,

        @Schema(description = "What they cost in requests with more input than so many tokens")
        List<LongContext> longContext,

        @Schema(description = "What the prices of tokens are multiplied with where an answer says these words")
        List<PriceFactor> factors,

        @Schema(description = "Service tiers that have prices of their own, in the place of a factor")
        List<TierPrices> tiers,

        @Schema(
                description = "How much input a turn can take, in tokens; null where it is not known",
                examples = "1000000")
        @Nullable
        Long contextWindow,

        @Schema(
                description = "How much output a turn can give, in tokens; null where it is not known",
                examples = "128000")
        @Nullable
        Long maxOutput,

        @Schema(description = "The version that is kept with each cost", examples = "2026-09-23+2026-11-21+overrides-3")
        String priceVersion) {
    /** USD per million tokens from pico-USD per token. */
    private static final int MILLION_DIGITS = 6;

    private static final int THOUSAND_DIGITS = 9;
    private static final int FRACTION_DIGITS = 9;

    /** Prices of long requests. */
    @Schema(name = "LongContextPrices")
    record LongContext(
            @Schema(description = "The input, caches included, that must be exceeded, in tokens", examples = "200000")
            long above,

            @Schema(description = "What all tokens of such a request cost")
            TokenPrices prices) {}

    /** What a word in an answer does to the prices of its tokens. */
    @Schema(name = "PriceFactor")
    record PriceFactor(
            @Schema(description = "service_tier, region or speed", examples = "service_tier")
            String on,

            @Schema(description = "The provider's word", examples = "batch")
            String value,

            @Schema(description = "What prices are multiplied with", format = "ratio", examples = "0.5")
            BigDecimal factor) {}

    /** Prices of one service tier. */
    @Schema(name = "TierPrices")
    record TierPrices(
            @Schema(description = "The provider's word", examples = "batch")
            String serviceTier,

            @Schema(description = "What its tokens cost") TokenPrices prices) {}

    static PriceAnswer of(String provider, ModelPrice price, boolean overridden) {
        return new PriceAnswer(
                provider,
                price.modelId(),
                overridden,
                prices(price, 0),
                longContext(price),
                price.modifiers().stream().map(PriceAnswer::factor).toList(),
                price.ofTiers().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(tier -> new TierPrices(tier.getKey(), prices(tier.getValue(), 0)))
                        .toList(),
                boxed(price.limits().contextWindow()),
                boxed(price.limits().maxOutput()),
                price.version());
    }

    private static List<LongContext> longContext(ModelPrice price) {
        SortedSet<Long> steps = new TreeSet<>();
        for (TokenClass tokenClass : TokenClass.values()) {
            TokenPrice ofClass = price.price(tokenClass);
            if (ofClass != null) {
                ofClass.steps().forEach(step -> steps.add(step.above()));
            }
        }
        return steps.stream()
                .map(above -> new LongContext(above, prices(price, above + 1)))
                .toList();
    }

    private static TokenPrices prices(ModelPrice price, long totalInput) {
        return new TokenPrices(
                perMillion(price, TokenClass.INPUT, totalInput),
                perMillion(price, TokenClass.CACHE_READ, totalInput),
                perMillion(price, TokenClass.CACHE_WRITE_5M, totalInput),
                perMillion(price, TokenClass.CACHE_WRITE_1H, totalInput),
                perMillion(price, TokenClass.OUTPUT, totalInput),
                perMillion(price, TokenClass.REASONING, totalInput),
                perMillion(price, TokenClass.AUDIO_IN, totalInput),
                perMillion(price, TokenClass.AUDIO_OUT, totalInput),
                perMillion(price, TokenClass.IMAGE, totalInput),
                price.webSearchPrice().isEmpty()
                        ? null
                        : BigDecimal.valueOf(price.webSearchPrice().getAsLong(), THOUSAND_DIGITS));
    }

    private static @Nullable BigDecimal perMillion(ModelPrice price, TokenClass tokenClass, long totalInput) {
        TokenPrice ofClass = price.price(tokenClass);
        return ofClass == null ? null : BigDecimal.valueOf(ofClass.at(totalInput), MILLION_DIGITS);
    }

    private static PriceFactor factor(PriceModifier modifier) {
        return new PriceFactor(
                modifier.dimension().name().toLowerCase(Locale.ROOT),
                modifier.value(),
                BigDecimal.valueOf(modifier.factor().numerator())
                        .divide(
                                BigDecimal.valueOf(modifier.factor().denominator()),
                                FRACTION_DIGITS,
                                RoundingMode.HALF_UP));
    }

    private static @Nullable Long boxed(OptionalLong tokens) {
        return tokens.isEmpty() ? null : tokens.getAsLong();
    }
}
