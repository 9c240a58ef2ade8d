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

    static RequestCost unknown(String reason) {
        return new RequestCost(null, null, reason, null, null);
    }
}
