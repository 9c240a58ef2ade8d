package io.leasehold.providers.price;

import io.leasehold.providers.dialect.PricingTerms;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A factor on all token prices of a model that holds where an answer's terms say a certain word.
 *
 * @param value in the provider's words, lower case
 */
public record PriceModifier(Dimension dimension, String value, Factor factor, ModelMatch models, Instant from) {

    /** What a price can depend on. */
    public enum Dimension {
        SERVICE_TIER(PricingTerms::serviceTier),
        REGION(PricingTerms::region),
        SPEED(PricingTerms::speed);

        private final Function<PricingTerms, @Nullable String> reader;

        Dimension(Function<PricingTerms, @Nullable String> reader) {
            this.reader = reader;
        }

        /** The word for this dimension, in lower case; null where nothing is said. */
        @Nullable
        String of(PricingTerms terms) {
            String word = reader.apply(terms);
            return word == null ? null : word.toLowerCase(Locale.ROOT);
        }

        static Dimension of(String wireName) {
            return valueOf(wireName.toUpperCase(Locale.ROOT));
        }
    }
}
