package io.leasehold.providers.mistral;

import com.fasterxml.jackson.databind.JsonNode;
import io.leasehold.providers.cost.Days;
import io.leasehold.providers.http.Failure;
import io.leasehold.providers.http.JsonFields;
import io.leasehold.providers.http.ProviderException;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How much of a group (such as input) of a model was used in a day.
 *
 * @param zone null where the row does not say
 * @param tier null where the row does not say
 */
record MistralUsageRow(
        String model,
        String group,
        Instant at,
        BigDecimal value,
        @Nullable String zone,
        @Nullable String tier) {

    static MistralUsageRow read(JsonNode row, String model, String group) {
        Instant at = JsonFields.instant(row, "timestamp");
        if (at == null) {
            throw new ProviderException(
                    Failure.UNREADABLE, 200, null, "Mistral's usage of " + model + " names no time.", null);
        }
        return new MistralUsageRow(
                model,
                group,
                at,
                JsonFields.amount(row, "value"),
                JsonFields.text(row, "api_zone"),
                JsonFields.text(row, "service_tier"));
    }

    boolean isIn(Days days) {
        return !at.isBefore(days.start()) && at.isBefore(days.end());
    }
}
