package io.leasehold.providers.openrouter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.leasehold.providers.http.Clients;
import io.leasehold.providers.http.FakeProvider;
import io.leasehold.providers.http.ProviderClient;
import io.leasehold.providers.quota.Quota;
import io.leasehold.providers.usage.BucketWidth;
import io.leasehold.providers.usage.UsageCounts;
import io.leasehold.providers.usage.UsageReports;
import io.leasehold.providers.usage.UsageSample;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OpenRouterUsageReportsTest {
    private final FakeProvider openRouter = new FakeProvider();
    private final ProviderClient client = Clients.unwaiting(openRouter);
    private final UsageReports reports =
            new OpenRouterProvider().usageReports(client).orElseThrow();

    @AfterEach
    void stop() {
        client.close();
        openRouter.close();
    }

    @Test
    void aDayIsToldPerKeyWithTheRestAndReasoningIsTakenOutOfOutput() {
        openRouter
                .on("GET /api/v1/keys?include_disabled=true&offset=0", 200, "{\"data\":[{\"hash\":\"a\"}]}")
                .on("GET /api/v1/activity?date=2026-11-18", 200, activity("2026-11-18", 5, 50, 125, 25))
                .on(
                        "GET /api/v1/activity?date=2026-11-18&api_key_hash=a",
                        200,
                        activity("2026-11-18T00:00:00Z", 2, 20, 100, 25));

        List<UsageSample> samples = read("2026-11-18T00:00:00Z", "2026-11-19T00:00:00Z");

        assertThat(samples)
                .extracting(UsageSample::providerKeyId, UsageSample::counts)
                .containsExactly(
                        tuple("a", new UsageCounts(2L, 20L, null, null, null, 75L, 25L, null, null)),
                        tuple(null, new UsageCounts(3L, 30L, null, null, null, 25L, 0L, null, null)));
    }

    @Test
    void severalDaysAreAskedForAtOnceAndOthersLeftOut() {
        openRouter
                .on("GET /api/v1/keys?include_disabled=true&offset=0", 200, "{\"data\":[{\"hash\":\"a\"}]}")
                .on("GET /api/v1/activity", 200, activity("2026-11-17", 1, 1, 1, 0))
                .on("GET /api/v1/activity?api_key_hash=a", 200, activity("2026-11-17", 1, 1, 1, 0));

        assertThat(read("2026-11-17T00:00:00Z", "2026-11-19T00:00:00Z")).hasSize(1);
        assertThat(read("2026-11-18T00:00:00Z", "2026-11-20T00:00:00Z")).isEmpty();
    }

    @Test
    void theRestOfTheCreditsIsAQuota() {
        openRouter.on("GET /api/v1/credits", 200, "{\"data\":{\"total_credits\":100.5,\"total_usage\":25.75}}");

        List<Quota> quotas = new OpenRouterProvider()
                .quotas(client)
                .orElseThrow()
                .read(openRouter.access("sk-or-v1-admin"))
                .quotas();

        assertThat(quotas)
                .containsExactly(new Quota(
                        "credits",
                        "USD",
                        false,
                        new BigDecimal("100.5"),
                        new BigDecimal("74.75"),
                        BigDecimal.ZERO,
                        false,
                        null));
    }

    private List<UsageSample> read(String from, String to) {
        return reports.read(
                        openRouter.access("sk-or-v1-admin"), Instant.parse(from), Instant.parse(to), BucketWidth.DAY)
                .samples();
    }

    private static String activity(String date, int requests, int prompt, int completion, int reasoning) {
        return """
                {"data":[{"date":"%s","model":"openai/gpt-6-sol","requests":%d,"prompt_tokens":%d,
                  "completion_tokens":%d,"reasoning_tokens":%d}]}""".formatted(date, requests, prompt, completion, reasoning);
    }
}
