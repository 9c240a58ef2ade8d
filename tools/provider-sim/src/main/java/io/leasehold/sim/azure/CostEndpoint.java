package io.leasehold.sim.azure;

import com.fasterxml.jackson.core.JsonGenerator;
import io.leasehold.sim.format.Json;
import io.leasehold.sim.http.Exchange;
import io.leasehold.sim.http.InvalidRequest;
import io.leasehold.sim.http.JsonFields;
import io.leasehold.sim.key.Provider;
import io.leasehold.sim.ledger.LedgerRow;
import io.leasehold.sim.ledger.TokenClass;
import io.leasehold.sim.provider.World;
import io.leasehold.sim.report.PageToken;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Cost Management's query, by day, resource and meter. A request is in it some hours after it was made. */
final class CostEndpoint {
    private static final Duration LAG = Duration.ofHours(8);
    private static final int PAGE = 1000;
    private static final List<String> COLUMNS = List.of("Cost", "UsageDate", "ResourceId", "Meter", "Currency");

    private final World world;
    private final AzureCalls calls;

    CostEndpoint(World world, AzureCalls calls) {
        this.world = world;
        this.calls = calls;
    }

    private record Line(String day, String meter) implements Comparable<Line> {
        @Override
        public int compareTo(Line other) {
            int byDay = day.compareTo(other.day);
            return byDay == 0 ? meter.compareTo(other.meter) : byDay;
        }
    }

    void query(Exchange exchange) {
        calls.withBody(exchange, fields -> {
            Resource.require(exchange);
            List<Map.Entry<Line, BigDecimal>> lines = List.copyOf(costs(fields).entrySet());
            int from = exchange.query().one("$skiptoken").map(PageToken::offset).orElse(0);
            int to = Math.min(lines.size(), from + PAGE);
            String next = to < lines.size() ? next(exchange, to) : null;
            exchange.json(
                    200, Buffer.buffer(Json.object(json -> write(json, lines.subList(Math.min(from, to), to), next))));
        });
    }

    private Map<Line, BigDecimal> costs(JsonFields question) {
        Instant from = time(question, "from");
        Instant to = time(question, "to");
        Instant visible = world.clock().instant().minus(LAG);
        Map<Line, BigDecimal> costs = new TreeMap<>();
        world.ledger().rows().stream()
                .filter(row -> row.provider() == Provider.AZURE_OPENAI)
                .forEach(row -> {
                    Instant at = Instant.ofEpochMilli(row.startedAt());
                    if (!at.isBefore(from) && !at.isAfter(to) && !at.isAfter(visible)) {
                        add(row, at, costs);
                    }
                });
        return costs;
    }

    private static void add(LedgerRow row, Instant at, Map<Line, BigDecimal> costs) {
        String day = DateTimeFormatter.BASIC_ISO_DATE.format(
                at.atOffset(ZoneOffset.UTC).toLocalDate());
        for (TokenClass tokenClass : TokenClass.values()) {
            if (tokenClass.of(row.tokens()) > 0) {
                Line line = new Line(day, meter(row, tokenClass));
                costs.merge(line, row.rate().exactCost(tokenClass, row.tokens()), BigDecimal::add);
            }
        }
    }

    /** {@code gpt 4.1 Inp glbl Tokens}. */
    private static String meter(LedgerRow row, TokenClass tokenClass) {
        String part = switch (tokenClass) {
            case OUTPUT -> "Outp";
            case CACHE_READ -> "cached Inp";
            case INPUT, CACHE_WRITE_5M, CACHE_WRITE_1H -> "Inp";
        };
        return row.rate().model().replace('-', ' ') + " " + part + " glbl Tokens";
    }

    private static String next(Exchange exchange, int to) {
        return "https://management.azure.com" + Resource.GROUP
                + "/providers/Microsoft.CostManagement/query?api-version="
                + exchange.query().one("api-version").orElse("") + "&$skiptoken=" + PageToken.of(to);
    }

    private static Instant time(JsonFields question, String end) {
        try {
            return Instant.parse(question.fields().path("timePeriod").path(end).asText());
        } catch (DateTimeException e) {
            throw new InvalidRequest("timePeriod." + end + " is needed, in RFC 3339.");
        }
    }

    private static void write(JsonGenerator json, List<Map.Entry<Line, BigDecimal>> lines, @Nullable String next)
            throws IOException {
        json.writeStringField("id", Resource.GROUP + "/providers/Microsoft.CostManagement/query/1");
        json.writeStringField("name", "1");
        json.writeStringField("type", "Microsoft.CostManagement/query");
        json.writeObjectFieldStart("properties");
        json.writeStringField("nextLink", next);
        json.writeArrayFieldStart("columns");
        for (String column : COLUMNS) {
            json.writeStartObject();
            json.writeStringField("name", column);
            json.writeStringField("type", column.equals("Cost") || column.equals("UsageDate") ? "Number" : "String");
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("rows");
        for (Map.Entry<Line, BigDecimal> line : lines) {
            json.writeStartArray();
            json.writeNumber(line.getValue().stripTrailingZeros());
            json.writeNumber(Integer.parseInt(line.getKey().day()));
            json.writeString(Resource.ID);
            json.writeString(line.getKey().meter());
            json.writeString("USD");
            json.writeEndArray();
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
