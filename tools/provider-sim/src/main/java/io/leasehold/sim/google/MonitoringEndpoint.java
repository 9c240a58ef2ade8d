package io.leasehold.sim.google;

import com.fasterxml.jackson.core.JsonGenerator;
import io.leasehold.sim.format.Json;
import io.leasehold.sim.http.Exchange;
import io.leasehold.sim.http.Query;
import io.leasehold.sim.key.Provider;
import io.leasehold.sim.ledger.LedgerRow;
import io.leasehold.sim.provider.World;
import io.leasehold.sim.report.PageToken;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Cloud Monitoring, as far as it counts requests by key: a series each, in periods that end where the interval ends. */
final class MonitoringEndpoint {
    private static final String METRIC = "serviceruntime.googleapis.com/api/request_count";
    private static final String BY_KEY = "resource.label.credential_id";
    private static final int LARGEST_PAGE = 100_000;

    private final World world;
    private final GoogleCalls calls;

    MonitoringEndpoint(World world, GoogleCalls calls) {
        this.world = world;
        this.calls = calls;
    }

    private record Point(String key, Instant end) {}

    private record Span(Instant from, Instant to, Duration period) {
        static Span of(Query query) {
            try {
                String period = query.one("aggregation.alignmentPeriod").orElse("");
                Span span = new Span(
                        Instant.parse(query.one("interval.startTime").orElse("")),
                        Instant.parse(query.one("interval.endTime").orElse("")),
                        Duration.parse("PT" + period));
                if (span.from.isBefore(span.to) && span.period.toSeconds() >= 60) {
                    return span;
                }
            } catch (DateTimeException unreadable) {
                // Refused below, like an interval that can't be.
            }
            throw GoogleError.invalid("The interval or the alignment period is invalid.");
        }

        boolean holds(Instant at) {
            return !at.isBefore(from) && at.isBefore(to);
        }

        Instant endOf(Instant at) {
            return to.minus(
                    period.multipliedBy(Duration.between(at, to).minusNanos(1).dividedBy(period)));
        }
    }

    void list(Exchange exchange) {
        calls.withAdmin(exchange, () -> {
            Project.require(exchange.variable("project"));
            Query query = exchange.query();
            if (!query.one("filter").orElse("").contains("\"" + METRIC + "\"")
                    || !query.one("aggregation.crossSeriesReducer").orElse("").equals("REDUCE_SUM")
                    || !query.one("aggregation.groupByFields").orElse("").equals(BY_KEY)) {
                throw GoogleError.invalid("Only requests are counted here, summed by credential.");
            }
            List<Map.Entry<Point, Long>> points =
                    List.copyOf(requests(Span.of(query)).entrySet());
            int size = query.number("pageSize", LARGEST_PAGE, 1, LARGEST_PAGE);
            int from = Math.min(
                    points.size(), query.one("pageToken").map(PageToken::offset).orElse(0));
            int to = Math.min(points.size(), from + size);
            String next = to < points.size() ? PageToken.of(to) : "";
            exchange.json(
                    200,
                    Buffer.buffer(Json.object(json ->
                            write(json, points.subList(from, to), Span.of(query).period(), next))));
        });
    }

    private Map<Point, Long> requests(Span span) {
        Map<Point, Long> points = new TreeMap<>((one, other) -> {
            int byKey = one.key().compareTo(other.key());
            return byKey == 0 ? other.end().compareTo(one.end()) : byKey;
        });
        for (LedgerRow row : world.ledger().rows()) {
            Instant at = Instant.ofEpochMilli(row.startedAt());
            if (row.provider() == Provider.GOOGLE && span.holds(at)) {
                points.merge(new Point(row.keyId(), span.endOf(at)), row.requests(), Long::sum);
            }
        }
        return points;
    }

    private static void write(JsonGenerator json, List<Map.Entry<Point, Long>> points, Duration period, String next)
            throws IOException {
        json.writeArrayFieldStart("timeSeries");
        String open = "";
        for (Map.Entry<Point, Long> point : points) {
            String key = point.getKey().key();
            if (!key.equals(open)) {
                end(json, open);
                begin(json, key);
                open = key;
            }
            json.writeStartObject();
            json.writeObjectFieldStart("interval");
            json.writeStringField(
                    "startTime", point.getKey().end().minus(period).toString());
            json.writeStringField("endTime", point.getKey().end().toString());
            json.writeEndObject();
            json.writeObjectFieldStart("value");
            json.writeStringField("int64Value", point.getValue().toString());
            json.writeEndObject();
            json.writeEndObject();
        }
        end(json, open);
        json.writeEndArray();
        json.writeStringField("nextPageToken", next);
        json.writeStringField("unit", "1");
    }

    private static void begin(JsonGenerator json, String key) throws IOException {
        json.writeStartObject();
        json.writeObjectFieldStart("metric");
        json.writeStringField("type", METRIC);
        json.writeEndObject();
        json.writeObjectFieldStart("resource");
        json.writeStringField("type", "consumed_api");
        json.writeObjectFieldStart("labels");
        json.writeStringField("project_id", Project.ID);
        json.writeStringField("credential_id", "apikey:" + key);
        json.writeEndObject();
        json.writeEndObject();
        json.writeStringField("metricKind", "DELTA");
        json.writeStringField("valueType", "INT64");
        json.writeArrayFieldStart("points");
    }

    private static void end(JsonGenerator json, String open) throws IOException {
        if (!open.isEmpty()) {
            json.writeEndArray();
            json.writeEndObject();
        }
    }
}
