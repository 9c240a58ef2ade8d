package io.leasehold.providers.openrouter;

import static io.leasehold.providers.http.ApiCall.encoded;

import com.fasterxml.jackson.databind.JsonNode;
import io.leasehold.providers.Access;
import io.leasehold.providers.cost.CostReport;
import io.leasehold.providers.cost.CostReports;
import io.leasehold.providers.cost.Days;
import io.leasehold.providers.http.JsonFields;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * OpenRouter's activity for completed days, asked for once per key, because it can be filtered by key but does not name
 * it; and for today, which activity leaves out, the keys' own counters. What keys that are gone have cost shows as the
 * rest of the account's total.
 */
final class OpenRouterCostReports implements CostReports {
    private static final String USD = "USD";

    private final OpenRouterApi api;
    private final Clock clock;

    OpenRouterCostReports(OpenRouterApi api, Clock clock) {
        this.api = api;
        this.clock = clock;
    }

    @Override
    public int daysBack() {
        return OpenRouterApi.ACTIVITY_DAYS;
    }

    @Override
    public CostReport read(Access admin, Instant from, Instant to) {
        Days days = Days.around(from, to);
        Instant now = clock.instant();
        LocalDate today = now.atOffset(ZoneOffset.UTC).toLocalDate();
        List<JsonNode> keys = api.keys(admin);
        List<CostReport.Line> lines = new ArrayList<>();
        for (LocalDate day : days.each()) {
            if (day.isBefore(today)) {
                lines.addAll(completedDay(admin, day, keys));
            } else if (day.equals(today)) {
                lines.addAll(today(keys));
            }
        }
        boolean complete = !days.to().isAfter(today);
        return new CostReport(days.start(), days.end(), lines, true, complete, now);
    }

    private List<CostReport.Line> completedDay(Access admin, LocalDate day, List<JsonNode> keys) {
        Map<String, BigDecimal> unattributed = costByModel(admin, "/activity?date=" + day);
        if (unattributed.isEmpty()) {
            return List.of();
        }
        List<CostReport.Line> lines = new ArrayList<>();
        for (String hash : OpenRouterApi.hashes(keys)) {
            costByModel(admin, "/activity?date=" + day + "&api_key_hash=" + encoded(hash))
                    .forEach((model, cost) -> {
                        lines.add(new CostReport.Line(hash, model, cost, USD, null));
                        unattributed.merge(model, cost.negate(), BigDecimal::add);
                    });
        }
        unattributed.forEach((model, cost) -> {
            if (cost.signum() != 0) {
                lines.add(new CostReport.Line(null, model, cost, USD, "Keys that are no longer listed"));
            }
        });
        return lines;
    }

    private static List<CostReport.Line> today(List<JsonNode> keys) {
        return keys.stream()
                .filter(key -> JsonFields.amount(key, "usage_daily").signum() != 0)
                .map(key -> new CostReport.Line(
                        JsonFields.text(key, "hash"), null, JsonFields.amount(key, "usage_daily"), USD, "Today so far"))
                .toList();
    }

    private Map<String, BigDecimal> costByModel(Access admin, String path) {
        Map<String, BigDecimal> byModel = new TreeMap<>();
        api.get(admin, path)
                .path("data")
                .valueStream()
                .forEach(row ->
                        byModel.merge(row.path("model").asText(), JsonFields.amount(row, "usage"), BigDecimal::add));
        return byModel;
    }
}
