package io.leasehold.providers.price;

import io.leasehold.contracts.Provenance;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a request cost, as its record says it.
 *
 * @param amount in USD, with nine decimals; null when it is not known, never 0 for that
 * @param provenance where {@code amount} comes from; null without one
 * @param reason why there is no amount; null where there is one
 * @param computed our own figure where {@code amount} is the provider's; null where it can't be worked out
 * @param priceVersion of the price book, where it was used
 */
public record RequestCost(
        @Nullable BigDecimal amount,
        @Nullable Provenance provenance,
        @Nullable String reason,
        @Nullable BigDecimal computed,
        @Nullable String priceVersion) {

    static final String NO_PRICE_OF_MODEL = "The price book has no price for this model.";
    static final String NO_PRICE_OF_USED = "The price book has no price for something that was used.";

    /** Whether a cost is not known only because a price was not: with other prices it may be. */
    public static boolean isForWantOfPrice(@Nullable String reason) {
        return NO_PRICE_OF_MODEL.equals(reason) || NO_PRICE_OF_USED.equals(reason);
    }

    static RequestCost unknown(String reason) {
        return new RequestCost(null, null, reason, null, null);
    }
}
