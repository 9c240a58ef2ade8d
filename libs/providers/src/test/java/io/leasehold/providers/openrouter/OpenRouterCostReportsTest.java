package io.leasehold.providers.openrouter;

import static org.assertj.core.api.Assertions.assertThat;

import io.leasehold.providers.cost.CostReport;
import io.leasehold.providers.cost.CostReports;
import io.leasehold.providers.http.Clients;
import io.leasehold.providers.http.FakeProvider;
import io.leasehold.providers.http.ProviderClient;
import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OpenRouterCostReportsTest {
    private final FakeProvider openRouter = new FakeProvider();
    private final ProviderClient client = Clients.unwaiting(openRouter);
    private final CostReports reports =
            new OpenRouterProvider().costReports(client).orElseThrow();

    @BeforeEach
    void twoKeys() {
        openRouter.on("GET /api/v1/keys?include_disabled=true&offset=0", 200, """
                {"data":[{"hash":"a","usage_daily":1.25},{"hash":"b","usage_daily":0}]}""");
    }

    @AfterEach
    void stop() {
        client.close();
        openRouter.close();
    }

    @Test
    void aCompletedDayIsToldPerKeyAndTheRestIsShown() {
        openRouter
                .on("GET /api/v1/activity?date=2026-11-18", 200, activity("0.50", "0.25"))
                .on("GET /api/v1/activity?date=2026-11-18&api_key_hash=a", 200, activity("0.30", "0.10"))
                .on("GET /api/v1/activity?date=2026-11-18&api_key_hash=b", 200, "{\"data\":[]}");

        CostReport report = read("2026-11-18T00:00:00Z", "2026-11-19T00:00:00Z");

        assertThat(report.lines())
                .containsExactly(
                        new CostReport.Line("a", "openai/gpt-6-sol", new BigDecimal("0.40"), "USD", null),
                        new CostReport.Line(
                                null,
                                "openai/gpt-6-sol",
                                new BigDecimal("0.35"),
                                "USD",
                                "Keys that are no longer listed"));
        assertThat(report.complete()).isTrue();
        assertThat(report.perKey()).isTrue();
    }

    @Test
    void todayIsToldByTheKeysCounters() {
        CostReport report = read("2026-11-21T00:00:00Z", "2026-11-22T00:00:00Z");

        assertThat(report.lines())
                .containsExactly(new CostReport.Line("a", null, new BigDecimal("1.25"), "USD", "Today so far"));
        assertThat(report.complete()).isFalse();
    }

    @Test
    void aDayOnWhichNothingHappenedAsksForNoKey() {
        openRouter.on("GET /api/v1/activity?date=2026-11-18", 200, "{\"data\":[]}");

        assertThat(read("2026-11-18T00:00:00Z", "2026-11-19T00:00:00Z").lines()).isEmpty();
        assertThat(openRouter.calls()).noneMatch(call -> call.contains("api_key_hash"));
    }

    private CostReport read(String from, String to) {
        return reports.read(openRouter.access("sk-or-v1-admin"), Instant.parse(from), Instant.parse(to));
    }

    /** Two endpoints of one model. */
    private static String activity(String one, String other) {
        return """
                {"data":[{"date":"2026-11-18","model":"openai/gpt-6-sol","endpoint_id":"1","usage":%s,"requests":5},
                         {"date":"2026-11-18","model":"openai/gpt-6-sol","endpoint_id":"2","usage":%s,"requests":1}]}""".formatted(one, other);
    }
}
