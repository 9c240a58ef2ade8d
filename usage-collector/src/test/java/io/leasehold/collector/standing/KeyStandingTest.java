package io.leasehold.collector.standing;

import static org.assertj.core.api.Assertions.assertThat;

import io.leasehold.collector.Accounts;
import io.leasehold.collector.Api;
import io.leasehold.collector.SimulatedProviders;
import io.leasehold.contracts.Topic;
import io.leasehold.contracts.event.KeyObserved;
import io.leasehold.test.Await;
import io.leasehold.test.Events;
import io.leasehold.test.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is done to a key at its provider, behind our back. */
@QuarkusTest
class KeyStandingTest {
    private final TestWorkspace workspace = TestWorkspace.fresh();
    private final Accounts accounts = new Accounts(workspace);
    private final SimulatedProviders sim = new SimulatedProviders();

    @AfterEach
    void stopSimulator() {
        sim.close();
    }

    @Test
    void aKeyThatIsSwitchedOffAtItsProviderIsShownAndToldUntilItIsOnAgain() {
        SimulatedProviders.Key manager = sim.key("openrouter", "management");
        SimulatedProviders.Key key = sim.key("openrouter", "inference");
        UUID accountId = accounts.polled("openrouter", sim.openRouter(), manager.secret());
        UUID keyId = accounts.tellKey(accountId, "openrouter", key.id());

        sim.switchOpenRouterKey(manager, key, true);
        awaitOver(accountId, keyId, "disabled");
        sim.switchOpenRouterKey(manager, key, false);
        accounts.refresh(accountId);

        assertThat(over(accountId)).isEmpty();
        assertThat(told(keyId, 2)).containsExactly("disabled", "active");
    }

    /** The credential may be another organisation's by now. */
    @Test
    void whereNoneOfOurKeysIsListedNoneIsCalledGone() {
        SimulatedProviders.Key one = sim.key("anthropic", "inference");
        SimulatedProviders.Key other = sim.key("anthropic", "inference");
        UUID accountId = polledAnthropic();
        accounts.tellKey(accountId, "anthropic", one.id());
        accounts.tellKey(accountId, "anthropic", other.id());
        sim.forget(one);
        sim.forget(other);

        Await.untilAsserted(() -> {
            accounts.refresh(accountId);
            assertThat(keysPart(accountId)).contains("None of the keys");
        });

        assertThat(over(accountId)).isEmpty();
        assertThat(accounts.status(accountId)).containsEntry("status", "ok");
    }

    @Test
    void aKeyThatItsProviderListsNoMoreIsGoneTheSecondTimeAndOneThatItListsIsNoNews() {
        SimulatedProviders.Key good = sim.key("anthropic", "inference");
        SimulatedProviders.Key bad = sim.key("anthropic", "inference");
        UUID accountId = polledAnthropic();
        UUID goodId = accounts.tellKey(accountId, "anthropic", good.id());
        UUID badId = accounts.tellKey(accountId, "anthropic", bad.id());
        sim.forget(bad);

        awaitOver(accountId, badId, "gone");

        assertThat(over(accountId)).hasSize(1);
        assertThat(told(badId, 1)).containsExactly("gone");
        assertThat(Events.await(
                        Topic.USAGE,
                        1,
                        event -> event.data() instanceof KeyObserved told
                                && told.workspaceId().equals(workspace.id())))
                .noneMatch(event ->
                        event.data() instanceof KeyObserved told && told.keyId().equals(goodId));
    }

    private UUID polledAnthropic() {
        return accounts.polled(
                "anthropic", sim.anthropic(), sim.key("anthropic", "admin").secret());
    }

    /** Refreshing until the key's own event has come, which has a topic of its own and may be later. */
    private void awaitOver(UUID accountId, UUID keyId, String standing) {
        Await.untilAsserted(() -> {
            accounts.refresh(accountId);
            assertThat(over(accountId)).contains(keyId + " " + standing);
        });
    }

    private List<String> over(UUID accountId) {
        JsonPath items = Api.as(workspace, "viewer")
                .get("/api/v1/usage/providers")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        String account =
                "items.accounts.flatten().find { it.account.account_id == '" + accountId + "' }.keys_over.collect";
        return items.getList(account + " { it.key_id + ' ' + it.standing }");
    }

    private String keysPart(UUID accountId) {
        return Api.as(workspace, "viewer")
                .get("/api/v1/usage/providers")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getString("items.accounts.flatten().find { it.account.account_id == '" + accountId
                        + "' }.parts.find { it.part == 'keys' }.error");
    }

    private List<String> told(UUID keyId, int count) {
        return Events.await(
                        Topic.USAGE,
                        count,
                        event -> event.data() instanceof KeyObserved told
                                && told.keyId().equals(keyId))
                .stream()
                .map(event -> ((KeyObserved) event.data()).state())
                .toList();
    }
}
