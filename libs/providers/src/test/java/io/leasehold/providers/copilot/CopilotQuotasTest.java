package io.leasehold.providers.copilot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leasehold.providers.Access;
import io.leasehold.providers.http.Clients;
import io.leasehold.providers.http.Failure;
import io.leasehold.providers.http.FakeProvider;
import io.leasehold.providers.http.ProviderClient;
import io.leasehold.providers.http.ProviderException;
import io.leasehold.providers.quota.Quota;
import io.leasehold.providers.quota.QuotaSnapshot;
import io.leasehold.providers.quota.Quotas;
import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CopilotQuotasTest {
    private static final String CALL = "GET /copilot_internal/user";
    private static final Instant DECEMBER = Instant.parse("2026-12-01T00:00:00Z");
    private static final String BUSINESS = """
            {"login":"octocat","copilot_plan":"business","quota_reset_date":"2026-12-01","quota_reset_date_utc":"2026-12-01T00:00:00.000Z","token_based_billing":true,
             "quota_snapshots":{
              "chat":{"quota_id":"chat","entitlement":0,"remaining":0,"quota_remaining":0,"percent_remaining":100,"overage_count":0,"overage_permitted":false,"unlimited":true,"has_quota":false},
              "premium_interactions":{"quota_id":"premium_interactions","entitlement":1900,"remaining":1423,"quota_remaining":1423.4,"percent_remaining":74.9,"overage_count":0,
               "overage_permitted":true,"unlimited":false,"has_quota":true,"quota_reset_at":1796083200,"token_based_billing":true}}}""";

    private final FakeProvider gitHub = new FakeProvider();
    private final ProviderClient client = Clients.unwaiting(gitHub);
    private final Quotas quotas = new GitHubCopilotProvider().quotas(client).orElseThrow();
    private final Access token = gitHub.access("gho_0123456789");

    @AfterEach
    void stop() {
        client.close();
        gitHub.close();
    }

    @Test
    void whatIsLeftIsToldOfEveryQuota() {
        gitHub.on(CALL, 200, BUSINESS);

        QuotaSnapshot snapshot = quotas.read(token);

        assertThat(snapshot.holder()).isEqualTo("octocat");
        assertThat(snapshot.plan()).isEqualTo("business");
        assertThat(snapshot.asOf()).isEqualTo(Clients.NOW);
        assertThat(snapshot.quotas())
                .containsExactly(
                        new Quota("chat", "requests", true, null, null, BigDecimal.ZERO, false, DECEMBER),
                        new Quota(
                                "premium_interactions",
                                "ai_credits",
                                false,
                                new BigDecimal("1900"),
                                new BigDecimal("1423.4"),
                                BigDecimal.ZERO,
                                true,
                                Instant.ofEpochSecond(1796083200)));
        assertThat(snapshot.quotas().getLast().used()).isEqualByComparingTo("476.6");
    }

    @Test
    void beforeThereWereCreditsRequestsWereCounted() {
        Quota quota = premium("\"entitlement\":300,\"remaining\":-2,\"overage_count\":2.5,\"has_quota\":true");

        assertThat(quota.unit()).isEqualTo("premium_requests");
        assertThat(quota.remaining()).isZero();
        assertThat(quota.overage()).isEqualByComparingTo("2.5");
        assertThat(quota.overagePermitted()).isNull();
        assertThat(quota.resetsAt()).isNull();
    }

    /** Seats of a business may have shells that say nothing. */
    @Test
    void anEntitlementOfNothingIsUnknownUnlessItIsMeant() {
        Quota shell = premium("\"entitlement\":0,\"remaining\":0,\"unlimited\":false,\"has_quota\":false");
        Quota meant = premium("\"entitlement\":0,\"remaining\":0,\"has_quota\":true");
        Quota empty = premium("\"quota_id\":\"premium_interactions\"");

        assertThat(shell.entitlement()).isNull();
        assertThat(shell.remaining()).isNull();
        assertThat(meant.remaining()).isZero();
        assertThat(empty.remaining()).isNull();
    }

    @Test
    void minusOneHasNoEnd() {
        Quota quota = premium("\"entitlement\":-1,\"remaining\":0,\"unlimited\":false,\"has_quota\":true");

        assertThat(quota.unlimited()).isTrue();
        assertThat(quota.remaining()).isNull();
    }

    @Test
    void theFreePlanTellsItsQuotasApart() {
        gitHub.on(CALL, 200, """
                {"login":"octocat","copilot_plan":"free","limited_user_quotas":{"chat":450,"completions":3900},
                 "monthly_quotas":{"chat":500,"completions":4000},"limited_user_reset_date":"2026-12-01"}""");

        assertThat(quotas.read(token).quotas())
                .containsExactly(
                        new Quota(
                                "chat",
                                "requests",
                                false,
                                new BigDecimal("500"),
                                new BigDecimal("450"),
                                null,
                                false,
                                DECEMBER),
                        new Quota(
                                "completions",
                                "requests",
                                false,
                                new BigDecimal("4000"),
                                new BigDecimal("3900"),
                                null,
                                false,
                                DECEMBER));
    }

    @Test
    void whatIsMissingAltogetherSaysNothing() {
        gitHub.on(CALL, 200, "{}");

        assertThat(quotas.read(token).quotas()).isEmpty();
    }

    @Test
    void whoHasNoCopilotHasNoQuota() {
        gitHub.on(CALL, 404, "{\"message\":\"Not Found\"}").on(CALL, 401, "{\"message\":\"Bad credentials\"}");

        assertFails(Failure.NOT_FOUND);
        assertFails(Failure.INVALID_CREDENTIAL);
    }

    private void assertFails(Failure failure) {
        assertThatThrownBy(() -> quotas.read(token))
                .isInstanceOfSatisfying(
                        ProviderException.class, e -> assertThat(e.failure()).isEqualTo(failure));
    }

    private Quota premium(String members) {
        try (FakeProvider own = new FakeProvider();
                ProviderClient ownClient = Clients.unwaiting(own)) {
            own.on(CALL, 200, "{\"quota_snapshots\":{\"premium_interactions\":{" + members + "}}}");
            return new GitHubCopilotProvider()
                    .quotas(ownClient)
                    .orElseThrow()
                    .read(own.access("gho_1"))
                    .quotas()
                    .getFirst();
        }
    }
}
