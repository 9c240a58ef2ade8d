package io.leasehold.collector.usage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.leasehold.collector.Accounts;
import io.leasehold.collector.Api;
import io.leasehold.collector.SimulatedProviders;
import io.leasehold.contracts.Topic;
import io.leasehold.contracts.event.UsageSampled;
import io.leasehold.test.Await;
import io.leasehold.test.Events;
import io.leasehold.test.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What providers say was used, against the simulators' own bill. */
@QuarkusTest
class UsagePollingTest {
    private static final Instant TODAY = Instant.now().truncatedTo(ChronoUnit.DAYS);
    private static final Instant YESTERDAY = TODAY.minus(Duration.ofDays(1));

    private final TestWorkspace workspace = TestWorkspace.fresh();
    private final Accounts accounts = new Accounts(workspace);
    private final SimulatedProviders sim = new SimulatedProviders();

    @AfterEach
    void stopSimulator() {
        sim.close();
    }

    @Test
    void anthropicsTokensComeByHourKeyAndModel() {
        SimulatedProviders.Key key = sim.key("anthropic", "inference");
        sim.charge(key, "claude-opus-5", YESTERDAY.plus(Duration.ofMinutes(70)), 3000, 100, false);
        sim.charge(key, "claude-opus-5", YESTERDAY.plus(Duration.ofMinutes(80)), 2000, 50, false);
        sim.charge(key, "claude-opus-5", YESTERDAY.plus(Duration.ofMinutes(200)), 1000, 10, false);

        UUID accountId = polled("anthropic");

        JsonPath history = history("usage");
        assertThat(history.getList("items.from"))
                .containsExactly(
                        YESTERDAY.plus(Duration.ofHours(1)).toString(),
                        YESTERDAY.plus(Duration.ofHours(3)).toString());
        assertThat(history.getList("items.samples.flatten().input")).containsExactly(5000, 1000);
        assertThat(history.getList("items.samples.flatten().output")).containsExactly(150, 10);
        assertThat(history.getList("items.samples.flatten().provider_key_id")).containsOnly(key.id());
        assertThat(history.getList("items.samples.flatten().requests")).containsOnlyNulls();
        Events.await(
                Topic.USAGE,
                2,
                event -> event.data() instanceof UsageSampled told
                        && told.accountId().equals(accountId)
                        && told.revision() == 1
                        && told.samples().size() == 1);
    }

    @Test
    void openAisTokensAndRequestsComeByHourAndKey() {
        SimulatedProviders.Key key = sim.key("openai", "inference");
        sim.charge(key, "gpt-6-sol", YESTERDAY.plus(Duration.ofHours(5)), 4000, 40, false);
        sim.charge(key, "gpt-6-sol", YESTERDAY.plus(Duration.ofHours(5)), 1000, 10, false);

        polled("openai");

        JsonPath history = history("usage");
        assertThat(history.getList("items.samples.flatten().input")).containsExactly(5000);
        assertThat(history.getList("items.samples.flatten().requests")).containsExactly(2);
        assertThat(history.getList("items.samples.flatten().kind")).containsExactly("completions");
    }

    @Test
    void openRouterTellsDaysThatAreOver() {
        SimulatedProviders.Key key = sim.key("openrouter", "inference");
        sim.charge(key, "openai/gpt-6-sol", YESTERDAY.plus(Duration.ofHours(5)), 4000, 40, false);
        sim.charge(key, "openai/gpt-6-sol", Instant.now(), 4000, 40, false);

        polled("openrouter");

        JsonPath history = history("usage");
        assertThat(history.getList("items.from")).containsExactly(YESTERDAY.toString());
        assertThat(history.getList("items.samples.flatten().provider_key_id")).containsExactly(key.id());
    }

    @Test
    void mistralsTokensComeByDayAndModel() {
        SimulatedProviders.Key key = sim.key("mistral", "inference");
        sim.charge(key, "mistral-large-2512", YESTERDAY.plus(Duration.ofHours(5)), 4000, 40, false);

        polled("mistral");

        JsonPath history = history("usage");
        assertThat(history.getList("items.samples.flatten().kind")).containsExactlyInAnyOrder("input", "output");
        assertThat(history.getList("items.samples.flatten().provider_key_id")).containsOnlyNulls();
    }

    @Test
    void azuresTokensComeByHourAndDeploymentAndItsListOfKeysIsKeptNowhere() {
        SimulatedProviders.Key key = sim.key("azure-openai", "inference");
        sim.charge(key, "gpt-4.1", YESTERDAY.plus(Duration.ofMinutes(70)), 3000, 100, false);
        sim.charge(key, "gpt-4.1", YESTERDAY.plus(Duration.ofMinutes(80)), 2000, 50, false);

        UUID accountId = polled("azure-openai");
        accounts.tellKey(accountId, "azure-openai", "key1-unheard");

        JsonPath history = history("usage");
        assertThat(history.getList("items.from"))
                .containsExactly(YESTERDAY.plus(Duration.ofHours(1)).toString());
        assertThat(history.getList("items.samples.flatten().input")).containsExactly(5000);
        assertThat(history.getList("items.samples.flatten().output")).containsExactly(150);
        assertThat(history.getList("items.samples.flatten().requests")).containsExactly(2);
        assertThat(history.getList("items.samples.flatten().model")).containsExactly("gpt-4.1");
        assertThat(history.getList("items.samples.flatten().provider_group_id")).containsExactly("chat-prod");
        Await.untilAsserted(() -> {
            accounts.refresh(accountId);
            assertThat(keysPart()).contains("None of the keys");
        });
        assertThat(rawPaths(accountId)).contains("metrics").doesNotContain("listKeys");
    }

    @Test
    void googlesRequestsComeByHourAndKey() {
        SimulatedProviders.Key key = sim.key("google", "inference");
        sim.charge(key, "gemini-2.5-flash", YESTERDAY.plus(Duration.ofMinutes(70)), 3000, 100, false);
        sim.charge(key, "gemini-2.5-flash", YESTERDAY.plus(Duration.ofMinutes(80)), 2000, 50, false);
        sim.charge(key, "gemini-2.5-flash", YESTERDAY.plus(Duration.ofMinutes(120)), 2000, 50, false);

        polled("google");

        JsonPath history = history("usage");
        assertThat(history.getList("items.from"))
                .containsExactly(
                        YESTERDAY.plus(Duration.ofHours(1)).toString(),
                        YESTERDAY.plus(Duration.ofHours(2)).toString());
        assertThat(history.getList("items.samples.flatten().requests")).containsExactly(2, 1);
        assertThat(history.getList("items.samples.flatten().provider_key_id")).containsOnly(key.id());
        assertThat(history.getList("items.samples.flatten().input")).containsOnlyNulls();
        assertThat(history.getList("items.samples.flatten().estimated_cost")).containsOnlyNulls();
        assertThat(Api.as(workspace, "viewer")
                        .get("/api/v1/usage/providers/google")
                        .then()
                        .extract()
                        .jsonPath()
                        .getList("cannot_tell.what"))
                .contains("usage_tokens", "cost")
                .doesNotContain("usage", "usage_requests");
    }

    private String keysPart() {
        return Api.as(workspace, "viewer")
                .get("/api/v1/usage/providers/azure-openai")
                .then()
                .statusCode(200)
                .extract()
                .path("accounts[0].parts.find { it.part == 'keys' }.error");
    }

    private String rawPaths(UUID accountId) {
        return Api.as(workspace, "operator")
                .queryParam("account_id", accountId)
                .get("/api/v1/usage/raw-responses")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.path")
                .toString();
    }

    @Test
    void readAgainNothingIsCountedTwiceAndACorrectionKeepsBoth() {
        SimulatedProviders.Key key = sim.key("anthropic", "inference");
        Instant hour = YESTERDAY.plus(Duration.ofHours(1));
        sim.charge(key, "claude-opus-5", hour, 3000, 100, false);
        UUID accountId = polled("anthropic");
        accounts.refresh(accountId);
        assertThat(history("usage").getList("items.samples.flatten().input")).containsExactly(3000);
        assertThat(revisions().getList("items")).isEmpty();

        sim.charge(key, "claude-opus-5", hour, 1000, 100, true);
        accounts.refresh(accountId);

        JsonPath now = history("usage");
        assertThat(now.getList("items.samples.flatten().input")).containsExactly(2000);
        assertThat(now.getList("items.revision")).containsExactly(2);
        JsonPath before = revisions();
        assertThat(before.getList("items.kind")).containsExactly("cost", "usage");
        assertThat(before.getList("items.revision")).containsExactly(1, 1);
        assertThat(before.getList("items.samples.flatten().input")).containsExactly(3000);
        assertThat(before.getList("items.replaced_at")).doesNotContainNull();
    }

    @Test
    void whatIsCorrectedFromNothingIsARevisionToo() {
        SimulatedProviders.Key key = sim.key("anthropic", "inference");
        UUID accountId = polled("anthropic");

        sim.charge(key, "claude-opus-5", YESTERDAY.plus(Duration.ofHours(1)), 3000, 100, false);
        accounts.refresh(accountId);

        assertThat(history("usage").getList("items.revision")).containsExactly(2);
        assertThat(revisions().getList("items.samples.flatten()")).isEmpty();
        assertThat(revisions().getList("items.kind")).containsExactly("cost", "usage");
    }

    @Test
    void minutesAreReadWhereTheyAreWanted() {
        SimulatedProviders.Key key = sim.key("anthropic", "inference");
        Instant minute = YESTERDAY.plus(Duration.ofMinutes(75));
        sim.charge(key, "claude-opus-5", minute, 3000, 100, false);
        Api.as(workspace, "admin")
                .contentType("application/json")
                .body("{\"bucket\":\"minute\"}")
                .put("/api/v1/usage/providers/anthropic/plan")
                .then()
                .statusCode(200);

        polled("anthropic");

        assertThat(history("usage").getList("items.from")).containsExactly(minute.toString());
    }

    @Test
    void theBillAndTheUsageOfAnAccountAreInOneHistoryPageByPage() {
        SimulatedProviders.Key key = sim.key("anthropic", "inference");
        sim.charge(key, "claude-opus-5", YESTERDAY.plus(Duration.ofHours(2)), 3000, 100, false);
        polled("anthropic");

        JsonNode bill = sim.ledger().get(0);
        JsonPath first = history(null, 1, null);
        JsonPath second = history(null, 1, first.getString("next_cursor"));

        assertThat(first.getString("items[0].kind")).isEqualTo("cost");
        assertThat(new BigDecimal(first.getString("items[0].costs[0].amount")))
                .isEqualByComparingTo(bill.get("cost").asText());
        assertThat(second.getString("items[0].kind")).isEqualTo("usage");
        assertThat(second.getInt("items[0].samples[0].input"))
                .isEqualTo(bill.at("/tokens/input").asInt());
    }

    private UUID polled(String provider) {
        String kind = provider.equals("openrouter") ? "management" : "admin";
        String admin = sim.key(provider, kind).secret();
        return accounts.polled(
                provider,
                switch (provider) {
                    case "anthropic" -> sim.anthropic();
                    case "openai" -> sim.openAi();
                    case "openrouter" -> sim.openRouter();
                    case "azure-openai" -> sim.azure();
                    case "google" -> sim.google();
                    default -> sim.mistral();
                },
                admin);
    }

    private JsonPath history(String kind) {
        return history(kind, 100, null);
    }

    private JsonPath history(String kind, int limit, String cursor) {
        return get("/api/v1/usage/history", kind, limit, cursor);
    }

    private JsonPath revisions() {
        return get("/api/v1/usage/history/revisions", null, 100, null);
    }

    private JsonPath get(String path, String kind, int limit, String cursor) {
        var call = Api.as(workspace, "viewer")
                .queryParam("from", YESTERDAY.toString())
                .queryParam("to", TODAY.toString())
                .queryParam("limit", limit);
        if (kind != null) {
            call.queryParam("kind", kind);
        }
        if (cursor != null) {
            call.queryParam("cursor", cursor);
        }
        return call.get(path).then().statusCode(200).extract().jsonPath();
    }
}
