package io.leasehold.providers.price;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * All prices of one provider.
 *
 * @param fallbacks providers whose prices hold where this one has none
 * @param models in the order in which they are tried; the first that matches counts
 */
record ProviderPrices(
        String provider,
        String version,
        List<String> fallbacks,
        List<Model> models,
        List<PriceModifier> modifiers,
        List<Limit> limits) {

    ProviderPrices {
        fallbacks = List.copyOf(fallbacks);
        models = List.copyOf(models);
        modifiers = List.copyOf(modifiers);
        limits = List.copyOf(limits);
    }

    /** @param periods from the earliest */
    record Model(String id, ModelMatch match, OptionalLong contextWindow, List<Period> periods) {
        Model {
            periods = List.copyOf(periods);
        }
    }

    record Period(Instant from, Map<TokenClass, TokenPrice> prices, OptionalLong webSearch) {}

    record Limit(ModelMatch models, ModelLimits limits) {}

    /** A model's price from each time on that it changed; empty where no model matches. */
    List<ModelPrice> timeline(String lowerCaseName) {
        for (Model model : models) {
            if (model.match().matches(lowerCaseName)) {
                return timeline(model, lowerCaseName);
            }
        }
        return List.of();
    }

    private List<ModelPrice> timeline(Model model, String name) {
        List<PriceModifier> applying = modifiers.stream()
                .filter(modifier -> isAbout(modifier.models(), model, name))
                .toList();
        ModelLimits limits = limits(model, name);
        Instant first = model.periods().getFirst().from();
        TreeSet<Instant> changes = new TreeSet<>();
        model.periods().forEach(period -> changes.add(period.from()));
        applying.stream().map(PriceModifier::from).filter(first::isBefore).forEach(changes::add);
        return changes.stream()
                .map(from -> priceFrom(from, model, limits, applying))
                .toList();
    }

    private ModelPrice priceFrom(Instant from, Model model, ModelLimits limits, List<PriceModifier> applying) {
        Period period = model.periods().reversed().stream()
                .filter(candidate -> !candidate.from().isAfter(from))
                .findFirst()
                .orElseThrow();
        return new ModelPrice(
                model.id(), from, version, period.prices(), period.webSearch(), limits, inForce(applying, from));
    }

    /** What is said of a model that none of the prices are of. */
    ModelPrice withoutPrices(String name, Instant at) {
        List<PriceModifier> applying = inForce(
                modifiers.stream()
                        .filter(modifier -> modifier.models().matches(name))
                        .toList(),
                at);
        ModelLimits known = limits(limit -> limit.models().matches(name));
        return new ModelPrice(name, Instant.MIN, version, Map.of(), OptionalLong.empty(), known, applying);
    }

    private ModelLimits limits(Model model, String name) {
        ModelLimits own = limits(limit -> isAbout(limit.models(), model, name));
        return new ModelLimits(
                own.contextWindow().isPresent() ? own.contextWindow() : model.contextWindow(), own.maxOutput());
    }

    private ModelLimits limits(Predicate<Limit> about) {
        return limits.stream().filter(about).map(Limit::limits).findFirst().orElse(ModelLimits.UNKNOWN);
    }

    /** The latest of several factors for the same word comes first, and the first one found counts. */
    private static List<PriceModifier> inForce(List<PriceModifier> applying, Instant at) {
        return applying.stream()
                .filter(modifier -> !modifier.from().isAfter(at))
                .sorted(Comparator.comparing(PriceModifier::from).reversed())
                .toList();
    }

    /** By the name that was looked up, or by the book's own: another name of a model means the same model. */
    private static boolean isAbout(ModelMatch models, Model model, String name) {
        return models.matches(name) || models.matches(model.id());
    }
}
