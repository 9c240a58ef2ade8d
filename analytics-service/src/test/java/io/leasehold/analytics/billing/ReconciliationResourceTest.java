package io.leasehold.analytics.billing;

import static io.leasehold.analytics.RequestFixture.aRequest;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.leasehold.analytics.Api;
import io.leasehold.analytics.Ingest;
import io.leasehold.contracts.Tokens;
import io.leasehold.contracts.event.AccountView;
import io.leasehold.contracts.event.CostReported;
import io.leasehold.contracts.event.EventType;
import io.leasehold.contracts.event.ProviderStatus;
import io.leasehold.contracts.event.UsageReported;
import io.leasehold.kit.id.Ids;
import io.leasehold.test.Await;
import io.leasehold.test.Events;
import io.leasehold.test.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ReconciliationResourceTest {
    private static final Instant TODAY = Instant.now().truncatedTo(ChronoUnit.DAYS);
    private static final Instant YESTERDAY = TODAY.minus(Duration.ofDays(1));

    private final TestWorkspace workspace = TestWorkspace.fresh();
    private final UUID account = Ids.next();

    /** Not an active one: a collector that is tested beside this would tell how its provider answers. */
    @BeforeEach
    void addAccount() {
        Events.publish(
                EventType.ACCOUNT_CHANGED,
                new AccountView(
                        account,
                        workspace.id(),
                        "anthropic",
                        "main",
                        null,
                        "disabled",
                        List.of("cost"),
                        1,
                        1,
                        Instant.now()));
    }

    @Test
    void theGatewaysCostIsSetAgainstTheProvidersForTheSameTime() {
        Ingest.requests(
                workspace,
                List.of(
                        aRequest(workspace.id())
                                .key(account, Ids.next())
                                .at(YESTERDAY)
                                .cost("1.000000001")
                                .build(),
                        aRequest(workspace.id())
                                .key(account, Ids.next())
                                .at(TODAY.minusSeconds(1))
                                .cost("2")
                                .build(),
                        // Before anything was reported.
                        aRequest(workspace.id())
                                .key(account, Ids.next())
                                .at(YESTERDAY.minusSeconds(1))
                                .cost("40")
                                .build(),
                        aRequest(workspace.id()).at(YESTERDAY).cost("500").build()));

        report(YESTERDAY, TODAY, true, TODAY.plusSeconds(60), "3.5");

        Await.untilAsserted(() -> reconcile(YESTERDAY, TODAY)
                .statusCode(200)
                .body("items.account_name", contains("main"))
                .body("items.gateway_cost", contains("3.000000001"))
                .body("items.provider_cost", contains("3.5"))
                .body("items.drift", contains("-0.499999999"))
                .body("items.coverage", contains("0.8571"))
                .body("items.complete", contains(true)));
    }

    @Test
    void whatNodesTellOfThemselvesCountsAndIsNoCoverage() {
        UUID key = Ids.next();
        Ingest.requests(
                workspace,
                List.of(aRequest(workspace.id())
                        .key(account, key)
                        .at(YESTERDAY)
                        .cost("3")
                        .build()));
        Events.publish(EventType.USAGE_REPORTED, reported(key, YESTERDAY, new BigDecimal("0.5")));
        Events.publish(EventType.USAGE_REPORTED, reported(key, TODAY.minusSeconds(1), null));

        report(YESTERDAY, TODAY, true, TODAY.plusSeconds(60), "3.5");

        Await.untilAsserted(() -> Api.asViewer(workspace)
                .queryParams(Map.of("from", YESTERDAY.toString(), "to", TODAY.toString()))
                .get("/api/v1/stats/overview")
                .then()
                .statusCode(200)
                .body("requests", equalTo(3))
                .body("cost", equalTo("3.5"))
                .body("provenance", equalTo("node"))
                .body("unknown_cost_requests", equalTo(1)));
        Await.untilAsserted(() -> reconcile(YESTERDAY, TODAY)
                .statusCode(200)
                .body("items.gateway_cost", contains("3"))
                .body("items.unknown_cost_requests", contains(0))
                .body("items.drift", contains("-0.5"))
                .body("items.coverage", contains("0.8571")));
        Api.asViewer(workspace)
                .get("/api/v1/requests")
                .then()
                .body("items.usage_source", containsInAnyOrder("reported", "node", "node"));
    }

    private UsageReported reported(UUID key, Instant at, @Nullable BigDecimal cost) {
        return new UsageReported(
                Ids.next(),
                workspace.id(),
                Ids.next(),
                Ids.next(),
                key,
                account,
                "anthropic",
                "claude-opus-5",
                "claude-opus-5",
                null,
                null,
                null,
                null,
                "chat",
                false,
                at,
                at.plusSeconds(1),
                200,
                null,
                Tokens.text(100, 20),
                cost,
                cost == null ? "The price book has no price for this model." : null,
                null,
                null,
                Instant.now(),
                null);
    }

    @Test
    void aLaterReportOfTheSameIntervalTakesThePlaceOfTheEarlier() {
        report(YESTERDAY, TODAY, false, TODAY.minusSeconds(60), "1", "2");
        report(YESTERDAY, TODAY, true, TODAY.plusSeconds(60), "2.5");
        report(YESTERDAY, TODAY, false, TODAY.minusSeconds(30), "9");

        Await.untilAsserted(() -> reconcile(YESTERDAY, TODAY)
                .body("items.provider_cost", contains("2.5"))
                .body("items.complete", contains(true)));
    }

    @Test
    void anOpenIntervalIsComparedAsFarAsTheProviderWent() {
        Instant asOf = YESTERDAY.plus(Duration.ofMinutes(97));
        Ingest.requests(
                workspace,
                List.of(
                        aRequest(workspace.id())
                                .key(account, Ids.next())
                                .at(YESTERDAY)
                                .cost("1")
                                .build(),
                        aRequest(workspace.id())
                                .key(account, Ids.next())
                                .at(asOf.minusSeconds(1))
                                .cost("2")
                                .build(),
                        aRequest(workspace.id())
                                .key(account, Ids.next())
                                .at(asOf)
                                .cost("4")
                                .build()));

        report(YESTERDAY, TODAY, false, asOf, "3");

        Await.untilAsserted(() -> reconcile(YESTERDAY, TODAY)
                .body("items.gateway_cost", contains("3"))
                .body("items.drift", contains("0"))
                .body("items.to", contains(asOf.toString()))
                .body("items.complete", contains(false)));
    }

    @Test
    void aDayThatTheProvidersFiguresHaveNotReachedYetCountsNothing() {
        Instant asOf = TODAY.minus(Duration.ofMinutes(10));
        Ingest.requests(
                workspace,
                List.of(
                        aRequest(workspace.id())
                                .key(account, Ids.next())
                                .at(asOf.minusSeconds(60))
                                .cost("1")
                                .build(),
                        aRequest(workspace.id())
                                .key(account, Ids.next())
                                .at(TODAY)
                                .cost("2")
                                .build()));

        report(YESTERDAY, TODAY, false, asOf, "1");
        report(TODAY, TODAY.plus(Duration.ofDays(1)), false, asOf);

        Await.untilAsserted(() -> reconcile(YESTERDAY, TODAY.plusSeconds(1))
                .body("items.provider_cost", contains("1"))
                .body("items.to", contains(TODAY.toString()))
                .body("items.gateway_cost", contains("1"))
                .body("items.drift", contains("0")));
    }

    @Test
    void chargesOfLessThanANanoDollarAddUpBeforeTheyAreRounded() {
        report(
                YESTERDAY,
                TODAY,
                true,
                TODAY.plusSeconds(60),
                Collections.nCopies(10, "0.0000000004").toArray(String[]::new));

        Await.untilAsserted(() -> reconcile(YESTERDAY, TODAY).body("items.provider_cost", contains("0.000000004")));
    }

    @Test
    void aReportWithoutItsLinesIsPutAsideAndTheNextOneCounts() {
        Events.publish(
                EventType.COST_REPORTED,
                new CostReported(account, workspace.id(), "anthropic", YESTERDAY, TODAY, null, true, TODAY));
        report(YESTERDAY, TODAY, true, TODAY.plusSeconds(60), "3.5");

        Await.untilAsserted(() -> reconcile(YESTERDAY, TODAY).body("items.provider_cost", contains("3.5")));
    }

    @Test
    void withoutAReportThereIsNoDrift() {
        Events.publish(
                EventType.PROVIDER_STATUS_CHANGED,
                new ProviderStatus(
                        account,
                        workspace.id(),
                        "anthropic",
                        "missing_key",
                        "Add an admin credential.",
                        null,
                        null,
                        Instant.now()));

        Await.untilAsserted(() -> reconcile(YESTERDAY, TODAY)
                .body("items[0].provider_cost", nullValue())
                .body("items[0].drift", nullValue())
                .body("items[0].coverage", nullValue())
                .body("items[0].provider_status", equalTo("missing_key"))
                .body("items[0].provider_message", equalTo("Add an admin credential.")));
    }

    @Test
    void aBillInEurosIsComparedAtTheRatesOfItsDays() {
        Ingest.requests(
                workspace,
                List.of(aRequest(workspace.id())
                        .key(account, Ids.next())
                        .at(YESTERDAY)
                        .cost("5")
                        .build()));
        Instant dayBefore = YESTERDAY.minus(Duration.ofDays(1));

        tell(dayBefore, YESTERDAY, euros("2", "1.0823", "2026-11-20"), euros("0.5", "1.0823", "2026-11-20"));
        tell(YESTERDAY, TODAY, euros("2", "1.0841", "2026-11-23"), dollars("0.25"));

        // 2.5 x 1.0823 + 2 x 1.0841 + 0.25
        Await.untilAsserted(() -> reconcile(dayBefore, TODAY)
                .body("items.provider_cost", contains("5.12395"))
                .body("items.drift", contains("-0.12395"))
                .body("items.other_currencies.flatten()", hasSize(0))
                .body("items[0].converted.currency", contains("EUR"))
                .body("items[0].converted.amount", contains("4.5"))
                .body("items[0].converted.usd", contains("4.87395"))
                .body("items[0].converted.lowest_rate", contains("1.0823"))
                .body("items[0].converted.highest_rate", contains("1.0841"))
                .body("items[0].converted.first_rate_date", contains("2026-11-20"))
                .body("items[0].converted.last_rate_date", contains("2026-11-23"))
                .body("items[0].converted.rate_sources", contains(List.of("ecb"))));
    }

    @Test
    void aBillOfWhichOneDayHasNoRateIsNotCompared() {
        Instant dayBefore = YESTERDAY.minus(Duration.ofDays(1));

        tell(dayBefore, YESTERDAY, euros("2", "1.0823", "2026-11-20"));
        tell(YESTERDAY, TODAY, new CostReported.Line(null, null, null, BigDecimal.ONE, "EUR", null));

        Await.untilAsserted(() -> reconcile(dayBefore, TODAY)
                .body("items.provider_cost", contains(nullValue()))
                .body("items.drift", contains(nullValue()))
                .body("items.other_currencies", contains(List.of("EUR"))));
        reconcile(dayBefore, YESTERDAY).body("items.provider_cost", contains("2.1646"));
    }

    private static CostReported.Line dollars(String amount) {
        return new CostReported.Line(null, null, null, new BigDecimal(amount), "USD", null);
    }

    private static CostReported.Line euros(String amount, String rate, String day) {
        BigDecimal euros = new BigDecimal(amount);
        BigDecimal each = new BigDecimal(rate);
        return new CostReported.Line(
                null,
                null,
                "mistral-large-2512",
                euros,
                "EUR",
                null,
                new CostReported.Conversion(euros.multiply(each), each, LocalDate.parse(day), "ecb"));
    }

    private void tell(Instant from, Instant to, CostReported.Line... lines) {
        Events.publish(
                EventType.COST_REPORTED,
                new CostReported(
                        account, workspace.id(), "anthropic", from, to, List.of(lines), true, TODAY.plusSeconds(60)));
    }

    private void report(Instant from, Instant to, boolean complete, Instant asOf, String... amounts) {
        List<CostReported.Line> lines = Arrays.stream(amounts)
                .map(amount -> new CostReported.Line(
                        null, "apikey_1", "claude-opus-5", new BigDecimal(amount), "USD", "Input Tokens"))
                .toList();
        Events.publish(
                EventType.COST_REPORTED,
                new CostReported(account, workspace.id(), "anthropic", from, to, lines, complete, asOf));
    }

    private ValidatableResponse reconcile(Instant from, Instant to) {
        return Api.asViewer(workspace)
                .queryParams(Map.of("from", from.toString(), "to", to.toString()))
                .get("/api/v1/costs/reconciliation")
                .then();
    }
}
