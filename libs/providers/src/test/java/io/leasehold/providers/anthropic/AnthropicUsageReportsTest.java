package io.leasehold.providers.anthropic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leasehold.providers.http.Clients;
import io.leasehold.providers.http.FakeProvider;
import io.leasehold.providers.http.ProviderClient;
import io.leasehold.providers.http.ProviderException;
import io.leasehold.providers.usage.BucketWidth;
import io.leasehold.providers.usage.UsageCounts;
import io.leasehold.providers.usage.UsageReport;
import io.leasehold.providers.usage.UsageReports;
import io.leasehold.providers.usage.UsageSample;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnthropicUsageReportsTest {
    private static final Instant FROM = Instant.parse("2026-11-18T00:00:00Z");
    private static final Instant TO = Instant.parse("2026-11-20T00:00:00Z");
    private static final String GROUPS = ("&group_by[]=api_key_id&group_by[]=model&group_by[]=workspace_id"
                    + "&group_by[]=service_tier")
            .replace("[]", "%5B%5D");
    private static final String REPORT = "GET /v1/organizations/usage_report/messages"
            + "?starting_at=2026-11-18T00:00:00Z&ending_at=2026-11-20T00:00:00Z";

    private final FakeProvider anthropic = new FakeProvider();
    private final ProviderClient client = Clients.unwaiting(anthropic);
    private final UsageReports reports =
            new AnthropicProvider().usageReports(client).orElseThrow();

    @AfterEach
    void stop() {
        client.close();
        anthropic.close();
    }

    @Test
    void everyFieldOfTheReportIsRead() {
        anthropic.on(call("1d", 31), 200, """
                        {"data":[{"starting_at":"2026-11-18T00:00:00Z","ending_at":"2026-11-19T00:00:00Z","results":[
                          {"account_id":null,"api_key_id":"apikey_1","workspace_id":"wrkspc_1","service_account_id":null,
                           "model":"claude-opus-5","service_tier":"standard","context_window":"0-200k","inference_geo":"global",
                           "uncached_input_tokens":1500,"cache_read_input_tokens":200,
                           "cache_creation":{"ephemeral_5m_input_tokens":500,"ephemeral_1h_input_tokens":1000},
                           "output_tokens":500,"server_tool_use":{"web_search_requests":10}}]}],
                         "has_more":true,"next_page":"page_2"}""").on(call("1d", 31) + "&page=page_2", 200, """
                        {"data":[{"starting_at":"2026-11-19T00:00:00Z","ending_at":"2026-11-20T00:00:00Z","results":[]}],
                         "has_more":false,"next_page":null}""");

        UsageReport report = read(BucketWidth.DAY);

        assertThat(report.samples())
                .containsExactly(new UsageSample(
                        FROM,
                        Instant.parse("2026-11-19T00:00:00Z"),
                        "messages",
                        "apikey_1",
                        "claude-opus-5",
                        "wrkspc_1",
                        "standard",
                        new UsageCounts(null, 1500L, 200L, 500L, 1000L, 500L, null, 10L, null),
                        null));
        assertThat(report.complete()).isTrue();
        assertThat(report.asOf()).isEqualTo(Clients.NOW);
    }

    @ParameterizedTest
    @CsvSource({"MINUTE, 1m, 1440", "HOUR, 1h, 168", "DAY, 1d, 31"})
    void eachWidthIsAskedForWithAsManyBucketsAsAPageHolds(BucketWidth width, String symbol, int limit) {
        anthropic.on(call(symbol, limit), 200, "{\"data\":[],\"has_more\":false,\"next_page\":null}");

        assertThat(read(width).samples()).isEmpty();
    }

    @Test
    void aCountThatIsNoneIsAFailureAndNotNothing() {
        anthropic.on(call("1d", 31), 200, """
                {"data":[{"starting_at":"2026-11-18T00:00:00Z","ending_at":"2026-11-19T00:00:00Z",
                  "results":[{"uncached_input_tokens":1.5}]}]}""");

        assertThatThrownBy(() -> read(BucketWidth.DAY)).isInstanceOf(ProviderException.class);
    }

    @Test
    void widthsThatAreNotThereBecomeTheNextWiderOne() {
        assertThat(reports.scope().notFinerThan(BucketWidth.MINUTE)).isEqualTo(BucketWidth.MINUTE);
    }

    private UsageReport read(BucketWidth width) {
        return reports.read(anthropic.access("sk-ant-admin01-x"), FROM, TO, width);
    }

    private static String call(String width, int limit) {
        return REPORT + "&bucket_width=" + width + "&limit=" + limit + GROUPS;
    }
}
