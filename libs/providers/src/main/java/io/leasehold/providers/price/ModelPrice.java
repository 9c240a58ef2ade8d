package io.leasehold.providers.price;

import io.leasehold.contracts.Tokens;
import io.leasehold.providers.dialect.PricingTerms;
import io.leasehold.providers.price.PriceModifier.Dimension;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What one model costs from one point in time on. Immutable. All arithmetic is on whole pico-dollars and rounds once,
 * at the end.
 */
public final class ModelPrice {
    private static final TokenClass[] CLASSES = TokenClass.values();
    private static final Dimension[] DIMENSIONS = Dimension.values();

    private final String modelId;
    private final Instant effectiveFrom;
    private final String version;
    private final Map<TokenClass, TokenPrice> own;
    private final Map<TokenClass, TokenPrice> prices;
    private final OptionalLong webSearchPrice;
    private final ModelLimits limits;
    private final List<PriceModifier> modifiers;
    private final Map<String, ModelPrice> ofTiers;

    ModelPrice(
            String modelId,
            Instant effectiveFrom,
            String version,
            Map<TokenClass, TokenPrice> prices,
            OptionalLong webSearchPrice,
            ModelLimits limits,
            List<PriceModifier> modifiers) {
        this(modelId, effectiveFrom, version, prices, webSearchPrice, limits, modifiers, Map.of());
    }

    /** @param ofTiers what it costs in service tiers that have prices of their own, by the tier in lower case */
    ModelPrice(
            String modelId,
            Instant effectiveFrom,
            String version,
            Map<TokenClass, TokenPrice> prices,
            OptionalLong webSearchPrice,
            ModelLimits limits,
            List<PriceModifier> modifiers,
            Map<String, ModelPrice> ofTiers) {
        this.modelId = modelId;
        this.effectiveFrom = effectiveFrom;
        this.version = version;
        this.own = Map.copyOf(prices);
        this.prices = withParents(prices);
        this.webSearchPrice = webSearchPrice;
        this.limits = limits;
        this.modifiers = List.copyOf(modifiers);
        this.ofTiers = Map.copyOf(ofTiers);
    }

    /** The price book's name of the model. */
    public String modelId() {
        return modelId;
    }

    public Instant effectiveFrom() {
        return effectiveFrom;
    }

    /** The version of the price book, to be stored with each cost. */
    public String version() {
        return version;
    }

    public ModelLimits limits() {
        return limits;
    }

    /**
     * The cost of an answer in nano-USD, summed exactly and rounded once, half-up. Empty, never 0, where a class that
     * was used has no price or a term is not known.
     */
    public OptionalLong cost(Tokens tokens, long webSearches, PricingTerms terms) {
        return cost(tokens, webSearches, terms, tokens.totalInput());
    }

    /**
     * What many requests cost about, which are known by their sum only: as if each were too short for the prices of long
     * ones. Empty as a cost is.
     */
    public OptionalLong estimate(Tokens sum, long webSearches, PricingTerms terms) {
        return cost(sum, webSearches, terms, 0);
    }

    private OptionalLong cost(Tokens tokens, long webSearches, PricingTerms terms, long totalInput) {
        ModelPrice ofTier = ofTier(terms);
        return (ofTier == null ? this : ofTier).listed(tokens, webSearches, terms, totalInput);
    }

    private OptionalLong listed(Tokens tokens, long webSearches, PricingTerms terms, long totalInput) {
        Factor factor = product(terms, unsaid -> Factor.ONE);
        if (factor == null || (webSearches > 0 && webSearchPrice.isEmpty())) {
            return OptionalLong.empty();
        }
        try {
            OptionalLong ofTokens = pico(tokens, totalInput);
            if (ofTokens.isEmpty()) {
                return OptionalLong.empty();
            }
            long searches = Math.multiplyExact(webSearches, webSearchPrice.orElse(0));
            return OptionalLong.of(factor.nanoUsd(ofTokens.getAsLong(), searches, RoundingMode.HALF_UP));
        } catch (ArithmeticException beyondAnyBill) {
            return OptionalLong.empty();
        }
    }

    /** The price of a class; null where neither it nor its parents have one. */
    public @Nullable TokenPrice price(TokenClass tokenClass) {
        return prices.get(tokenClass);
    }

    /** In pico-USD each; empty where searches have no price. */
    public OptionalLong webSearchPrice() {
        return webSearchPrice;
    }

    /** Each of the prices that a request on these terms can meet: where it leaves the tier open, those of all tiers. */
    public List<ModelPrice> possible(PricingTerms asked) {
        if (ofTiers.isEmpty()) {
            return List.of(this);
        }
        if (asked.serviceTier() == null) {
            return Stream.concat(Stream.of(this), ofTiers.values().stream()).toList();
        }
        ModelPrice ofTier = ofTier(asked);
        return List.of(ofTier == null ? this : ofTier);
    }

    /** What it costs in service tiers that have prices of their own, by the tier in lower case. */
    public Map<String, ModelPrice> ofTiers() {
        return ofTiers;
    }

    /** The words that change all token prices, each with its factor. */
    public List<PriceModifier> modifiers() {
        return modifiers;
    }

    /** The prices that are said for their class itself, and not taken from its parent. */
    public Map<TokenClass, TokenPrice> ownPrices() {
        return own;
    }

    private @Nullable ModelPrice ofTier(PricingTerms terms) {
        String tier = Dimension.SERVICE_TIER.of(terms);
        return tier == null ? null : ofTiers.get(tier);
    }

    /** The dearest factor that a request on these terms can meet; null where it asks for something unpriced. */
    public @Nullable Factor dearestFactor(PricingTerms asked) {
        return product(asked, this::dearest);
    }

    private OptionalLong pico(Tokens tokens, long totalInput) {
        long sum = 0;
        for (TokenClass tokenClass : CLASSES) {
            long count = tokenClass.of(tokens);
            TokenPrice price = prices.get(tokenClass);
            if (count > 0 && price == null) {
                return OptionalLong.empty();
            }
            if (count > 0 && price != null) {
                sum = Math.addExact(sum, Math.multiplyExact(count, price.at(totalInput)));
            }
        }
        return OptionalLong.of(sum);
    }

    private @Nullable Factor product(PricingTerms terms, Function<Dimension, Factor> whereUnsaid) {
        Factor product = Factor.ONE;
        for (Dimension dimension : DIMENSIONS) {
            String word = dimension.of(terms);
            Factor factor = word == null ? whereUnsaid.apply(dimension) : find(dimension, word);
            if (factor == null) {
                return null;
            }
            product = product.times(factor);
        }
        return product;
    }

    private @Nullable Factor find(Dimension dimension, String word) {
        for (PriceModifier modifier : modifiers) {
            if (modifier.dimension() == dimension && modifier.value().equals(word)) {
                return modifier.factor();
            }
        }
        return null;
    }

    private Factor dearest(Dimension dimension) {
        Factor dearest = Factor.ONE;
        for (PriceModifier modifier : modifiers) {
            if (modifier.dimension() == dimension && modifier.factor().isAbove(dearest)) {
                dearest = modifier.factor();
            }
        }
        return dearest;
    }

    private static Map<TokenClass, TokenPrice> withParents(Map<TokenClass, TokenPrice> own) {
        Map<TokenClass, TokenPrice> all = new EnumMap<>(TokenClass.class);
        for (TokenClass tokenClass : CLASSES) {
            // A parent stands before its children, so its own parent is resolved already.
            TokenClass parent = tokenClass.parent();
            TokenPrice price = own.getOrDefault(tokenClass, parent == null ? null : all.get(parent));
            if (price != null) {
                all.put(tokenClass, price);
            }
        }
        return all;
    }
}
