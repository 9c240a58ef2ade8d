package io.leasehold.providers.mistral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.leasehold.providers.Access;
import io.leasehold.providers.cost.CostReport;
import io.leasehold.providers.cost.CostReports;
import io.leasehold.providers.http.Clients;
import io.leasehold.providers.http.FakeProvider;
import io.leasehold.providers.http.ProviderClient;
import io.leasehold.providers.http.ProviderException;
import io.leasehold.providers.quota.Quota;
import io.leasehold.providers.quota.QuotaSnapshot;
import io.leasehold.providers.quota.Quotas;
import io.leasehold.providers.usage.BucketWidth;
import io.leasehold.providers.usage.UsageCounts;
import io.leasehold.providers.usage.UsageSample;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What Mistral tells of money: usage at its prices, and the limit of the month. */
class MistralReportsTest {
    private static final Instant FROM = Instant.parse("2026-11-18T00:00:00Z");
    private static final Instant TO = Instant.parse("2026-11-19T00:00:00Z");
    private static final Instant DECEMBER = Instant.parse("2026-12-01T00:00:00Z");
    private static final String USAGE_CALL = "GET /v1/admin/usage?month=11&year=2026";
    private static final String USAGE = """
            {"completion":{"models":{"mistral-large-2512":{
               "input":[{"timestamp":"2026-11-18T00:00:00Z","value":120000,"value_paid":120000},
                        {"timestamp":"2026-11-17T00:00:00Z","value":5,"value_paid":5}],
               "output":[{"timestamp":"2026-11-18T00:00:00Z","value":8000,"value_paid":8000}]}}},
             "ocr":{"models":{}},"connectors":{"models":{}},
             "libraries_api":{"pages":{"models":{"mistral-ocr":{"pages":[{"timestamp":"2026-11-18T08:00:00Z","value":3}]}}},"tokens":{"models":{}}},
             "fine_tuning":{"training":{},"storage":{}},"vibe_usage":0,"chat":{"models":{}},
             "date":"2026-11-20T00:00:00Z","previous_month":"2026-10","next_month":null,"currency":"EUR","currency_symbol":"€",
             "prices":[
               {"event_type":"api_tokens","billing_metric":"mistral-large-2512","billing_group":"input","api_zone":"eu","service_tier":"standard","price":"0.0000005"},
               {"event_type":"api_tokens","billing_metric":"mistral-large-2512","billing_group":"input","api_zone":"eu","service_tier":"priority","price":"0.000001"},
               {"event_type":null,"billing_metric":"mistral-large-2512","billing_group":"output","api_zone":"global","service_tier":"standard","price":0.0000015},
               {"event_type":"api_pages","billing_metric":"mistral-ocr","billing_group":"pages","api_zone":"eu","service_tier":"standard","price":0.002}]}""";

    private final FakeProvider mistral = new FakeProvider();
    private final ProviderClient client = Clients.unwaiting(mistral);
    private final CostReports costs = new MistralProvider().costReports(client).orElseThrow();
    private final Quotas quotas = new MistralProvider().quotas(client).orElseThrow();
    private final Access admin = mistral.access("adminadminadminadminadminadmin12");

    @AfterEach
    void stop() {
        client.close();
        mistral.close();
    }

    @Test
    void usageOfTheDaysComesToTheMoneyOfMistralsOwnPrices() {
        mistral.on(USAGE_CALL, 200, USAGE);

        CostReport report = costs.read(admin, FROM, TO);

        assertThat(report.lines())
                .extracting(CostReport.Line::model, CostReport.Line::description, CostReport.Line::currency)
                .containsExactly(
                        tuple("mistral-large-2512", "mistral-large-2512, input", "EUR"),
                        tuple("mistral-large-2512", "mistral-large-2512, output", "EUR"),
                        tuple("mistral-ocr", "mistral-ocr, pages", "EUR"));
        assertThat(report.total()).isEqualByComparingTo("0.078");
        assertThat(report.perKey()).isFalse();
        assertThat(report.complete()).isTrue();
    }

    @Test
    void usageIsToldByDayModelAndGroup() {
        mistral.on(USAGE_CALL, 200, USAGE);

        List<UsageSample> samples = new MistralProvider()
                .usageReports(client)
                .orElseThrow()
                .read(admin, FROM, TO, BucketWidth.DAY)
                .samples();

        assertThat(samples)
                .extracting(UsageSample::kind, UsageSample::model, UsageSample::counts, UsageSample::unit)
                .containsExactly(
                        tuple(
                                "input",
                                "mistral-large-2512",
                                new UsageCounts(null, 120000L, null, null, null, null, null, null, null),
                                null),
                        tuple(
                                "output",
                                "mistral-large-2512",
                                new UsageCounts(null, null, null, null, null, 8000L, null, null, null),
                                null),
                        tuple(
                                "pages",
                                "mistral-ocr",
                                new UsageCounts(null, null, null, null, null, null, null, null, 3L),
                                "pages"));
        assertThat(samples).allSatisfy(sample -> {
            assertThat(sample.from()).isEqualTo(FROM);
            assertThat(sample.to()).isEqualTo(TO);
        });
    }

    @Test
    void anIntervalOverTwoMonthsIsReadFromBoth() {
        mistral.on("GET /v1/admin/usage?month=10&year=2026", 200, "{\"currency\":\"EUR\",\"prices\":[]}")
                .on(USAGE_CALL, 200, USAGE);

        CostReport report =
                costs.read(admin, Instant.parse("2026-10-31T00:00:00Z"), Instant.parse("2026-11-22T00:00:00Z"));

        assertThat(report.total()).isEqualByComparingTo("0.0780025");
        assertThat(report.complete()).isFalse();
    }

    @Test
    void whatHasNoPriceOrSeveralIsNotGuessed() {
        mistral.on(USAGE_CALL, 200, USAGE.replace("\"billing_group\":\"output\"", "\"billing_group\":\"x\""))
                .on(USAGE_CALL, 200, USAGE.replace("\"priority\"", "null"))
                .on(USAGE_CALL, 200, USAGE.replace("\"timestamp\":\"2026-11-18T00:00:00Z\",", ""))
                .on(USAGE_CALL, 200, USAGE.replace("\"currency\":\"EUR\",", ""));

        for (String why : new String[] {"no price", "several prices", "no time", "amounts are in"}) {
            assertThatThrownBy(() -> costs.read(admin, FROM, TO))
                    .isInstanceOf(ProviderException.class)
                    .hasMessageContaining(why);
        }
    }

    @Test
    void theRestOfTheMonthsMoneyAndTheTokensOfModelsAreQuotas() {
        mistral.on("GET /v1/admin/spend-limit", 200, """
                        {"limits":{"completion":{"no_monthly_limit":false,"monthly_limit_reached":false,"usage":120.00,"vibe_usage":3.45,
                         "total_usage":123.45,"usage_limit":500},"last_payment_failure":false,"last_payment_failure_protection":null,"currency":"EUR"}}""").on("GET /v1/admin/rate-limit", 200, """
                        {"requests_per_second":6,"tokens_limits_by_model":{"mistral-large-2512":{"tokens_per_minute":2000000,"tokens_per_month":10000000000}}}""");

        QuotaSnapshot snapshot = quotas.read(admin);

        assertThat(snapshot.asOf()).isEqualTo(Clients.NOW);
        assertThat(snapshot.quotas())
                .containsExactly(
                        new Quota(
                                "monthly_spend",
                                "EUR",
                                false,
                                new BigDecimal("500"),
                                new BigDecimal("376.55"),
                                BigDecimal.ZERO,
                                false,
                                DECEMBER),
                        new Quota(
                                "mistral-large-2512",
                                "tokens",
                                false,
                                new BigDecimal("10000000000"),
                                null,
                                null,
                                null,
                                DECEMBER));
        assertThat(snapshot.quotas().getFirst().used()).isEqualByComparingTo("123.45");
        assertThat(snapshot.quotas().getLast().used()).isNull();
    }

    @Test
    void noLimitIsUnlimitedAndALimitThatIsReachedLeavesNothing() {
        mistral.on("GET /v1/admin/rate-limit", 200, "{}")
                .on("GET /v1/admin/spend-limit", 200, """
                        {"limits":{"completion":{"no_monthly_limit":true,"usage":1,"usage_limit":500},"currency":"USD"}}""")
                .on("GET /v1/admin/spend-limit", 200, """
                        {"limits":{"completion":{"monthly_limit_reached":true,"total_usage":501.5,"usage_limit":500},"currency":"EUR"}}""");

        Quota unlimited = quotas.read(admin).quotas().getFirst();
        Quota reached = quotas.read(admin).quotas().getFirst();

        assertThat(unlimited.unlimited()).isTrue();
        assertThat(unlimited.entitlement()).isNull();
        assertThat(unlimited.unit()).isEqualTo("USD");
        assertThat(reached.remaining()).isZero();
        assertThat(reached.overage()).isEqualByComparingTo("1.5");
    }
}
