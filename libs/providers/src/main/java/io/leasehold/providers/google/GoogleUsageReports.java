package io.leasehold.providers.google;

import static io.leasehold.providers.http.ApiCall.encoded;

import com.fasterxml.jackson.databind.JsonNode;
import io.leasehold.providers.Access;
import io.leasehold.providers.http.JsonFields;
import io.leasehold.providers.http.Pages;
import io.leasehold.providers.usage.BucketWidth;
import io.leasehold.providers.usage.UsageCounts;
import io.leasehold.providers.usage.UsageReport;
import io.leasehold.providers.usage.UsageReports;
import io.leasehold.providers.usage.UsageSample;
import io.leasehold.providers.usage.UsageScope;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How many requests of a project's Gemini API were made with which key, by Cloud Monitoring, those that failed included.
 * Tokens and models are not told. The service account needs the role Monitoring Viewer.
 */
final class GoogleUsageReports implements UsageReports {
    /** Metrics are kept for six weeks. */
    private static final int DAYS_BACK = 41;

    private static final UsageScope SCOPE =
            new UsageScope(List.of(BucketWidth.HOUR), true, false, true, false, true, DAYS_BACK);
    private static final Duration HOUR = BucketWidth.HOUR.duration();
    /** Metrics are minutes late. */
    private static final Duration SETTLED_AFTER = Duration.ofHours(1);

    private static final String FILTER =
            "metric.type=\"serviceruntime.googleapis.com/api/request_count\" AND resource.type=\"consumed_api\""
                    + " AND resource.labels.service=\"generativelanguage.googleapis.com\"";
    private static final String CREDENTIAL = "credential_id";
    private static final String API_KEY = "apikey:";
    private static final int PAGE = 10_000;

    private final GoogleApi api;
    private final Clock clock;

    GoogleUsageReports(GoogleApi api, Clock clock) {
        this.api = api;
        this.clock = clock;
    }

    @Override
    public UsageScope scope() {
        return SCOPE;
    }

    /** @param credential as Google names it; empty where it names none */
    private record Point(Instant at, String credential) implements Comparable<Point> {
        @Override
        public int compareTo(Point other) {
            int byTime = at.compareTo(other.at);
            return byTime == 0 ? credential.compareTo(other.credential) : byTime;
        }
    }

    /** An hour that is not over is not asked for: buckets are counted back from the end of the interval. */
    @Override
    public UsageReport read(Access admin, Instant from, Instant to, BucketWidth width) {
        Instant now = clock.instant();
        Instant lastHour = now.truncatedTo(ChronoUnit.HOURS);
        Instant end = to.isAfter(lastHour) ? lastHour : to;
        boolean complete = !now.isBefore(to.plus(SETTLED_AFTER));
        if (!from.isBefore(end)) {
            return new UsageReport(from, to, List.of(), complete, now);
        }
        Map<Point, Long> requests = requests(admin, from, end);
        Map<String, String> keys = requests.isEmpty() ? Map.of() : keysByUid(admin);
        List<UsageSample> samples = requests.entrySet().stream()
                .filter(point -> point.getValue() > 0)
                .map(point -> sample(point.getKey(), point.getValue(), keys))
                .toList();
        return new UsageReport(from, to, samples, complete, end.equals(to) ? now : end);
    }

    private Map<Point, Long> requests(Access admin, Instant from, Instant to) {
        String path = "projects/" + encoded(GoogleKeyAdmin.project(admin)) + "/timeSeries?filter=" + encoded(FILTER)
                + "&interval.startTime=" + encoded(from.toString()) + "&interval.endTime=" + encoded(to.toString())
                + "&aggregation.alignmentPeriod=" + HOUR.toSeconds() + "s&aggregation.perSeriesAligner=ALIGN_SUM"
                + "&aggregation.crossSeriesReducer=REDUCE_SUM&aggregation.groupByFields=resource.label." + CREDENTIAL
                + "&pageSize=" + PAGE;
        Map<Point, Long> requests = new TreeMap<>();
        Pages.all(
                        "Google",
                        next -> api.getOfMonitoring(admin, path + (next == null ? "" : "&pageToken=" + encoded(next))),
                        "nextPageToken")
                .forEach(page -> add(page, requests));
        return requests;
    }

    private static void add(JsonNode page, Map<Point, Long> requests) {
        if (!page.path("executionErrors").isEmpty()) {
            throw GoogleApi.unreadable("Google could not tell all of the requests.");
        }
        page.path("timeSeries").valueStream().forEach(series -> {
            String credential = Objects.requireNonNullElse(
                    JsonFields.text(series.path("resource").path("labels"), CREDENTIAL), "");
            series.path("points")
                    .valueStream()
                    .forEach(point -> requests.merge(
                            new Point(startOf(point), credential),
                            JsonFields.count(point.path("value"), "int64Value"),
                            Long::sum));
        });
    }

    private static Instant startOf(JsonNode point) {
        Instant end = JsonFields.instant(point.path("interval"), "endTime");
        if (end == null) {
            throw GoogleApi.unreadable("Google's metrics name no time.");
        }
        return end.minus(HOUR);
    }

    /** Whoever made a key may have named it otherwise than Google, which counts by its own name. */
    private Map<String, String> keysByUid(Access admin) {
        Map<String, String> ids = new HashMap<>();
        GoogleKeyAdmin.listed(api, admin).forEach(key -> {
            String uid = JsonFields.text(key, "uid");
            if (uid != null) {
                ids.put(uid, GoogleKeyAdmin.lastOf(JsonFields.text(key, "name")));
            }
        });
        return ids;
    }

    private static UsageSample sample(Point point, long requests, Map<String, String> keys) {
        return new UsageSample(
                point.at(),
                point.at().plus(HOUR),
                "requests",
                keyOf(point.credential(), keys),
                null,
                null,
                null,
                new UsageCounts(requests, null, null, null, null, null, null, null, null),
                null);
    }

    /** What was called without a key, such as by a service account, no key accounts for. */
    private static @Nullable String keyOf(String credential, Map<String, String> keys) {
        if (!credential.startsWith(API_KEY)) {
            return null;
        }
        String uid = credential.substring(API_KEY.length());
        return keys.getOrDefault(uid, uid);
    }
}
