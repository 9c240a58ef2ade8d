package io.leasehold.providers.anthropic;

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
import java.util.List;
import java.util.stream.Stream;

/**
 * Anthropic's usage report of messages: tokens by key, model, workspace and tier. It counts no requests, and comes about
 * five minutes late, without saying so.
 */
final class AnthropicUsageReports implements UsageReports {
    private static final UsageScope SCOPE = new UsageScope(
            List.of(BucketWidth.MINUTE, BucketWidth.HOUR, BucketWidth.DAY), true, true, false, true, 365);
    private static final String KIND = "messages";
    /** How long figures of a day still change is not said. */
    private static final Duration SETTLED_AFTER = Duration.ofDays(1);

    private final AnthropicApi api;
    private final Clock clock;

    AnthropicUsageReports(AnthropicApi api, Clock clock) {
        this.api = api;
        this.clock = clock;
    }

    @Override
    public UsageScope scope() {
        return SCOPE;
    }

    @Override
    public UsageReport read(Access admin, Instant from, Instant to, BucketWidth width) {
        Instant now = clock.instant();
        String path = path(from, to, width);
        List<UsageSample> samples = api
                .pages(
                        page -> api.get(admin, path + (page == null ? "" : "&page=" + encoded(page)))
                                .body(),
                        "next_page")
                .stream()
                .flatMap(page -> page.path("data").valueStream())
                .flatMap(AnthropicUsageReports::samples)
                .toList();
        return new UsageReport(from, to, samples, !now.isBefore(to.plus(SETTLED_AFTER)), now);
    }

    private static String path(Instant from, Instant to, BucketWidth width) {
        String groups = "&group_by[]=api_key_id&group_by[]=model&group_by[]=workspace_id&group_by[]=service_tier";
        return "/v1/organizations/usage_report/messages?starting_at=" + from + "&ending_at=" + to + "&bucket_width="
                + width.symbol() + "&limit=" + mostBuckets(width) + groups.replace("[]", "%5B%5D");
    }

    private static int mostBuckets(BucketWidth width) {
        return switch (width) {
            case MINUTE -> 1440;
            case HOUR -> 168;
            case DAY -> 31;
        };
    }

    private static Stream<UsageSample> samples(JsonNode bucket) {
        Instant from = time(bucket, "starting_at");
        Instant to = time(bucket, "ending_at");
        return bucket.path("results").valueStream().map(result -> sample(from, to, result));
    }

    private static UsageSample sample(Instant from, Instant to, JsonNode result) {
        JsonNode written = result.path("cache_creation");
        UsageCounts counts = new UsageCounts(
                null,
                JsonFields.count(result, "uncached_input_tokens"),
                JsonFields.count(result, "cache_read_input_tokens"),
                JsonFields.count(written, "ephemeral_5m_input_tokens"),
                JsonFields.count(written, "ephemeral_1h_input_tokens"),
                JsonFields.count(result, "output_tokens"),
                null,
                JsonFields.count(result.path("server_tool_use"), "web_search_requests"),
                null);
        return new UsageSample(
                from,
                to,
                KIND,
                JsonFields.text(result, "api_key_id"),
                JsonFields.text(result, "model"),
                JsonFields.text(result, "workspace_id"),
                JsonFields.text(result, "service_tier"),
                counts,
                null);
    }

    private static Instant time(JsonNode bucket, String name) {
        Instant time = JsonFields.instant(bucket, name);
        if (time == null) {
            throw new ProviderException(
                    Failure.UNREADABLE, 200, null, "Anthropic's usage names no time in '" + name + "'.", null);
        }
        return time;
    }
}
