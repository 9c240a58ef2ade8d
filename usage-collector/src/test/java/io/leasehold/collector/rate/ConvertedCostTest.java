package io.leasehold.collector.rate;

import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.WEDNESDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.leasehold.collector.Accounts;
import io.leasehold.collector.Api;
import io.leasehold.collector.SimulatedProviders;
import io.leasehold.contracts.Topic;
import io.leasehold.contracts.event.CostReported;
import io.leasehold.kit.database.Database;
import io.leasehold.sim.ecb.ReferenceRates;
import io.leasehold.test.Events;
import io.leasehold.test.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Bills in other currencies, all the way from the provider. */
@QuarkusTest
class ConvertedCostTest {
    private static final LocalDate TODAY = LocalDate.ofInstant(Instant.now(), ZoneOffset.UTC);

    private final TestWorkspace workspace = TestWorkspace.fresh();
    private final Accounts accounts = new Accounts(workspace);
    private final SimulatedProviders sim = new SimulatedProviders();

    @Inject
    Database database;

    @Inject
    RateFetcher fetcher;

    @AfterEach
    void stopSimulator() {
        sim.close();
    }

    @Test
    void aDayInEurosHasItsRateBesideIt() {
        LocalDate day = TODAY.with(TemporalAdjusters.previous(WEDNESDAY));
        UUID account = billed("EUR", day);

        BigDecimal rate = ReferenceRates.perEuro(day).get("USD");
        JsonPath cost = cost(day);
        assertThat(cost.getString("currency")).isEqualTo("EUR");
        assertThat(cost.getString("rate")).isEqualTo(rate.toPlainString());
        assertThat(cost.getString("rate_date")).isEqualTo(day.toString());
        assertThat(cost.getString("rate_source")).isEqualTo("ecb");
        assertThat(number(cost, "amount")).isPositive();
        assertThat(number(cost, "usd"))
                .isEqualByComparingTo(number(cost, "amount").multiply(rate));
        Events.await(
                Topic.USAGE,
                1,
                event -> event.data() instanceof CostReported report
                        && report.accountId().equals(account)
                        && report.from().equals(startOf(day))
                        && isConvertedBy(report.lines(), rate, day));
        history(day)
                .then()
                .body("items.costs[0][0].currency", equalTo("EUR"))
                .body("items.costs[0][0].rate", equalTo(rate.toPlainString()))
                .body("items.costs[0][0].rate_date", equalTo(day.toString()));
    }

    private static boolean isConvertedBy(List<CostReported.Line> lines, BigDecimal rate, LocalDate day) {
        return !lines.isEmpty()
                && lines.stream().allMatch(line -> {
                    CostReported.Conversion converted = line.converted();
                    return converted != null
                            && converted.usd().compareTo(line.amount().multiply(rate)) == 0
                            && converted.rate().compareTo(rate) == 0
                            && converted.rateDate().equals(day)
                            && converted.rateSource().equals("ecb");
                });
    }

    @Test
    void aSaturdayHasTheRateOfTheDayBefore() {
        LocalDate saturday = TODAY.with(TemporalAdjusters.previous(SATURDAY));
        billed("EUR", saturday);

        assertThat(cost(saturday).getString("rate_date"))
                .isEqualTo(saturday.minusDays(1).toString());
    }

    @Test
    void whatWasChargedThisMonthIsToldInDollarsToo() {
        billed("EUR", TODAY);

        JsonPath cost = cost(TODAY);
        String usd = cost.getString("usd");
        assertThat(usd).isNotNull().isNotEqualTo(cost.getString("amount"));
        Api.as(workspace, "viewer")
                .get("/api/v1/usage/providers/mistral")
                .then()
                .body("accounts[0].spend[0].currency", equalTo("EUR"))
                .body("accounts[0].spend[0].month", equalTo(cost.getString("amount")))
                .body("accounts[0].spend[0].today_usd", equalTo(usd))
                .body("accounts[0].spend[0].month_usd", equalTo(usd));
    }

    @Test
    void aCurrencyWithoutARateIsUnknownInDollars() {
        forgetRatesOf("XPF");
        billed("XPF", TODAY);

        JsonPath cost = cost(TODAY);
        assertThat(cost.getString("currency")).isEqualTo("XPF");
        assertThat(number(cost, "amount")).isPositive();
        assertThat(cost.getString("usd")).isNull();
        assertThat(cost.getString("rate")).isNull();
        assertThat(cost.getString("rate_date")).isNull();
        assertThat(cost.getString("rate_source")).isNull();
        Api.as(workspace, "viewer")
                .get("/api/v1/usage/providers/mistral")
                .then()
                .body("accounts[0].spend[0].today_usd", nullValue())
                .body("accounts[0].spend[0].month_usd", nullValue());
    }

    /** Also of a day that was final; and then it is left alone again. */
    @Test
    void aRateThatBecomesKnownLaterIsCaughtUpWith() {
        forgetRatesOf("XAF");
        LocalDate day = TODAY.minusDays(5);
        UUID account = billed("XAF", day);
        assertThat(cost(day).getString("usd")).isNull();

        put("XAF", day.minusDays(2), "0.0016");
        accounts.refresh(account);
        assertThat(cost(day).getString("rate")).isEqualTo("0.0016");
        assertThat(cost(day).getString("rate_date")).isEqualTo(day.minusDays(2).toString());

        put("XAF", day, "0.0017");
        accounts.refresh(account);
        assertThat(cost(day).getString("rate")).isEqualTo("0.0017");
        Instant read = readAt(account, day);
        accounts.refresh(account);
        assertThat(readAt(account, day)).isEqualTo(read);
    }

    @Test
    void aRateThatTheOperatorHasFixedIsTheDaysOwn() {
        LocalDate day = TODAY.minusDays(3);
        billed("XTS", day);

        JsonPath cost = cost(day);
        assertThat(cost.getString("rate")).isEqualTo("0.25");
        assertThat(cost.getString("rate_date")).isEqualTo(day.toString());
        assertThat(cost.getString("rate_source")).isEqualTo("fixed");
    }

    private UUID billed(String currency, LocalDate day) {
        sim.billMistralIn(currency);
        sim.chargeMistral(startOf(day), 1_000_000);
        fetcher.fetch();
        return accounts.polled(
                "mistral", sim.mistral(), sim.key("mistral", "admin").secret());
    }

    private void forgetRatesOf(String currency) {
        database.useSystem(handle -> handle.execute("delete from exchange_rate where currency = ?", currency));
    }

    private void put(String currency, LocalDate day, String usd) {
        database.useSystem(
                handle -> RateStore.put(handle, List.of(new ExchangeRate(currency, day, new BigDecimal(usd), "test"))));
    }

    private Instant readAt(UUID account, LocalDate day) {
        return database.asSystem(
                handle -> handle.createQuery("select read_at from cost_report where account_id = ? and from_at = ?")
                        .bind(0, account)
                        .bind(1, startOf(day))
                        .mapTo(Instant.class)
                        .one());
    }

    private JsonPath cost(LocalDate day) {
        JsonPath costs = Api.as(workspace, "viewer")
                .queryParam("from", startOf(day).toString())
                .queryParam("to", startOf(day).plusSeconds(1).toString())
                .get("/api/v1/costs/provider")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(costs.getList("items")).hasSize(1);
        costs.setRootPath("items[0]");
        return costs;
    }

    private Response history(LocalDate day) {
        return Api.as(workspace, "viewer")
                .queryParam("kind", "cost")
                .queryParam("from", startOf(day).toString())
                .queryParam("to", startOf(day).plusSeconds(1).toString())
                .get("/api/v1/usage/history");
    }

    private static BigDecimal number(JsonPath cost, String field) {
        return new BigDecimal(cost.getString(field));
    }

    private static Instant startOf(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
