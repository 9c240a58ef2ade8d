package io.leasehold.providers.mistral;

import com.fasterxml.jackson.databind.JsonNode;
import io.leasehold.providers.cost.Days;
import io.leasehold.providers.http.Failure;
import io.leasehold.providers.http.JsonFields;
import io.leasehold.providers.http.ProviderException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

    /** The member of a report that holds no usage. */
    static final String PRICES = "prices";

    /** Every row of a month's report. */
    static List<MistralUsageRow> all(JsonNode usage) {
        List<MistralUsageRow> rows = new ArrayList<>();
        for (Map.Entry<String, JsonNode> category : usage.properties()) {
            if (!category.getKey().equals(PRICES)) {
                collect(category.getValue(), "", category.getKey(), rows);
            }
        }
        return rows;
    }

    /** Some categories have another level in them; rows stand by group, and groups by model, wherever that is. */
    private static void collect(JsonNode node, String parent, String name, List<MistralUsageRow> rows) {
        if (node.isArray()) {
            node.forEach(row -> rows.add(read(row, parent, name)));
        } else {
            node.properties().forEach(member -> collect(member.getValue(), name, member.getKey(), rows));
        }
    }

    private static MistralUsageRow read(JsonNode row, String model, String group) {
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
