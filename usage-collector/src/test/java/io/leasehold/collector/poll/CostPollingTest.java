package io.leasehold.collector.poll;

import static org.assertj.core.api.Assertions.assertThat;

import io.leasehold.collector.Accounts;
import io.leasehold.collector.Api;
import io.leasehold.collector.FakeKeyService;
import io.leasehold.collector.SimulatedProviders;
import io.leasehold.contracts.Topic;
import io.leasehold.contracts.event.CostReported;
import io.leasehold.contracts.event.ProviderStatus;
import io.leasehold.kit.database.Database;
import io.leasehold.kit.event.ReceivedEvent;
import io.leasehold.kit.id.Ids;
import io.leasehold.test.Await;
import io.leasehold.test.Events;
import io.leasehold.test.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CostPollingTest {
    private static final Instant TODAY = Instant.now().truncatedTo(ChronoUnit.DAYS);

    private final TestWorkspace workspace = TestWorkspace.fresh();
    private final Accounts accounts = new Accounts(workspace);
    private final SimulatedProviders sim = new SimulatedProviders();

    @Inject
    Database database;

    @AfterEach
    void stopSimulator() {
        sim.close();
    }

    @Test
    void anthropicsCostIsTheBillToTheNanoDollarKeyByKey() {
        SimulatedProviders.Key one = sim.key("anthropic", "inference");
        SimulatedProviders.Key other = sim.key("anthropic", "inference");
        sim.message(one, "How are you?");
        sim.message(one, "And what is the weather like today?");
        sim.message(other, "A poem, please.");

        UUID accountId = polledAnthropic();

        JsonPath costs = costs();
        assertThat(amountsOf(costs, one)).isEqualByComparingTo(sim.bill(one));
        assertThat(amountsOf(costs, other)).isEqualByComparingTo(sim.bill(other));
        assertThat(new BigDecimal(costs.getString("items.find { it.account_id == '" + accountId + "' }.amount")))
                .isEqualByComparingTo(sim.bill(one).add(sim.bill(other)));
    }

    @Test
    void openAisCostIsTheBillKeyByKey() {
        SimulatedProviders.Key one = sim.key("openai", "inference");
        SimulatedProviders.Key other = sim.key("openai", "inference");
        sim.openAiChat(one, "How are you?");
        sim.openAiChat(one, "And what is the weather like today?");
        sim.openAiChat(other, "A poem, please.");

        accounts.polled("openai", sim.openAi(), sim.key("openai", "admin").secret());

        assertThat(amountsOf(costs(), one)).isEqualByComparingTo(sim.bill(one));
        assertThat(amountsOf(costs(), other)).isEqualByComparingTo(sim.bill(other));
    }

    @Test
    void openRoutersCostIsTheBillOfTodayAndOfYesterday() {
        SimulatedProviders.Key key = sim.key("openrouter", "inference");
        sim.shiftClock(Duration.ofDays(-1));
        sim.chat(key, "What was it yesterday?");
        BigDecimal yesterday = sim.bill(key);
        sim.shiftClock(Duration.ZERO);
        sim.chat(key, "And what is it today, all in all?");

        accounts.polled(
                "openrouter",
                sim.openRouter(),
                sim.key("openrouter", "management").secret());

        assertThat(amountsOf(costs(TODAY, TODAY.plusSeconds(1)), key))
                .isEqualByComparingTo(sim.bill(key).subtract(yesterday));
        assertThat(amountsOf(costs(TODAY.minusSeconds(1), TODAY), key)).isEqualByComparingTo(yesterday);
    }

    @Test
    void aDayThatIsReadAgainIsReplacedAndNotAdded() {
        SimulatedProviders.Key key = sim.key("anthropic", "inference");
        sim.message(key, "One.");
        UUID accountId = polledAnthropic();

        sim.message(key, "Two.");
        accounts.refresh(accountId);
        accounts.refresh(accountId);

        assertThat(amountsOf(costs(), key)).isEqualByComparingTo(sim.bill(key));
    }

    @Test
    void completedDaysAreFinalAndTodayIsNot() {
        SimulatedProviders.Key key = sim.key("anthropic", "inference");
        sim.shiftClock(Duration.ofDays(-3));
        sim.message(key, "Three days ago.");
        sim.shiftClock(Duration.ZERO);

        polledAnthropic();

        JsonPath costs = costs(TODAY.minus(Duration.ofDays(3)), TODAY.plusSeconds(1));
        assertThat(costs.getList("items.complete")).containsExactly(true, true, true, false);
        assertThat(amountsOf(costs, key)).isEqualByComparingTo(sim.bill(key));
    }

    @Test
    void aChargeThatComesAfterTheDayWasCalledFinalIsReadToo() {
        SimulatedProviders.Key key = sim.key("anthropic", "inference");
        sim.shiftClock(Duration.ofDays(-1));
        sim.message(key, "In time.");
        sim.shiftClock(Duration.ZERO);
        UUID accountId = polledAnthropic();
        JsonPath before = costs(TODAY.minusSeconds(1), TODAY);
        assertThat(before.getList("items.complete")).containsExactly(true);
        assertThat(amountsOf(before, key)).isEqualByComparingTo(sim.bill(key));

        sim.shiftClock(Duration.ofDays(-1));
        sim.message(key, "Told late.");
        sim.shiftClock(Duration.ZERO);
        accounts.refresh(accountId);

        assertThat(amountsOf(costs(TODAY.minusSeconds(1), TODAY), key)).isEqualByComparingTo(sim.bill(key));
    }

    /** It is looked for once a day: until then the day is not read again. */
    @Test
    void aCorrectionThatComesDaysLaterIsReadToo() {
        SimulatedProviders.Key key = sim.key("anthropic", "inference");
        message(key, "In time.", 4);
        UUID accountId = polledAnthropic();
        Instant from = TODAY.minus(Duration.ofDays(4));
        Instant to = from.plus(Duration.ofDays(1));
        BigDecimal before = sim.bill(key);
        message(key, "Corrected days later.", 4);

        accounts.refresh(accountId);
        assertThat(amountsOf(costs(from, to), key)).isEqualByComparingTo(before);
        database.useSystem(handle -> handle.execute(
                "update cost_report set read_at = read_at - interval '25 hours' where account_id = ?", accountId));
        accounts.refresh(accountId);

        assertThat(amountsOf(costs(from, to), key)).isEqualByComparingTo(sim.bill(key));
    }

    private void message(SimulatedProviders.Key key, String text, int daysAgo) {
        sim.shiftClock(Duration.ofDays(-daysAgo));
        sim.message(key, text);
        sim.shiftClock(Duration.ZERO);
    }

    @Test
    void theListIsReadPageByPage() {
        SimulatedProviders.Key key = sim.key("anthropic", "inference");
        sim.message(key, "One.");
        polledAnthropic();
        Instant tenDaysAgo = TODAY.minus(Duration.ofDays(10));

        List<String> days = new ArrayList<>();
        String cursor = null;
        do {
            JsonPath page = costs(tenDaysAgo, TODAY.plusSeconds(1), cursor);
            assertThat(page.getList("items")).hasSizeLessThanOrEqualTo(4);
            days.addAll(page.getList("items.from"));
            cursor = page.getString("next_cursor");
        } while (cursor != null);

        assertThat(days)
                .isEqualTo(Stream.iterate(tenDaysAgo, day -> day.plus(Duration.ofDays(1)))
                        .limit(11)
                        .map(Instant::toString)
                        .toList());
    }

    @Test
    void whatWasReadIsToldWithOurKeys() {
        SimulatedProviders.Key key = sim.key("anthropic", "inference");
        sim.message(key, "How are you?");
        UUID accountId = polledAnthropic();
        UUID keyId = accounts.tellKey(accountId, "anthropic", key.id());
        awaitKeyKnown(accountId, keyId);

        Events.await(
                Topic.USAGE,
                1,
                event -> event.data() instanceof CostReported report
                        && report.accountId().equals(accountId)
                        && report.from().equals(TODAY)
                        && Boolean.TRUE.equals(report.perKey())
                        && report.estimate() == null
                        && report.lines().stream()
                                .anyMatch(line -> keyId.equals(line.keyId())
                                        && line.amount().compareTo(sim.bill(key)) == 0));
    }

    @Test
    void whatAKeyCostBeforeItWasRotatedStaysItsOwn() {
        SimulatedProviders.Key before = sim.key("anthropic", "inference");
        SimulatedProviders.Key after = sim.key("anthropic", "inference");
        sim.message(before, "How are you?");
        sim.message(after, "And what is the weather like today?");
        UUID accountId = polledAnthropic();
        UUID keyId = accounts.tellKey(accountId, "anthropic", before.id());
        accounts.tellRotated(keyId, accountId, "anthropic", after.id());

        Await.untilAsserted(() -> {
            accounts.refresh(accountId);
            assertThat(costs().getList(
                                    "items.lines.flatten().findAll { it.key_id == '" + keyId + "' }.provider_key_id"))
                    .contains(before.id(), after.id());
        });
    }

    @Test
    void aFailingProviderLeavesTheLastGoodFiguresAndRecovers() {
        SimulatedProviders.Key key = sim.key("anthropic", "inference");
        sim.message(key, "How are you?");
        UUID accountId = polledAnthropic();
        BigDecimal before = amountsOf(costs(), key);

        sim.breakAdminApi();
        assertThat(accounts.refresh(accountId))
                .containsEntry("status", "unavailable")
                .containsEntry("stale", true)
                .extractingByKey("message")
                .asString()
                .contains("tried again by itself");
        assertThat(amountsOf(costs(), key)).isEqualByComparingTo(before);

        sim.mend();
        assertThat(accounts.refresh(accountId))
                .containsEntry("status", "ok")
                .containsEntry("stale", false)
                .containsEntry("message", null);
        assertThat(statusesTold(accountId, 3)).containsExactly("ok", "unavailable", "ok");
    }

    @Test
    void aRefusedCredentialIsNotTriedAgainUntilTheAccountChanges() {
        UUID accountId = Ids.next();
        accounts.tell(accountId, "anthropic", sim.anthropic(), "sk-ant-admin01-not-a-real-credential-at-all", 1);
        accounts.awaitStatus(accountId, "invalid_key");
        assertThat(accounts.status(accountId))
                .containsEntry("next_poll_at", null)
                .extractingByKey("message")
                .asString()
                .contains("Set a new admin credential");

        accounts.tell(
                accountId,
                "anthropic",
                sim.anthropic(),
                sim.key("anthropic", "admin").secret(),
                2);

        accounts.awaitStatus(accountId, "ok");
    }

    @Test
    void withoutACredentialTheAccountSaysWhatIsMissing() {
        UUID accountId = Ids.next();

        accounts.tell(accountId, "anthropic", sim.anthropic(), null, 1);

        accounts.awaitStatus(accountId, "missing_key");
        assertThat(accounts.status(accountId))
                .extractingByKey("message")
                .asString()
                .contains("Add one");
    }

    @Test
    void whileKeyServiceIsAwayItIsTriedAgain() {
        UUID accountId = Ids.next();
        FakeKeyService.away(accountId, true);
        accounts.tell(
                accountId,
                "anthropic",
                sim.anthropic(),
                sim.key("anthropic", "admin").secret(),
                1);
        accounts.awaitStatus(accountId, "unavailable");
        assertThat(accounts.status(accountId).get("next_poll_at")).isNotNull();

        FakeKeyService.away(accountId, false);

        assertThat(accounts.refresh(accountId)).containsEntry("status", "ok");
    }

    @Test
    void aProviderThatTellsNoCostsIsSaidToDoSo() {
        UUID accountId = Ids.next();

        accounts.tell(accountId, "no-such-provider", sim.anthropic(), null, 1);

        accounts.awaitStatus(accountId, "unsupported");
    }

    private UUID polledAnthropic() {
        return accounts.polled(
                "anthropic", sim.anthropic(), sim.key("anthropic", "admin").secret());
    }

    /** Refreshing until the key's own event has come, which has a topic of its own and may be later. */
    private void awaitKeyKnown(UUID accountId, UUID keyId) {
        Await.untilAsserted(() -> {
            accounts.refresh(accountId);
            assertThat(costs().getList("items.lines.flatten().key_id")).contains(keyId.toString());
        });
    }

    private List<String> statusesTold(UUID accountId, int count) {
        return Events.await(Topic.USAGE, count, event -> statusOf(event, accountId) != null).stream()
                .map(event -> statusOf(event, accountId))
                .toList();
    }

    private static String statusOf(ReceivedEvent event, UUID accountId) {
        return event.data() instanceof ProviderStatus status
                        && status.accountId().equals(accountId)
                ? status.status()
                : null;
    }

    private JsonPath costs() {
        return costs(TODAY, TODAY.plusSeconds(1));
    }

    private JsonPath costs(Instant from, Instant to) {
        return Api.as(workspace, "viewer")
                .queryParam("from", from.toString())
                .queryParam("to", to.toString())
                .get("/api/v1/costs/provider")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private JsonPath costs(Instant from, Instant to, String cursor) {
        var call = Api.as(workspace, "viewer").queryParams("from", from.toString(), "to", to.toString(), "limit", 4);
        if (cursor != null) {
            call.queryParam("cursor", cursor);
        }
        return call.get("/api/v1/costs/provider")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static BigDecimal amountsOf(JsonPath costs, SimulatedProviders.Key key) {
        List<String> amounts =
                costs.getList("items.lines.flatten().findAll { it.provider_key_id == '" + key.id() + "' }.amount");
        return amounts.stream().map(BigDecimal::new).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
