package io.leasehold.providers.openai;

import static org.assertj.core.api.Assertions.assertThat;

import io.leasehold.providers.cost.CostReport;
import io.leasehold.providers.cost.CostReports;
import io.leasehold.providers.http.Clients;
import io.leasehold.providers.http.FakeProvider;
import io.leasehold.providers.http.ProviderClient;
import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OpenAiCostReportsTest {
    private static final String COSTS = "GET /v1/organization/costs?start_time=1794960000&end_time=1795132800"
            + "&bucket_width=1d&limit=180&group_by=line_item";

    private final FakeProvider openAi = new FakeProvider();
    private final ProviderClient client = Clients.unwaiting(openAi);
    private final CostReports reports = new OpenAiProvider().costReports(client).orElseThrow();

    @AfterEach
    void stop() {
        client.close();
        openAi.close();
    }

    /** Amounts are numbers by the schema, and have been seen as strings. */
    @Test
    void costsAreToldByKeyAndLine() {
        openAi.on(COSTS + "&group_by=api_key_id", 200, """
                        {"data":[{"results":[{"amount":{"value":0.16,"currency":"usd"},"line_item":"gpt-6-sol, input_tokens",
                          "api_key_id":"key_2"}]},{"results":[]}],"has_more":true,"next_page":"page_2"}""").on(COSTS + "&group_by=api_key_id&page=page_2", 200, """
                        {"data":[{"results":[{"amount":{"value":"0.250","currency":"usd"},"line_item":"File storage",
                          "api_key_id":null},{"line_item":"nothing"}]}],"has_more":false,"next_page":null}""");

        CostReport report = read();

        assertThat(report.lines())
                .containsExactly(
                        new CostReport.Line(
                                "key_2", "gpt-6-sol", new BigDecimal("0.16"), "USD", "gpt-6-sol, input_tokens"),
                        new CostReport.Line(null, null, new BigDecimal("0.250"), "USD", "File storage"));
        assertThat(report.perKey()).isTrue();
        assertThat(report.complete()).isTrue();
    }

    @Test
    void whoeverMayNotGroupByKeyGetsLinesWithoutKeys() {
        openAi.on(COSTS + "&group_by=api_key_id", 400, "{\"error\":{\"message\":\"no\"}}")
                .on(COSTS, 200, """
                {"data":[{"results":[{"amount":{"value":1,"currency":"usd"},"line_item":"gpt-6-sol, input_tokens"}]}]}""");

        assertThat(read().perKey()).isFalse();
        assertThat(read().total()).isEqualByComparingTo("1");
    }

    private CostReport read() {
        return reports.read(
                openAi.access("sk-admin-x"),
                Instant.parse("2026-11-18T00:00:00Z"),
                Instant.parse("2026-11-20T00:00:00Z"));
    }
}
