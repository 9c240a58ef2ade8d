package io.leasehold.providers.price;

import io.leasehold.contracts.event.PriceOverridesView.PriceOverride;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An override as it is looked up.
 *
 * @param tier in lower case; null for one that is about no single tier
 * @param prices of the classes that it says something about
 */
record OverrideRule(
        String provider,
        ModelPattern model,
        @Nullable String tier,
        Map<TokenClass, TokenPrice> prices,
        OptionalLong webSearch,
        Instant from,
        @Nullable Instant until) {
    /** A price per million in USD becomes one per token in pico-USD by the same six digits. */
    private static final int PICO_DIGITS = 6;
    /** A price per thousand in USD becomes one each in pico-USD. */
    private static final int PICO_DIGITS_OF_THOUSANDTH = 9;

    private static final Map<TokenClass, Function<PriceOverride, @Nullable BigDecimal>> PRICES = Map.of(
            TokenClass.INPUT, each -> each.prices().input(),
            TokenClass.CACHE_READ, each -> each.prices().cacheRead(),
            TokenClass.CACHE_WRITE_5M, each -> each.prices().cacheWrite5m(),
            TokenClass.CACHE_WRITE_1H, each -> each.prices().cacheWrite1h(),
            TokenClass.OUTPUT, each -> each.prices().output(),
            TokenClass.REASONING, each -> each.prices().reasoning(),
            TokenClass.AUDIO_IN, each -> each.prices().audioIn(),
            TokenClass.AUDIO_OUT, each -> each.prices().audioOut(),
            TokenClass.IMAGE, each -> each.prices().image());

    /** @throws RuntimeException where it says a price finer than what is counted in, or something else that can't be meant */
    static OverrideRule of(PriceOverride told) {
        Map<TokenClass, TokenPrice> prices = new EnumMap<>(TokenClass.class);
        PRICES.forEach((tokenClass, price) -> {
            BigDecimal said = price.apply(told);
            if (said != null) {
                prices.put(tokenClass, TokenPrice.flat(pico(said, PICO_DIGITS)));
            }
        });
        BigDecimal search = told.prices().webSearch();
        return new OverrideRule(
                told.provider(),
                new ModelPattern(told.model()),
                told.serviceTier() == null ? null : told.serviceTier().toLowerCase(Locale.ROOT),
                Map.copyOf(prices),
                search == null ? OptionalLong.empty() : OptionalLong.of(pico(search, PICO_DIGITS_OF_THOUSANDTH)),
                told.validFrom(),
                told.validUntil());
    }

    boolean appliesTo(String ofProvider, String lowerCaseName, Instant at) {
        return provider.equals(ofProvider)
                && !at.isBefore(from)
                && (until == null || at.isBefore(until))
                && model.matches(lowerCaseName);
    }

    private static long pico(BigDecimal price, int digits) {
        if (price.signum() < 0) {
            throw new IllegalArgumentException("A price must not be negative: " + price);
        }
        return price.movePointRight(digits).longValueExact();
    }
}
