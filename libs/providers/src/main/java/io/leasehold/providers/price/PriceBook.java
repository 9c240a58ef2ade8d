package io.leasehold.providers.price;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Dated prices of all providers. Prices of a provider are read when they are first asked for; what was found is
 * remembered. Safe for any number of threads.
 */
public final class PriceBook implements Prices {
    /** Clients choose the names that are looked up, so that what is remembered needs a bound. */
    private static final int REMEMBERED = 4096;

    private final Function<String, Optional<ProviderPrices>> source;
    private final Map<String, Optional<ProviderPrices>> providers = new ConcurrentHashMap<>();
    private final Map<Name, List<ModelPrice>> found = new ConcurrentHashMap<>();

    private PriceBook(Function<String, Optional<ProviderPrices>> source) {
        this.source = source;
    }

    /** The prices that come with this library and with jars that add providers. */
    public static PriceBook builtIn() {
        return builtIn(PriceBook.class.getClassLoader());
    }

    /** The same as another class loader sees them. */
    public static PriceBook builtIn(ClassLoader loader) {
        return new PriceBook(new PriceFiles(loader)::find);
    }

    static PriceBook of(Function<String, Optional<ProviderPrices>> source) {
        return new PriceBook(source);
    }

    @Override
    public Optional<ModelPrice> find(String provider, String model, Instant at) {
        List<ModelPrice> dated = timeline(new Name(provider, model.strip().toLowerCase(Locale.ROOT)));
        for (int i = dated.size() - 1; i >= 0; i--) {
            if (!at.isBefore(dated.get(i).effectiveFrom())) {
                return Optional.of(dated.get(i));
            }
        }
        return Optional.empty();
    }

    /** What is said of all models of a provider, for one that the book has no prices of. */
    ModelPrice withoutPrices(String provider, String model, Instant at) {
        String name = model.strip().toLowerCase(Locale.ROOT);
        return prices(provider)
                .map(prices -> prices.withoutPrices(name, at))
                .orElseGet(() -> new ModelPrice(
                        name, Instant.MIN, "", Map.of(), OptionalLong.empty(), ModelLimits.UNKNOWN, List.of()));
    }

    /** The names under which a provider's models stand in the book, in its order; fallbacks are not told. */
    public List<String> models(String provider) {
        return prices(provider)
                .map(prices -> prices.models().stream()
                        .map(ProviderPrices.Model::id)
                        .distinct()
                        .toList())
                .orElse(List.of());
    }

    /** Reads a provider's prices now, so that nobody waits for it later; for event loops, which must not. */
    public void load(String provider) {
        prices(provider);
    }

    /** The version of a provider's prices; empty where there are none. */
    public Optional<String> version(String provider) {
        return prices(provider).map(ProviderPrices::version);
    }

    private List<ModelPrice> timeline(Name name) {
        List<ModelPrice> known = found.get(name);
        if (known != null) {
            return known;
        }
        List<ModelPrice> looked = lookUp(name);
        if (found.size() < REMEMBERED) {
            found.put(name, looked);
        }
        return looked;
    }

    private List<ModelPrice> lookUp(Name name) {
        List<ModelPrice> own = inProviderAndFallbacks(name);
        return own.isEmpty()
                ? name.withHyphenatedDate().map(this::inProviderAndFallbacks).orElse(List.of())
                : own;
    }

    private List<ModelPrice> inProviderAndFallbacks(Name name) {
        Optional<ProviderPrices> own = prices(name.provider());
        if (own.isEmpty()) {
            return List.of();
        }
        List<ModelPrice> dated = own.get().timeline(name.model());
        for (String fallback : own.get().fallbacks()) {
            if (!dated.isEmpty()) {
                break;
            }
            dated = prices(fallback)
                    .map(prices -> prices.timeline(name.model()))
                    .orElse(List.of());
        }
        return dated;
    }

    private Optional<ProviderPrices> prices(String provider) {
        return providers.computeIfAbsent(provider, source);
    }

    private record Name(String provider, String model) {

        /** Some providers write {@code -20260901} where the list has {@code -2026-09-01}. */
        Optional<Name> withHyphenatedDate() {
            String hyphenated = model.replaceFirst("-(20\\d\\d)(\\d\\d)(\\d\\d)$", "-$1-$2-$3");
            return hyphenated.equals(model) ? Optional.empty() : Optional.of(new Name(provider, hyphenated));
        }
    }
}
