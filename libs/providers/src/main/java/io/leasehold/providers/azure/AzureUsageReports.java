package io.leasehold.providers.azure;

import static io.leasehold.providers.http.ApiCall.encoded;

import com.fasterxml.jackson.databind.JsonNode;
import io.leasehold.providers.Access;
import io.leasehold.providers.http.Failure;
import io.leasehold.providers.http.JsonFields;
import io.leasehold.providers.http.ProviderException;
import io.leasehold.providers.usage.BucketWidth;
import io.leasehold.providers.usage.UsageCounts;
import io.leasehold.providers.usage.UsageReport;
import io.leasehold.providers.usage.UsageReports;
import io.leasehold.providers.usage.UsageSample;
import io.leasehold.providers.usage.UsageScope;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What one resource used, by Azure Monitor: tokens and requests by deployment, of both keys together. Deployments have names
 * of their own; which model each stands for now is asked as well. What was read from a cache is within the input.
 */
final class AzureUsageReports implements UsageReports {
    private static final UsageScope SCOPE =
            new UsageScope(List.of(BucketWidth.HOUR, BucketWidth.DAY), false, true, true, true, 92);

    /** Metrics are minutes late. */
    private static final Duration SETTLED_AFTER = Duration.ofHours(1);

    private static final String INPUT = "ProcessedPromptTokens";
    private static final String OUTPUT = "GeneratedTokens";
    private static final String REQUESTS = "AzureOpenAIRequests";
    private static final String DEPLOYMENT = "modeldeploymentname";

    private final AzureApi api;
    private final Clock clock;

    AzureUsageReports(AzureApi api, Clock clock) {
        this.api = api;
        this.clock = clock;
    }

    @Override
    public UsageScope scope() {
        return SCOPE;
    }

    private record Point(Instant at, String deployment) implements Comparable<Point> {
        @Override
        public int compareTo(Point other) {
            int byTime = at.compareTo(other.at);
            return byTime == 0 ? deployment.compareTo(other.deployment) : byTime;
        }
    }

    @Override
    public UsageReport read(Access admin, Instant from, Instant to, BucketWidth width) {
        Instant now = clock.instant();
        Map<String, String> models = models(admin);
        Map<Point, Map<String, Long>> points = points(api.metrics(admin, query(from, to, width)));
        List<UsageSample> samples = points.entrySet().stream()
                .map(point -> sample(point.getKey(), point.getValue(), width, models))
                .filter(sample -> !sample.counts().isNothing())
                .toList();
        return new UsageReport(from, to, samples, !now.isBefore(to.plus(SETTLED_AFTER)), now);
    }

    private static String query(Instant from, Instant to, BucketWidth width) {
        return "&metricnames=%s&timespan=%s&interval=%s&aggregation=Total&$filter=%s"
                .formatted(
                        encoded(String.join(",", INPUT, OUTPUT, REQUESTS)),
                        encoded(from + "/" + to),
                        width == BucketWidth.DAY ? "P1D" : "PT1H",
                        encoded("ModelDeploymentName eq '*'").replace("+", "%20"));
    }

    private Map<String, String> models(Access admin) {
        Map<String, String> models = new HashMap<>();
        for (JsonNode page : api.list(admin, "/deployments")) {
            page.path("value").valueStream().forEach(deployment -> {
                String name = JsonFields.text(deployment, "name");
                String model = JsonFields.text(deployment.path("properties").path("model"), "name");
                if (name != null && model != null) {
                    models.put(name, model);
                }
            });
        }
        return models;
    }

    /** Each metric is told by itself, as series of deployments; what was not used at a time has no figure there. */
    private static Map<Point, Map<String, Long>> points(JsonNode metrics) {
        Map<Point, Map<String, Long>> points = new TreeMap<>();
        metrics.path("value").valueStream().forEach(metric -> {
            String name = Objects.requireNonNullElse(JsonFields.text(metric.path("name"), "value"), "");
            String error = JsonFields.text(metric, "errorCode");
            if (error != null && !error.equals("Success")) {
                throw unreadable("Azure could not tell the metric '" + name + "'.");
            }
            metric.path("timeseries").valueStream().forEach(series -> {
                String deployment = deploymentOf(series);
                series.path("data").valueStream().forEach(point -> {
                    Long total = JsonFields.countOrNull(point, "total");
                    if (total != null) {
                        points.computeIfAbsent(new Point(timeOf(point), deployment), added -> new HashMap<>())
                                .merge(name, total, Long::sum);
                    }
                });
            });
        });
        return points;
    }

    private static String deploymentOf(JsonNode series) {
        return series.path("metadatavalues")
                .valueStream()
                .filter(dimension -> DEPLOYMENT.equalsIgnoreCase(JsonFields.text(dimension.path("name"), "value")))
                .map(dimension -> JsonFields.text(dimension, "value"))
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow(() -> unreadable("Azure's metrics name no deployment."));
    }

    private static Instant timeOf(JsonNode point) {
        Instant at = JsonFields.instant(point, "timeStamp");
        if (at == null) {
            throw unreadable("Azure's metrics name no time.");
        }
        return at;
    }

    private static UsageSample sample(
            Point point, Map<String, Long> told, BucketWidth width, Map<String, String> models) {
        return new UsageSample(
                point.at(),
                point.at().plus(width.duration()),
                "deployments",
                null,
                models.get(point.deployment()),
                point.deployment(),
                null,
                new UsageCounts(
                        told.get(REQUESTS), told.get(INPUT), null, null, null, told.get(OUTPUT), null, null, null),
                null);
    }

    private static ProviderException unreadable(String words) {
        return new ProviderException(Failure.UNREADABLE, 200, null, words, null);
    }
}
