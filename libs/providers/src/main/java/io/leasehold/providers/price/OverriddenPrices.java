package io.leasehold.providers.price;

import io.leasehold.contracts.event.PriceOverridesView;
import io.leasehold.providers.price.PriceModifier.Dimension;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The price book with the prices that one workspace has set for itself. Of those in force for a model the one that names
 * it, else the pattern that says most of its name counts; of equals the latest. A class that it says nothing of keeps
 * the book's price. One for a single service tier is what that tier costs; the book's factors of regions and speeds
 * apply to it, and where it is about no tier, those of the tiers too.
 */
public final class OverriddenPrices implements Prices {
    /** The closest to the model comes first. */
    private static final Comparator<OverrideRule> CLOSEST = Comparator.<OverrideRule, Boolean>comparing(
                    rule -> rule.model().isName())
            .thenComparingInt(rule -> rule.model().said())
            .thenComparing(OverrideRule::from)
            .reversed();

    private final PriceBook book;
    private final List<OverrideRule> rules;
    private final String version;

    /** @throws RuntimeException where an override can't be meant */
    public OverriddenPrices(PriceBook book, PriceOverridesView told) {
        this.book = book;
        this.rules =
                told.overrides().stream().map(OverrideRule::of).sorted(CLOSEST).toList();
        this.version = "overrides-" + told.version();
    }

    @Override
    public Optional<ModelPrice> find(String provider, String model, Instant at) {
        Optional<ModelPrice> listed = book.find(provider, model, at);
        String name = model.strip().toLowerCase(Locale.ROOT);
        List<OverrideRule> applying = rules.stream()
                .filter(rule -> rule.appliesTo(provider, name, at))
                .toList();
        return applying.isEmpty()
                ? listed
                : Optional.of(overridden(listed.orElseGet(() -> book.withoutPrices(provider, model, at)), applying));
    }

    /** @param applying at least one, the closest first */
    private ModelPrice overridden(ModelPrice listed, List<OverrideRule> applying) {
        Optional<OverrideRule> general =
                applying.stream().filter(rule -> rule.tier() == null).findFirst();
        Map<TokenClass, TokenPrice> prices =
                general.map(rule -> with(listed.ownPrices(), rule.prices())).orElse(listed.ownPrices());
        OptionalLong search = general.map(OverrideRule::webSearch)
                .filter(OptionalLong::isPresent)
                .orElse(listed.webSearchPrice());
        Map<String, ModelPrice> tiers = new HashMap<>();
        for (OverrideRule rule : applying) {
            String tier = rule.tier();
            if (tier != null && !tiers.containsKey(tier)) {
                tiers.put(tier, ofTier(listed, prices, search, tier, rule));
            }
        }
        return price(listed, prices, search, listed.modifiers(), tiers);
    }

    private ModelPrice ofTier(
            ModelPrice listed,
            Map<TokenClass, TokenPrice> general,
            OptionalLong generalSearch,
            String tier,
            OverrideRule rule) {
        Map<TokenClass, TokenPrice> prices = with(scaled(general, factor(listed, tier)), rule.prices());
        OptionalLong search = rule.webSearch().isPresent() ? rule.webSearch() : generalSearch;
        List<PriceModifier> modifiers = Stream.concat(
                        Stream.of(new PriceModifier(
                                Dimension.SERVICE_TIER, tier, Factor.ONE, new ModelMatch.All(List.of()), Instant.MIN)),
                        listed.modifiers().stream().filter(each -> each.dimension() != Dimension.SERVICE_TIER))
                .toList();
        return price(listed, prices, search, modifiers, Map.of());
    }

    private ModelPrice price(
            ModelPrice listed,
            Map<TokenClass, TokenPrice> prices,
            OptionalLong search,
            List<PriceModifier> modifiers,
            Map<String, ModelPrice> tiers) {
        String versions = listed.version().isEmpty() ? version : listed.version() + "+" + version;
        return new ModelPrice(
                listed.modelId(), listed.effectiveFrom(), versions, prices, search, listed.limits(), modifiers, tiers);
    }

    private static Map<TokenClass, TokenPrice> with(
            Map<TokenClass, TokenPrice> some, Map<TokenClass, TokenPrice> instead) {
        Map<TokenClass, TokenPrice> all = new EnumMap<>(TokenClass.class);
        all.putAll(some);
        all.putAll(instead);
        return all;
    }

    private static @Nullable Factor factor(ModelPrice listed, String tier) {
        return listed.modifiers().stream()
                .filter(each -> each.dimension() == Dimension.SERVICE_TIER
                        && each.value().equals(tier.toLowerCase(Locale.ROOT)))
                .map(PriceModifier::factor)
                .findFirst()
                .orElse(null);
    }

    /** Without those that have no exact price, because the tier is not known or its price would be too fine. */
    private static Map<TokenClass, TokenPrice> scaled(Map<TokenClass, TokenPrice> prices, @Nullable Factor factor) {
        Map<TokenClass, TokenPrice> scaled = new EnumMap<>(TokenClass.class);
        if (factor != null) {
            prices.forEach((tokenClass, price) -> {
                if (price.isExactTimes(factor)) {
                    scaled.put(tokenClass, price.times(factor));
                }
            });
        }
        return scaled;
    }
}
