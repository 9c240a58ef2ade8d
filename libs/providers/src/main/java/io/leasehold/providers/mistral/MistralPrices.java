package io.leasehold.providers.mistral;

import com.fasterxml.jackson.databind.JsonNode;
import io.leasehold.providers.http.Failure;
import io.leasehold.providers.http.JsonFields;
import io.leasehold.providers.http.ProviderException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The prices per unit that Mistral tells along with usage: by model, group, zone and tier. */
final class MistralPrices {
    private static final String STANDARD = "standard";

    private final List<JsonNode> prices;

    MistralPrices(JsonNode prices) {
        this.prices = prices.valueStream().toList();
    }

    /** @throws ProviderException when there is none, or several that differ: an amount must not be guessed */
    BigDecimal of(MistralUsageRow row) {
        List<BigDecimal> fitting = prices.stream()
                .filter(price -> row.model().equals(JsonFields.text(price, "billing_metric")))
                .filter(price -> row.group().equals(JsonFields.text(price, "billing_group")))
                .filter(price -> row.zone() == null || row.zone().equals(JsonFields.text(price, "api_zone")))
                .filter(price -> tier(row.tier()).equals(tier(JsonFields.text(price, "service_tier"))))
                .map(price -> JsonFields.amount(price, "price").stripTrailingZeros())
                .distinct()
                .toList();
        if (fitting.size() == 1) {
            return fitting.getFirst();
        }
        throw new ProviderException(
                Failure.UNREADABLE,
                200,
                null,
                "Mistral tells %s for %s of %s, so that its cost is not known."
                        .formatted(fitting.isEmpty() ? "no price" : "several prices", row.group(), row.model()),
                null);
    }

    /** Where none is said it is the usual one. */
    private static String tier(@Nullable String said) {
        return Optional.ofNullable(said).orElse(STANDARD);
    }
}
