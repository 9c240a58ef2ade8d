package io.leasehold.collector.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.leasehold.collector.Accounts;
import io.leasehold.collector.Api;
import io.leasehold.collector.FakeKeyService;
import io.leasehold.collector.SimulatedProviders;
import io.leasehold.contracts.Topic;
import io.leasehold.contracts.event.QuotaObserved;
import io.leasehold.kit.id.Ids;
import io.leasehold.test.Await;
import io.leasehold.test.Events;
import io.leasehold.test.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is known of providers, what is asked of them, and what they answered. */
@QuarkusTest
class ProviderUsageTest {
    private final TestWorkspace workspace = TestWorkspace.fresh();
    private final Accounts accounts = new Accounts(workspace);
    private final SimulatedProviders sim = new SimulatedProviders();

    @AfterEach
    void stopSimulator() {
        sim.close();
    }

    @Test
    void aProvidersSpendUsageAndWhatItCannotTellAreShownTogether() {
        SimulatedProviders.Key key = sim.key("anthropic", "inference");
        sim.message(key, "How are you?");
        UUID accountId = polledAnthropic();

        JsonPath anthropic = provider("anthropic");

        assertThat(anthropic.getString("accounts[0].account.account_id")).isEqualTo(accountId.toString());
        assertThat(new BigDecimal(anthropic.getString("accounts[0].spend[0].today")))
                .isEqualByComparingTo(sim.bill(key));
        assertThat(anthropic.getList("accounts[0].parts.part")).containsExactly("cost", "usage", "keys");
        assertThat(anthropic.getList("accounts[0].parts.status")).containsOnly("ok");
        assertThat(anthropic.getInt("accounts[0].usage.input")).isPositive();
        assertThat(anthropic.getInt("accounts[0].last_poll.calls")).isPositive();
        assertThat(anthropic.getInt("accounts[0].last_poll.bytes")).isPositive();
        assertThat(anthropic.getList("cannot_tell.what")).containsExactly("quota", "usage_requests");
        assertThat(anthropic.getString("as_of")).isNotNull();
        assertThat(anthropic.getBoolean("stale")).isFalse();
    }

    @Test
    void allProvidersAreListedWithAccountsOrWithout() {
        List<String> providers = Api.as(workspace, "viewer")
                .get("/api/v1/usage/providers")
                .then()
                .statusCode(200)
                .extract()
                .path("items.provider");

        assertThat(providers)
                .contains("anthropic", "azure-openai", "cohere", "google", "mistral", "openai", "openrouter");
        Api.as(workspace, "viewer").get("/api/v1/usage/providers/nobody").then().statusCode(404);
    }

    @Test
    void anOutageIsTheProvidersErrorAndARefreshOfAllEndsIt() {
        polledAnthropic();
        sim.breakAdminApi();
        refresh("/api/v1/usage/providers/anthropic/refresh");
        JsonPath broken = provider("anthropic");
        assertThat(broken.getString("error")).contains("tried again by itself");
        assertThat(broken.getBoolean("stale")).isTrue();
        assertThat(broken.getString("accounts[0].parts[0].as_of")).isNotNull();

        sim.mend();
        refresh("/api/v1/usage/providers/refresh");

        assertThat(provider("anthropic").getString("error")).isNull();
    }

    @Test
    void allAccountsAreAskedAtTheSameTime() {
        for (int account = 0; account < 6; account++) {
            SimulatedProviders.Key admin = sim.key("anthropic", "admin");
            accounts.polled("anthropic", sim.anthropic(), admin.secret());
            sim.slowDown(admin, Duration.ofMillis(300));
        }

        long began = System.nanoTime();
        refresh("/api/v1/usage/providers/refresh");
        long together = Duration.ofNanos(System.nanoTime() - began).toMillis();

        List<Integer> each = provider("anthropic").getList("accounts.last_poll.took_ms");
        assertThat(each).hasSize(6).allMatch(took -> took >= 300);
        assertThat(together).isLessThan(each.stream().mapToLong(took -> took).sum() / 2);
    }

    @Test
    void whatIsAddedUpIsAsOldAsTheLastPoll() {
        SimulatedProviders.Key key = sim.key("anthropic", "inference");
        sim.message(key, "How are you?");
        polledAnthropic();
        BigDecimal before = spentToday();
        sim.message(key, "And now?");
        assertThat(spentToday()).isEqualByComparingTo(before);

        refresh("/api/v1/usage/providers/anthropic/refresh");

        assertThat(spentToday()).isGreaterThan(before).isEqualByComparingTo(sim.bill(key));
    }

    @Test
    void creditsAreAQuotaOfTheAccount() {
        UUID accountId = accounts.polled(
                "openrouter",
                sim.openRouter(),
                sim.key("openrouter", "management").secret());

        JsonPath openRouter = provider("openrouter");

        assertThat(openRouter.getString("accounts[0].quotas[0].name")).isEqualTo("credits");
        assertThat(openRouter.getString("accounts[0].quotas[0].unit")).isEqualTo("USD");
        Events.await(
                Topic.USAGE,
                1,
                event -> event.data() instanceof QuotaObserved told
                        && told.accountId().equals(accountId)
                        && told.keyId() == null);
    }

    @Test
    void aCopilotUsersQuotaIsReadWithTheUsersToken() {
        sim.useCopilot("simulated", "12.5");
        SimulatedProviders.Key user = sim.key("github-copilot", "inference");
        UUID accountId = accounts.polled(
                "github-copilot",
                sim.gitHub(),
                sim.key("github-copilot", "admin").secret());
        UUID keyId = Ids.next();
        FakeKeyService.putKey(workspace.id(), keyId, 1, user.secret());
        accounts.tellKey(keyId, accountId, "github-copilot", "simulated");

        Await.untilAsserted(() -> {
            accounts.refresh(accountId);
            assertThat(provider("github-copilot").getList("accounts[0].quotas.key_id"))
                    .contains(keyId.toString());
        });
    }

    @Test
    void aPlanSaysWhatIsPolledAndHowOften() {
        UUID accountId = polledAnthropic();

        put("/api/v1/usage/providers/anthropic/plan", "{\"interval\":\"PT30M\",\"backfill_days\":90}")
                .statusCode(200)
                .body("in_force.interval", equalTo("PT30M"));
        put("/api/v1/usage/accounts/" + accountId + "/plan", "{\"parts\":[\"cost\"]}")
                .statusCode(200)
                .body("chosen.interval", equalTo(null))
                .body("in_force.interval", equalTo("PT30M"))
                .body("in_force.backfill_days", equalTo(90))
                .body("in_force.parts", equalTo(List.of("cost")));

        Api.as(workspace, "viewer")
                .get("/api/v1/usage/accounts/" + accountId + "/plan")
                .then()
                .statusCode(200)
                .body("chosen.parts", equalTo(List.of("cost")))
                .body("in_force.bucket", equalTo("hour"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"interval\":\"PT1S\"}|interval",
                "{\"interval\":\"often\"}|interval",
                "{\"backfill_days\":91}|backfill_days",
                "{\"bucket\":\"second\"}|bucket"
            })
    void aPlanThatCannotBeIsRefusedWithTheReason(String plan, String field) {
        put("/api/v1/usage/providers/anthropic/plan", plan).statusCode(400).body("detail", containsString(field));
    }

    @Test
    void answersAreKeptWithoutTheCredential() {
        SimulatedProviders.Key admin = sim.key("anthropic", "admin");
        UUID accountId = accounts.polled("anthropic", sim.anthropic(), admin.secret());

        JsonPath list = Api.as(workspace, "operator")
                .queryParam("account_id", accountId)
                .get("/api/v1/usage/raw-responses")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();

        assertThat(list.getList("items.path").toString()).contains("/v1/organizations/analytics/cost");
        assertThat(list.getList("items.status")).containsOnly(200);
        String one = Api.as(workspace, "operator")
                .get("/api/v1/usage/raw-responses/" + list.getString("items[0].id"))
                .then()
                .statusCode(200)
                .body("body", containsString("data"))
                .extract()
                .asString();
        assertThat(one).doesNotContain(admin.secret());
        Api.as(workspace, "viewer").get("/api/v1/usage/raw-responses").then().statusCode(403);
    }

    private UUID polledAnthropic() {
        return accounts.polled(
                "anthropic", sim.anthropic(), sim.key("anthropic", "admin").secret());
    }

    private BigDecimal spentToday() {
        return new BigDecimal(provider("anthropic").getString("accounts[0].spend[0].today"));
    }

    private JsonPath provider(String id) {
        return Api.as(workspace, "viewer")
                .get("/api/v1/usage/providers/" + id)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private void refresh(String path) {
        Api.as(workspace, "operator").post(path).then().statusCode(200);
    }

    private ValidatableResponse put(String path, String body) {
        return Api.as(workspace, "admin")
                .contentType("application/json")
                .body(body)
                .put(path)
                .then();
    }
}
