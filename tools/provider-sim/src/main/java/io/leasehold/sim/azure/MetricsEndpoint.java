package io.leasehold.sim.azure;

import com.fasterxml.jackson.core.JsonGenerator;
import io.leasehold.sim.format.Json;
import io.leasehold.sim.http.Exchange;
import io.leasehold.sim.http.InvalidRequest;
import io.leasehold.sim.key.Provider;
import io.leasehold.sim.ledger.LedgerRow;
import io.leasehold.sim.provider.World;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

/** Azure Monitor's metrics of the resource: tokens by deployment and interval. A point without data has no figure. */
final class MetricsEndpoint {
    private static final Map<String, ToLongFunction<LedgerRow>> METRICS = Map.of(
            "ProcessedPromptTokens", row -> row.tokens().totalInput(),
            "GeneratedTokens", row -> row.tokens().output(),
            "TokenTransaction", row -> row.tokens().totalInput() + row.tokens().output(),
            "AzureOpenAIRequests", LedgerRow::requests);

    private static final int MOST_POINTS = 24 * 31;

    private final World world;
    private final AzureCalls calls;
    private final Deployments deployments;

    MetricsEndpoint(World world, AzureCalls calls, Deployments deployments) {
        this.world = world;
        this.calls = calls;
        this.deployments = deployments;
    }

    private record Span(Instant from, Instant to, Duration interval) {
        static Span of(Exchange exchange) {
            try {
                String[] ends = exchange.query().one("timespan").orElse("").split("/", -1);
                Duration interval =
                        Duration.parse(exchange.query().one("interval").orElse("PT1H"));
                Span span = new Span(Instant.parse(ends[0]), Instant.parse(ends[1]), interval);
                if (interval.toMinutes() < 1
                        || !span.from.isBefore(span.to)
                        || Duration.between(span.from, span.to).dividedBy(interval) > MOST_POINTS) {
                    throw new InvalidRequest("The timespan or the interval is out of range.");
                }
                return span;
            } catch (DateTimeException | IndexOutOfBoundsException e) {
                throw new InvalidRequest("The timespan or the interval is invalid.");
            }
        }

        boolean holds(LedgerRow row) {
            Instant at = Instant.ofEpochMilli(row.startedAt());
            return !at.isBefore(from) && at.isBefore(to);
        }

        Instant pointOf(LedgerRow row) {
            long intervals = Duration.between(from, Instant.ofEpochMilli(row.startedAt()))
                    .dividedBy(interval);
            return from.plus(interval.multipliedBy(intervals));
        }
    }

    void read(Exchange exchange) {
        calls.onAccount(exchange, () -> {
            Span span = Span.of(exchange);
            List<String> names =
                    List.of(exchange.query().one("metricnames").orElse("").split(","));
            if (!METRICS.keySet().containsAll(names)) {
                throw new AzureError(400, "BadRequest", "Failed to find metric configuration for provider.");
            }
            exchange.json(200, Buffer.buffer(Json.object(json -> write(json, span, names))));
        });
    }

    private void write(JsonGenerator json, Span span, List<String> names) throws IOException {
        json.writeNumberField("cost", 0);
        json.writeStringField("timespan", span.from() + "/" + span.to());
        json.writeStringField("interval", span.interval().toString());
        json.writeStringField("namespace", "Microsoft.CognitiveServices/accounts");
        json.writeStringField("resourceregion", Resource.REGION);
        json.writeArrayFieldStart("value");
        for (String name : names) {
            json.writeStartObject();
            json.writeStringField("id", Resource.ID + "/providers/Microsoft.Insights/metrics/" + name);
            json.writeStringField("type", "Microsoft.Insights/metrics");
            json.writeObjectFieldStart("name");
            json.writeStringField("value", name);
            json.writeStringField("localizedValue", name);
            json.writeEndObject();
            json.writeStringField("unit", "Count");
            json.writeStringField("errorCode", "Success");
            json.writeArrayFieldStart("timeseries");
            for (Map.Entry<String, Map<Instant, Long>> series :
                    series(span, name).entrySet()) {
                writeSeries(json, span, series.getKey(), series.getValue());
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private Map<String, Map<Instant, Long>> series(Span span, String name) {
        ToLongFunction<LedgerRow> metric = METRICS.getOrDefault(name, row -> 0);
        Map<String, Map<Instant, Long>> byDeployment = new TreeMap<>();
        world.ledger().rows().stream()
                .filter(row -> row.provider() == Provider.AZURE_OPENAI && span.holds(row))
                .forEach(row -> byDeployment
                        .computeIfAbsent(deployments.nameOf(row.rate().model()), added -> new TreeMap<>())
                        .merge(span.pointOf(row), metric.applyAsLong(row), Long::sum));
        return byDeployment;
    }

    private static void writeSeries(JsonGenerator json, Span span, String deployment, Map<Instant, Long> points)
            throws IOException {
        json.writeStartObject();
        json.writeArrayFieldStart("metadatavalues");
        json.writeStartObject();
        json.writeObjectFieldStart("name");
        json.writeStringField("value", "modeldeploymentname");
        json.writeStringField("localizedValue", "modeldeploymentname");
        json.writeEndObject();
        json.writeStringField("value", deployment);
        json.writeEndObject();
        json.writeEndArray();
        json.writeArrayFieldStart("data");
        for (Instant at = span.from(); at.isBefore(span.to()); at = at.plus(span.interval())) {
            json.writeStartObject();
            json.writeStringField("timeStamp", at.toString());
            Long total = points.get(at);
            if (total != null) {
                json.writeNumberField("total", total);
            }
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
