package io.leasehold.providers.copilot;

import static org.assertj.core.api.Assertions.assertThat;

import io.leasehold.providers.Access;
import io.leasehold.providers.cost.CostReport;
import io.leasehold.providers.cost.CostReports;
import io.leasehold.providers.http.Clients;
import io.leasehold.providers.http.FakeProvider;
import io.leasehold.providers.http.ProviderClient;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CopilotCostReportsTest {
    private static final Instant FROM = Instant.parse("2026-11-18T00:00:00Z");
    private static final Instant TO = Instant.parse("2026-11-19T00:00:00Z");
    private static final String BILL = "GET /organizations/example/settings/billing/%s/usage?year=2026&month=11&day=18";
    private static final String SEATS = "GET /orgs/example/copilot/billing/seats?per_page=100&page=1";
    private static final String NOT_FOUND = "{\"message\":\"Not Found\"}";

    private final FakeProvider gitHub = new FakeProvider();
    private final ProviderClient client = Clients.unwaiting(gitHub);
    private final CostReports costs =
            new GitHubCopilotProvider().costReports(client).orElseThrow();
    private final Access admin = gitHub.access("ghp_0123456789");

    @AfterEach
    void stop() {
        client.close();
        gitHub.close();
    }

    @Test
    void whatIsBilledIsAttributedToSeatsAndTheRestToNobody() {
        organisation();
        String credits = BILL.formatted("ai_credit");
        gitHub.on(
                        credits,
                        200,
                        report(
                                item("Copilot", "20.00", "1.50"),
                                item("copilot", "0.25", "0.25"),
                                item("Actions", "9", "9")))
                .on(credits + "&user=octocat", 200, report(item("Copilot", "15.234", "1.25")))
                .on(credits + "&user=hubot", 200, report());

        CostReport report = costs.read(admin, FROM, TO);

        assertThat(report.lines()).containsExactlyInAnyOrder(line("octocat", "1.25"), line(null, "0.50"));
        assertThat(report.total()).isEqualByComparingTo("1.75");
        assertThat(report.perKey()).isTrue();
        assertThat(report.complete()).isTrue();
    }

    @Test
    void aDayOnWhichNothingWasUsedAsksForNobody() {
        organisation();
        gitHub.on(BILL.formatted("ai_credit"), 200, report());

        assertThat(costs.read(admin, FROM, TO).lines()).isEmpty();
        assertThat(gitHub.calls()).noneMatch(call -> call.contains("user="));
    }

    @Test
    void beforeThereWereCreditsRequestsWereBilled() {
        organisation();
        gitHub.on(BILL.formatted("ai_credit"), 404, NOT_FOUND)
                .on(BILL.formatted("premium_request"), 200, report(item("Copilot", "0.04", "0.04")))
                .on(BILL.formatted("premium_request") + "&user=octocat", 200, report(item("Copilot", "0.04", "0.04")))
                .on(BILL.formatted("premium_request") + "&user=hubot", 200, report());

        assertThat(costs.read(admin, FROM, TO).lines()).containsExactly(line("octocat", "0.04"));
    }

    @Test
    void whoIsInNoOrganisationHasABillOfTheirOwn() {
        gitHub.on("GET /copilot_internal/user", 200, "{\"login\":\"octocat\"}")
                .on("GET /user/orgs?per_page=100", 200, "[]")
                .on("GET /user", 200, "{\"login\":\"octocat\"}")
                .on(
                        "GET /users/octocat/settings/billing/ai_credit/usage?year=2026&month=11&day=18",
                        200,
                        report(item("Copilot", "0.10", "0.10")));

        assertThat(costs.read(admin, FROM, TO).lines()).containsExactly(line("octocat", "0.10"));
    }

    @Test
    void todayIsNotOver() {
        organisation();
        gitHub.on(BILL.formatted("ai_credit").replace("day=18", "day=21"), 200, report());

        assertThat(costs.read(admin, Instant.parse("2026-11-21T00:00:00Z"), Clients.NOW)
                        .complete())
                .isFalse();
    }

    private void organisation() {
        gitHub.on("GET /copilot_internal/user", 200, "{\"organization_login_list\":[\"example\"]}")
                .on(
                        SEATS,
                        200,
                        "{\"seats\":[{\"assignee\":{\"login\":\"octocat\"}},{\"assignee\":{\"login\":\"hubot\"}}]}");
    }

    private static CostReport.Line line(@Nullable String user, String amount) {
        return new CostReport.Line(user, "Claude Opus 5", new BigDecimal(amount), "USD", "Copilot AI Credits");
    }

    private static String report(String... items) {
        return "{\"timePeriod\":{\"year\":2026,\"month\":11},\"organization\":\"example\",\"usageItems\":["
                + String.join(",", items) + "]}";
    }

    private static String item(String product, String gross, String net) {
        return """
                {"product":"%s","sku":"Copilot AI Credits","model":"Claude Opus 5","unitType":"ai-credits","pricePerUnit":0.01,
                 "grossQuantity":1523.4,"grossAmount":%s,"discountQuantity":0,"discountAmount":0,"netQuantity":1,"netAmount":%s}""".formatted(product, gross, net);
    }
}
