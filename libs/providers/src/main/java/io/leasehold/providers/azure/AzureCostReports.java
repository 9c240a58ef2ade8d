package io.leasehold.providers.azure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.leasehold.providers.Access;
import io.leasehold.providers.cost.CostReport;
import io.leasehold.providers.cost.CostReports;
import io.leasehold.providers.cost.Days;
import io.leasehold.providers.http.Failure;
import io.leasehold.providers.http.ProviderException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What one resource cost, by Cost Management: by day and meter, in the currency of the bill, of both keys together. Meters
 * have names of their own, which are no models.
 */
final class AzureCostReports implements CostReports {
    private static final String QUERY = "/providers/Microsoft.CostManagement/query?api-version=2022-10-01";
    private static final String COST = "Cost";
    private static final String RESOURCE = "ResourceId";
    private static final String METER = "Meter";
    private static final String CURRENCY = "Currency";
    /** Figures come within a day, and are late by two at times. */
    private static final Duration SETTLED_AFTER = Duration.ofDays(2);

    private final AzureApi api;
    private final Clock clock;

    AzureCostReports(AzureApi api, Clock clock) {
        this.api = api;
        this.clock = clock;
    }

    @Override
    public CostReport read(Access admin, Instant from, Instant to) {
        Days days = Days.around(from, to);
        Instant now = clock.instant();
        AzureAccount account = AzureAccount.of(admin.credential());
        List<CostReport.Line> lines = pages(admin, account.group() + QUERY, question(days, account.resource())).stream()
                .flatMap(page -> new Table(page).lines(account.resource()).stream())
                .toList();
        boolean complete = !now.isBefore(days.end().plus(SETTLED_AFTER));
        return new CostReport(days.start(), days.end(), lines, false, complete, now);
    }

    /** The same question is asked of the next page. */
    private List<JsonNode> pages(Access admin, String path, String question) {
        return AzurePages.all(path, next -> api.query(admin, next, question).path("properties"));
    }

    private static String question(Days days, String resource) {
        ObjectNode question =
                JsonNodeFactory.instance.objectNode().put("type", "ActualCost").put("timeframe", "Custom");
        question.putObject("timePeriod")
                .put("from", days.start().toString())
                .put("to", days.end().minusSeconds(1).toString());
        ObjectNode dataset = question.putObject("dataset").put("granularity", "Daily");
        dataset.putObject("aggregation")
                .putObject("totalCost")
                .put("name", COST)
                .put("function", "Sum");
        dataset.putArray("grouping").add(dimension(RESOURCE)).add(dimension(METER));
        dataset.putObject("filter")
                .putObject("dimensions")
                .put("name", RESOURCE)
                .put("operator", "In")
                .putArray("values")
                .add(resource);
        return question.toString();
    }

    private static ObjectNode dimension(String name) {
        return JsonNodeFactory.instance.objectNode().put("type", "Dimension").put("name", name);
    }

    private static ProviderException unreadable(String words) {
        return new ProviderException(Failure.UNREADABLE, 200, null, words, null);
    }

    /** One page: columns are found by their names, in whatever order they come. */
    private static final class Table {
        private final Map<String, Integer> columns = new HashMap<>();
        private final JsonNode rows;

        Table(JsonNode page) {
            JsonNode names = page.path("columns");
            for (int i = 0; i < names.size(); i++) {
                columns.put(names.get(i).path("name").asText(), i);
            }
            rows = page.path("rows");
        }

        List<CostReport.Line> lines(String resource) {
            return rows.valueStream()
                    .filter(row -> cell(row, RESOURCE).asText().equalsIgnoreCase(resource))
                    .map(row -> new CostReport.Line(
                            null,
                            null,
                            cell(row, COST).decimalValue(),
                            cell(row, CURRENCY).asText(),
                            cell(row, METER).textValue()))
                    .toList();
        }

        private JsonNode cell(JsonNode row, String column) {
            Integer index = columns.get(column);
            if (index == null || !row.has(index)) {
                throw unreadable("Azure's costs have no column '" + column + "'.");
            }
            return row.get(index);
        }
    }
}
