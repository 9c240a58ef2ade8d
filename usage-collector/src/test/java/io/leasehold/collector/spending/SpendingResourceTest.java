package io.leasehold.collector.spending;

import static org.assertj.core.api.Assertions.assertThat;

import io.leasehold.collector.Accounts;
import io.leasehold.collector.Api;
import io.leasehold.collector.SimulatedProviders;
import io.leasehold.test.Await;
import io.leasehold.test.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SpendingResourceTest {
    private final TestWorkspace workspace = TestWorkspace.fresh();
    private final Accounts accounts = new Accounts(workspace);
    private final SimulatedProviders sim = new SimulatedProviders();

    @AfterEach
    void stopSimulator() {
        sim.close();
    }

    @Test
    void aKeysSpendIsItsBillAndWhatItSpentSince() {
        SimulatedProviders.Key key = sim.key("openrouter", "inference");
        sim.chat(key, "How are you?");
        UUID accountId = accounts.polled(
                "openrouter",
                sim.openRouter(),
                sim.key("openrouter", "management").secret());
        UUID keyId = accounts.tellKey(accountId, "openrouter", key.id());

        Map<String, Object> spend = awaitSpend(accountId, keyId);

        assertThat(spend).containsEntry("provenance", "provider").containsEntry("currency", "USD");
        assertThat(amount(spend, "today")).isEqualByComparingTo(sim.bill(key));
        assertThat(amount(spend, "per_hour")).isPositive();
        assertThat(amount(spend, "counted_today")).isGreaterThanOrEqualTo(amount(spend, "today"));
        assertThat(Instant.parse(String.valueOf(spend.get("as_of")))).isBeforeOrEqualTo(Instant.now());
    }

    @Test
    void whatOtherWorkspacesSpendIsNotShown() {
        assertThat(spends(TestWorkspace.fresh())).isEmpty();
    }

    /** Refreshing until the key's own event has come, which has a topic of its own and may be later. */
    private Map<String, Object> awaitSpend(UUID accountId, UUID keyId) {
        Await.untilAsserted(() -> {
            accounts.refresh(accountId);
            assertThat(spends(workspace)).anyMatch(spend -> keyId.toString().equals(spend.get("key_id")));
        });
        return spends(workspace).getFirst();
    }

    private static List<Map<String, Object>> spends(TestWorkspace of) {
        return Api.as(of, "viewer")
                .get("/api/v1/usage/keys")
                .then()
                .statusCode(200)
                .extract()
                .path("items");
    }

    private static BigDecimal amount(Map<String, Object> spend, String field) {
        return new BigDecimal(String.valueOf(spend.get(field)));
    }
}
