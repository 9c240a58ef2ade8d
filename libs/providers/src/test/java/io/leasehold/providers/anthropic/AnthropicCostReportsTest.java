package io.leasehold.providers.anthropic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leasehold.providers.cost.CostReport;
import io.leasehold.providers.cost.CostReports;
import io.leasehold.providers.http.Clients;
import io.leasehold.providers.http.FakeProvider;
import io.leasehold.providers.http.ProviderClient;
import io.leasehold.providers.http.ProviderException;
import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnthropicCostReportsTest {
    private static final Instant FROM = Instant.parse("2026-11-18T00:00:00Z");
    private static final Instant TO = Instant.parse("2026-11-19T00:00:00Z");
    private static final String INTERVAL = "?starting_at=2026-11-18T00:00:00Z&ending_at=2026-11-19T00:00:00Z";
    private static final String ANALYTICS = "GET /v1/organizations/analytics/cost" + INTERVAL
            + "&time_bucket_width=1d&group_by%5B%5D=api_key_id&group_by%5B%5D=model&limit=1000&order=asc&order_by=time";
    private static final String CLASSIC =
            "GET /v1/organizations/cost_report" + INTERVAL + "&bucket_width=1d&limit=31&group_by%5B%5D=description";

    private final FakeProvider anthropic = new FakeProvider();
    private final ProviderClient client = Clients.unwaiting(anthropic);
    private final CostReports reports =
            new AnthropicProvider().costReports(client).orElseThrow();

    @AfterEach
    void stop() {
        client.close();
        anthropic.close();
    }

    @Test
    void centsBecomeDollarsExactlyPerKey() {
        anthropic
                .on(ANALYTICS, 200, page(row("\"apikey_1\"", "2231.5"), "\"page_2\""))
                .on(ANALYTICS + "&page=page_2", 200, page(row("null", "0.00123"), "null"));

        CostReport report = read();

        assertThat(report.lines())
                .containsExactly(
                        new CostReport.Line("apikey_1", "claude-opus-5", new BigDecimal("22.315"), "USD", null),
                        new CostReport.Line(null, "claude-opus-5", new BigDecimal("0.0000123"), "USD", null));
        assertThat(report.perKey()).isTrue();
        assertThat(report.complete()).isTrue();
        assertThat(report.asOf()).isEqualTo("2026-11-20T09:40:00Z");
        assertThat(anthropic.asked().getFirst().header("anthropic-beta")).isEqualTo("analytics-usage-cost-2026-08-24");
    }

    @Test
    void figuresOlderThanTheIntervalAreNotComplete() {
        anthropic.on(ANALYTICS, 200, page("", "null").replace("2026-11-20T09:40", "2026-11-18T23:59"));

        assertThat(read().complete()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 403, 404})
    void withoutAnalyticsTheCostReportTells(int status) {
        anthropic.on(ANALYTICS, status, "{}").on(CLASSIC, 200, """
                {"data":[{"starting_at":"2026-11-18T00:00:00Z","results":[
                  {"amount":"123.4567","currency":"USD","description":"Opus input","model":"claude-opus-5"},
                  {"amount":"10","currency":"USD","description":"Web Search Usage","model":null}]}],
                 "has_more":false,"next_page":null}""");

        CostReport report = read();

        assertThat(report.perKey()).isFalse();
        assertThat(report.total()).isEqualByComparingTo("1.334567");
        assertThat(report.lines().getLast())
                .isEqualTo(new CostReport.Line(null, null, new BigDecimal("0.10"), "USD", "Web Search Usage"));
        assertThat(report.asOf()).isEqualTo(Clients.NOW);
    }

    @Test
    void aCredentialThatIsRefusedIsNotTriedElsewhere() {
        anthropic.on(ANALYTICS, 401, "{}");

        assertThatThrownBy(this::read).isInstanceOf(ProviderException.class);
        assertThat(anthropic.calls()).hasSize(1);
    }

    @Test
    void anIntervalIsWidenedToWholeDays() {
        anthropic.on(ANALYTICS, 200, page("", "null"));

        CostReport report =
                reports.read(anthropic.access("sk-ant-admin01-x"), FROM.plusSeconds(60), TO.minusSeconds(60));

        assertThat(report.from()).isEqualTo(FROM);
        assertThat(report.to()).isEqualTo(TO);
    }

    @Test
    void anAmountThatIsNoneIsAFailureAndNotNothing() {
        anthropic.on(ANALYTICS, 200, page(row("null", "a lot"), "null"));

        assertThatThrownBy(this::read).isInstanceOf(ProviderException.class);
    }

    private CostReport read() {
        return reports.read(anthropic.access("sk-ant-admin01-x"), FROM, TO);
    }

    private static String row(String key, String amount) {
        return """
                {"group":{"api_key_id":%s,"model":"claude-opus-5"},
                 "cost":{"amount":"%s","list_amount":"1","currency":"USD","requests":912}}""".formatted(key, amount);
    }

    private static String page(String rows, String next) {
        return """
                {"data":[%s],"has_more":%s,"next_page":%s,"data_refreshed_at":"2026-11-20T09:40:00Z"}""".formatted(rows, !next.equals("null"), next);
    }
}
