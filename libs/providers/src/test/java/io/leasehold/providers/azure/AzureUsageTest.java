package io.leasehold.providers.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leasehold.providers.Access;
import io.leasehold.providers.http.Clients;
import io.leasehold.providers.http.FakeProvider;
import io.leasehold.providers.http.ProviderClient;
import io.leasehold.providers.quota.Quota;
import io.leasehold.providers.usage.BucketWidth;
import io.leasehold.providers.usage.UsageCounts;
import io.leasehold.providers.usage.UsageReport;
import io.leasehold.providers.usage.UsageSample;
import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What Azure Monitor measures of a resource, and how much may be deployed in it. */
class AzureUsageTest {
    private static final Instant FROM = Instant.parse("2026-11-18T00:00:00Z");
    private static final Instant TO = Instant.parse("2026-11-19T00:00:00Z");
    private static final String ACCOUNT =
            "/subscriptions/s-1/resourceGroups/rg-1/providers/Microsoft.CognitiveServices/accounts/my-aoai";
    private static final String VERSION = "?api-version=2025-09-01";
    private static final String METRICS = "GET " + ACCOUNT
            + "/providers/Microsoft.Insights/metrics?api-version=2024-02-01"
            + "&metricnames=ProcessedPromptTokens%2CGeneratedTokens%2CAzureOpenAIRequests"
            + "&timespan=2026-11-18T00%3A00%3A00Z%2F2026-11-19T00%3A00%3A00Z&interval=PT1H&aggregation=Total"
            + "&$filter=ModelDeploymentName%20eq%20%27*%27";

    private final FakeProvider azure = new FakeProvider();
    private final ProviderClient client = Clients.unwaiting(azure);
    private final AzureOpenAiProvider provider = new AzureOpenAiProvider();
    private final Access admin = azure.access("""
            {"tenantId":"t-1","clientId":"c-1","clientSecret":"very~secret","resourceId":"%s"}""".formatted(ACCOUNT));

    @BeforeEach
    void anApplicationThatMaySignIn() {
        azure.on(
                        "POST /t-1/oauth2/v2.0/token",
                        200,
                        "{\"token_type\":\"Bearer\",\"expires_in\":3599,\"access_token\":\"eyJ.token\"}")
                .on("GET " + ACCOUNT + "/deployments" + VERSION, 200, """
                        {"value":[{"name":"chat-prod","sku":{"name":"GlobalStandard","capacity":120},
                          "properties":{"model":{"format":"OpenAI","name":"gpt-4.1","version":"2025-04-14"}}}],
                         "nextLink":"https://management.azure.com%s/deployments?page=2"}""".formatted(ACCOUNT))
                .on("GET " + ACCOUNT + "/deployments?page=2", 200, """
                        {"value":[{"name":"mini","properties":{"model":{"name":"gpt-4.1-mini"}}}],"nextLink":null}""");
    }

    @AfterEach
    void stop() {
        client.close();
        azure.close();
    }

    @Test
    void tokensAndRequestsAreToldByDeploymentAndHour() {
        azure.on(
                METRICS,
                200,
                metrics(
                        metric("ProcessedPromptTokens", series("chat-prod", point("00", "12345.0"), point("01", null))),
                        metric("GeneratedTokens", series("chat-prod", point("00", "700"))),
                        metric(
                                "AzureOpenAIRequests",
                                series("chat-prod", point("00", "3")) + "," + series("mini", point("05", "0")) + ","
                                        + series("unheard", point("06", "1")))));

        UsageReport report = read();

        assertThat(report.samples())
                .containsExactly(
                        sample("00", "01", "gpt-4.1", "chat-prod", 3L, 12345L, 700L),
                        sample("06", "07", null, "unheard", 1L, null, null));
        assertThat(azure.asked().getLast().header("authorization")).isEqualTo("Bearer eyJ.token");
    }

    @Test
    void whatIsNotUnderstoodIsAFailureAndNotNothing() {
        azure.on(METRICS, 200, metrics("""
                {"name":{"value":"GeneratedTokens"},"errorCode":"Throttled","timeseries":[]}"""))
                .on(METRICS, 200, metrics("""
                {"name":{"value":"GeneratedTokens"},"timeseries":[{"metadatavalues":[],"data":[]}]}"""))
                .on(
                        METRICS,
                        200,
                        metrics(metric(
                                "GeneratedTokens", series("chat-prod", "{\"timeStamp\":\"noon\",\"total\":1}"))));

        assertThatThrownBy(this::read).hasMessageContaining("could not tell the metric 'GeneratedTokens'");
        assertThatThrownBy(this::read).hasMessageContaining("no deployment");
        assertThatThrownBy(this::read).hasMessageContaining("no time");
    }

    @Test
    void whatMayBeDeployedIsAQuota() {
        azure.on("GET " + ACCOUNT + "/usages" + VERSION, 200, """
                {"value":[{"name":{"value":"OpenAI.Standard.gpt-4.1",
                  "localizedValue":"Tokens Per Minute (thousands) - gpt-4.1"},"unit":"Count","currentValue":120,"limit":450,
                  "quotaPeriod":null,"nextResetTime":null,"status":"Included"},
                 {"name":{"value":"AccountCount","localizedValue":"Accounts"},"unit":"Count","limit":30}],"nextLink":null}""");

        assertThat(provider.quotas(client).orElseThrow().read(admin).quotas())
                .containsExactly(
                        new Quota(
                                "OpenAI.Standard.gpt-4.1",
                                "thousand_tokens_per_minute",
                                false,
                                new BigDecimal("450"),
                                new BigDecimal("330"),
                                null,
                                false,
                                null),
                        new Quota("AccountCount", "count", false, new BigDecimal("30"), null, null, false, null));
    }

    private UsageReport read() {
        return provider.usageReports(client).orElseThrow().read(admin, FROM, TO, BucketWidth.HOUR);
    }

    private static UsageSample sample(
            String from, String to, String model, String deployment, Long requests, Long input, Long output) {
        return new UsageSample(
                Instant.parse("2026-11-18T" + from + ":00:00Z"),
                Instant.parse("2026-11-18T" + to + ":00:00Z"),
                "deployments",
                null,
                model,
                deployment,
                null,
                new UsageCounts(requests, input, null, null, null, output, null, null, null),
                null);
    }

    private static String metrics(String... metrics) {
        return "{\"cost\":0,\"interval\":\"PT1H\",\"value\":[" + String.join(",", metrics) + "]}";
    }

    private static String metric(String name, String series) {
        return """
                {"name":{"value":"%s","localizedValue":"%s"},"unit":"Count","errorCode":"Success","timeseries":[%s]}""".formatted(name, name, series);
    }

    private static String series(String deployment, String... points) {
        return """
                {"metadatavalues":[{"name":{"value":"modeldeploymentname"},"value":"%s"}],"data":[%s]}""".formatted(deployment, String.join(",", points));
    }

    private static String point(String hour, String total) {
        String time = "{\"timeStamp\":\"2026-11-18T" + hour + ":00:00Z\"";
        return time + (total == null ? "}" : ",\"total\":" + total + "}");
    }
}
