package io.leasehold.collector.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.leasehold.collector.Accounts;
import io.leasehold.collector.Api;
import io.leasehold.collector.SimulatedProviders;
import io.leasehold.test.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class QuotaHistoryTest {
    private final TestWorkspace workspace = TestWorkspace.fresh();
    private final Accounts accounts = new Accounts(workspace);
    private final SimulatedProviders sim = new SimulatedProviders();

    @AfterEach
    void stopSimulator() {
        sim.close();
    }

    @Test
    void whatWasLeftIsToldEachTimeThatItBecameSomethingElse() {
        SimulatedProviders.Key key = sim.key("openrouter", "inference");
        UUID accountId = accounts.polled(
                "openrouter",
                sim.openRouter(),
                sim.key("openrouter", "management").secret());
        accounts.refresh(accountId);
        sim.chat(key, "How are you?");
        accounts.refresh(accountId);

        JsonPath first = history(accountId, Map.of("limit", 1));
        JsonPath second = history(accountId, Map.of("limit", 1, "cursor", first.getString("next_cursor")));

        assertThat(first.getList("items")).hasSize(1);
        assertThat(first.getString("items[0].quotas[0].name")).isEqualTo("credits");
        assertThat(second.getList("items")).hasSize(1);
        assertThat(second.getString("next_cursor")).isNull();
        assertThat(left(first).subtract(left(second))).isEqualByComparingTo(sim.bill(key));
        assertThat(history(UUID.randomUUID(), Map.of()).getList("items")).isEmpty();
    }

    @Test
    void aForeignCursorIsRefused() {
        Api.as(workspace, "viewer")
                .queryParam("cursor", "bm9uZQ")
                .get("/api/v1/usage/history/quotas")
                .then()
                .statusCode(400);
    }

    private static BigDecimal left(JsonPath page) {
        return new BigDecimal(page.getString("items[0].quotas[0].remaining"));
    }

    private JsonPath history(UUID accountId, Map<String, Object> more) {
        Map<String, Object> query = new HashMap<>(more);
        query.put("account_id", accountId);
        return Api.as(workspace, "viewer")
                .queryParams(query)
                .get("/api/v1/usage/history/quotas")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
