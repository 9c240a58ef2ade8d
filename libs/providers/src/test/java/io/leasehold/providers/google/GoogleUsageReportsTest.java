package io.leasehold.providers.google;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leasehold.providers.Access;
import io.leasehold.providers.http.Clients;
import io.leasehold.providers.http.FakeProvider;
import io.leasehold.providers.http.ProviderClient;
import io.leasehold.providers.http.ProviderException;
import io.leasehold.providers.usage.BucketWidth;
import io.leasehold.providers.usage.UsageCounts;
import io.leasehold.providers.usage.UsageReport;
import io.leasehold.providers.usage.UsageReports;
import io.leasehold.providers.usage.UsageSample;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What Cloud Monitoring counts of a project's requests. */
class GoogleUsageReportsTest {
    private static final Instant FROM = Instant.parse("2026-11-18T00:00:00Z");
    private static final Instant TO = Instant.parse("2026-11-19T00:00:00Z");
    private static final String UID = "5f1c2e0a-9a0e-4a54-8d7c-6f0b7b1f0e33";
    private static final String KEYS = "GET /v2/projects/p-1/locations/global/keys?pageSize=100&showDeleted=true";

    private final FakeProvider google = new FakeProvider();
    private final ProviderClient client = Clients.unwaiting(google);
    private final Access admin = google.access(KeyFile.of("p-1"));

    @BeforeEach
    void tokensAreGiven() {
        google.on("POST /token", 200, "{\"access_token\":\"ya29.token\",\"expires_in\":3599,\"token_type\":\"Bearer\"}")
                .on(KEYS, 200, """
                        {"keys":[{"name":"projects/123/locations/global/keys/by-hand","uid":"u-2"},
                                 {"name":"projects/123/locations/global/keys/%1$s","uid":"%1$s"}]}""".formatted(UID));
    }

    @AfterEach
    void stop() {
        client.close();
        google.close();
    }

    @Test
    void requestsAreToldByKeyAndHour() {
        google.on(series(TO, ""), 200, page("n", one("apikey:" + UID, point("01", "3"), point("02", "0"))))
                .on(
                        series(TO, "&pageToken=n"),
                        200,
                        page(
                                "",
                                one("apikey:u-2", point("05", "7")),
                                one("apikey:gone", point("05", "1")),
                                one("serviceaccount:42", point("06", "2")),
                                one("apikey:" + UID, point("06", "4"))));

        UsageReport report = read(at("2026-11-20T10:30:00Z"));

        assertThat(report.samples())
                .containsExactly(
                        sample("00", UID, 3),
                        sample("04", "gone", 1),
                        sample("04", "by-hand", 7),
                        sample("05", UID, 4),
                        sample("05", null, 2));
        assertThat(report.complete()).isTrue();
        assertThat(report.asOf()).isEqualTo(Instant.parse("2026-11-20T10:30:00Z"));
        assertThat(google.asked().getLast().header("authorization")).isEqualTo("Bearer ya29.token");
    }

    /** Buckets are counted back from the end, so that it must be a full hour. */
    @Test
    void aDayThatGoesOnIsToldUpToTheLastFullHour() {
        Instant end = Instant.parse("2026-11-18T09:00:00Z");
        google.on(series(end, ""), 200, page("", one("apikey:" + UID, point("09", "3"))));

        UsageReport report = read(at("2026-11-18T09:59:59Z"));

        assertThat(report.samples()).containsExactly(sample("08", UID, 3));
        assertThat(report.complete()).isFalse();
        assertThat(report.asOf()).isEqualTo(end);
        assertThat(report.to()).isEqualTo(TO);
    }

    @Test
    void inTheFirstHourOfADayNothingIsAsked() {
        UsageReport report = read(at("2026-11-18T00:40:00Z"));

        assertThat(report.samples()).isEmpty();
        assertThat(report.complete()).isFalse();
        assertThat(google.asked()).isEmpty();
    }

    @Test
    void whereNothingWasUsedKeysAreNotListed() {
        google.on(series(TO, ""), 200, "{}");

        assertThat(read(at("2026-11-20T10:00:00Z")).samples()).isEmpty();
        assertThat(google.asked()).hasSize(2);
    }

    @Test
    void whatIsNotUnderstoodIsAFailureAndNotNothing() {
        google.on(series(TO, ""), 200, "{\"executionErrors\":[{\"code\":4,\"message\":\"deadline\"}]}")
                .on(series(TO, ""), 200, page("", one("apikey:x", "{\"value\":{\"int64Value\":\"1\"}}")))
                .on(series(TO, ""), 200, page("", one("apikey:x", point("05", "many"))))
                .on(
                        series(TO, ""),
                        403,
                        "{\"error\":{\"code\":403,\"message\":\"No.\",\"status\":\"PERMISSION_DENIED\"}}");
        Clock now = at("2026-11-20T10:00:00Z");

        assertThatThrownBy(() -> read(now)).hasMessageContaining("could not tell all");
        assertThatThrownBy(() -> read(now)).hasMessageContaining("no time");
        assertThatThrownBy(() -> read(now)).hasMessageContaining("int64Value");
        assertThatThrownBy(() -> read(now)).isInstanceOf(ProviderException.class);
    }

    private UsageReport read(Clock clock) {
        UsageReports reports = new GoogleUsageReports(new GoogleApi(client), clock);
        return reports.read(admin, FROM, TO, BucketWidth.HOUR);
    }

    private static Clock at(String now) {
        return Clock.fixed(Instant.parse(now), ZoneOffset.UTC);
    }

    private static UsageSample sample(String hour, String key, long requests) {
        Instant from = Instant.parse("2026-11-18T" + hour + ":00:00Z");
        return new UsageSample(
                from,
                from.plus(Duration.ofHours(1)),
                "requests",
                key,
                null,
                null,
                null,
                new UsageCounts(requests, null, null, null, null, null, null, null, null),
                null);
    }

    private static String series(Instant end, String more) {
        return "GET /v3/projects/p-1/timeSeries?filter=metric.type%3D%22serviceruntime.googleapis.com%2Fapi%2Frequest_count%22"
                + "+AND+resource.type%3D%22consumed_api%22"
                + "+AND+resource.labels.service%3D%22generativelanguage.googleapis.com%22"
                + "&interval.startTime=2026-11-18T00%3A00%3A00Z&interval.endTime="
                + end.toString().replace(":", "%3A")
                + "&aggregation.alignmentPeriod=3600s&aggregation.perSeriesAligner=ALIGN_SUM"
                + "&aggregation.crossSeriesReducer=REDUCE_SUM&aggregation.groupByFields=resource.label.credential_id"
                + "&pageSize=10000" + more;
    }

    private static String page(String next, String... series) {
        return "{\"timeSeries\":[" + String.join(",", series) + "],\"nextPageToken\":\"" + next + "\"}";
    }

    private static String one(String credential, String... points) {
        return """
                {"metric":{},"resource":{"type":"consumed_api","labels":{"credential_id":"%s"}},"metricKind":"DELTA",
                 "valueType":"INT64","points":[%s]}""".formatted(credential, String.join(",", points));
    }

    /** @param end the hour at which it ends */
    private static String point(String end, String requests) {
        return """
                {"interval":{"startTime":"2026-11-18T00:00:00Z","endTime":"2026-11-18T%s:00:00Z"},"value":{"int64Value":"%s"}}""".formatted(end, requests);
    }
}
