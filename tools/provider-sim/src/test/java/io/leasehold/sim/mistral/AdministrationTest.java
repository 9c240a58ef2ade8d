package io.leasehold.sim.mistral;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.leasehold.sim.Reply;
import io.leasehold.sim.TestSim;
import io.leasehold.sim.TestSim.Key;
import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AdministrationTest {
    private static final String HI = """
            {"model":"mistral-large-2512","messages":[{"role":"user","content":"Hi [[out=5]]"}]}""";
    private static final String ORDER = """
            {"name":"ci","workspace_uuid":"%s","user_id":"%s"%s}""";
    private static final String DEFAULT = Organization.DEFAULT_WORKSPACE.id();

    private final TestSim sim = TestSim.start();
    private final Key admin = sim.mistralAdmin();

    @AfterEach
    void stop() {
        sim.close();
    }

    @Test
    void theBillIsInTheCurrencyThatWasOrdered() {
        assertThat(sim.mistral("GET", "/admin/usage", admin).text("/currency")).isEqualTo("USD");

        assertThat(sim.send("PUT", "/control/mistral/currency", "{\"currency\":\"EUR\"}")
                        .status())
                .isEqualTo(204);

        assertThat(sim.mistral("GET", "/admin/usage", admin).text("/currency")).isEqualTo("EUR");
        assertThat(sim.mistral("GET", "/admin/usage", admin).text("/currency_symbol"))
                .isEqualTo("€");
        assertThat(sim.mistral("GET", "/admin/spend-limit", admin).text("/limits/currency"))
                .isEqualTo("EUR");
        assertThat(sim.send("PUT", "/control/mistral/currency", "{\"currency\":\"euro\"}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void aKeyIsMadeListedAndDeleted() {
        Reply made = order(DEFAULT, "");
        Key key = new Key(made.text("/key_id"), made.text("/key"), "");

        assertThat(key.secret()).matches("[0-9A-Za-z]{32}");
        assertThat(chat(key).status()).isEqualTo(200);
        Reply listed = sim.mistral("GET", "/admin/api-keys?name=ci", admin);
        assertThat(listed.body()).doesNotContain(key.secret());
        assertThat(listed.fields("/keys/0"))
                .contains("key_id", "key", "hidden_key", "expiration_date", "workspace_id", "workspace_name");
        assertThat(listed.text("/keys/0/hidden_key"))
                .isEqualTo("****************" + key.secret().substring(28));
        assertThat(sim.mistral("GET", "/admin/api-keys?offset=1", admin).at("/keys"))
                .isEmpty();

        assertThat(sim.mistral("DELETE", "/admin/api-keys/" + key.id(), admin).text("/detail"))
                .isNotBlank();
        assertThat(chat(key).status()).isEqualTo(401);
        assertThat(sim.mistral("DELETE", "/admin/api-keys/" + key.id(), admin).status())
                .isEqualTo(404);
    }

    @Test
    void anOrderNamesItsWorkspaceAndUserAndMayHaveAnEnd() {
        assertThat(sim.mistral("POST", "/admin/api-keys", admin, "{}").status()).isEqualTo(422);
        assertThat(order("nowhere", "").status()).isEqualTo(404);

        Reply ends = order(DEFAULT, ",\"expiration\":\"2026-01-01T00:00:00Z\"");

        assertThat(ends.text("/expiration_date")).isEqualTo("2026-01-01T00:00:00Z");
        assertThat(chat(new Key("", ends.text("/key"), "")).status()).isEqualTo(401);
    }

    @Test
    void onlyAnAdminKeyOpensIt() {
        assertThat(sim.mistral("GET", "/admin/api-keys", sim.mistralKey()).status())
                .isEqualTo(403);
        assertThat(sim.send("GET", "/mistral/v1/admin/api-keys", null, "x-api-key", admin.secret())
                        .status())
                .isEqualTo(200);
        assertThat(chat(admin).status()).isEqualTo(401);
    }

    @Test
    void aWorkspaceEndsWithItsKeys() {
        Reply made = sim.mistral("POST", "/admin/workspaces", admin, "{\"name\":\"Search\"}");
        String path = "/admin/workspaces/" + made.text("/uuid");
        Key key = new Key("", order(made.text("/uuid"), "").text("/key"), "");

        sim.mistral("PATCH", path, admin, "{\"name\":\"Found\"}");
        Reply second = sim.mistral("GET", "/admin/workspaces?page_size=1&page=2", admin);
        assertThat(second.text("/items/0/name")).isEqualTo("Found");
        assertThat(second.at("/total").asInt()).isEqualTo(2);
        assertThat(chat(key).status()).isEqualTo(200);

        assertThat(sim.mistral("DELETE", path, admin).status()).isEqualTo(200);

        assertThat(chat(key).status()).isEqualTo(401);
        assertThat(sim.mistral("GET", "/admin/workspaces", admin).at("/items")).hasSize(1);
        assertThat(sim.mistral("GET", "/admin/workspaces?is_archived=true", admin)
                        .text("/items/0/name"))
                .isEqualTo("Found");
        assertThat(sim.mistral("DELETE", "/admin/workspaces/" + DEFAULT, admin).status())
                .isEqualTo(403);
    }

    @Test
    void aMonthsUsageAtItsPricesIsTheBill() {
        Key key = sim.mistralKey();
        chat(key);
        chat(key);

        Reply usage = sim.mistral("GET", "/admin/usage", admin);

        JsonNode model = usage.at("/completion/models/mistral-large-2512");
        assertThat(model.at("/input/0/value").asInt()).isEqualTo(14);
        assertThat(model.at("/output/0/value").asInt()).isEqualTo(10);
        assertThat(price(usage, "input")).isEqualByComparingTo("0.0000005");
        assertThat(price(usage, "input")
                        .multiply(BigDecimal.valueOf(14))
                        .add(price(usage, "output").multiply(BigDecimal.TEN)))
                .isEqualByComparingTo(sim.bill(key));
        assertThat(sim.mistral("GET", "/admin/usage?month=1&year=2026", admin).at("/completion/models"))
                .isEmpty();
        assertThat(sim.mistral("GET", "/admin/usage?workspace_id=other", admin).at("/completion/models"))
                .isEmpty();
    }

    @Test
    void theSpendLimitTellsTheMoneyOfTheMonth() {
        Key key = sim.mistralKey();
        chat(key);

        Reply none = sim.mistral("GET", "/admin/spend-limit", admin);
        Reply set = sim.mistral("POST", "/admin/spend-limit", admin, "{\"amount\":500,\"no_monthly_limit\":false}");

        assertThat(none.at("/limits/completion/no_monthly_limit").asBoolean()).isTrue();
        assertThat(set.at("/limits/completion/usage_limit").decimalValue()).isEqualByComparingTo("500");
        assertThat(set.at("/limits/completion/total_usage").decimalValue()).isEqualByComparingTo(sim.bill(key));
        assertThat(set.at("/limits/completion/monthly_limit_reached").asBoolean())
                .isFalse();
        assertThat(sim.mistral("POST", "/admin/spend-limit", admin, "{\"amount\":0}")
                        .at("/limits/completion/monthly_limit_reached")
                        .asBoolean())
                .isTrue();
        sim.shiftClock(Duration.ofDays(40));
        assertThat(sim.mistral("GET", "/admin/spend-limit", admin)
                        .at("/limits/completion/usage")
                        .decimalValue())
                .isZero();
    }

    @Test
    void rateLimitsAreByModel() {
        assertThat(sim.mistral("GET", "/admin/rate-limit", admin)
                        .at("/tokens_limits_by_model/mistral-large-2512/tokens_per_month")
                        .asLong())
                .isEqualTo(10_000_000_000L);
    }

    @Test
    void adminCallsFailAsOrdered() {
        sim.fault("{\"key\":\"" + admin.id() + "\",\"admin_fail_rate\":1,\"error_kind\":\"rate_limit\",\"times\":1}");

        assertThat(sim.mistral("GET", "/admin/api-keys", admin).text("/type")).isEqualTo("rate_limited");
        assertThat(sim.mistral("GET", "/admin/api-keys", admin).status()).isEqualTo(200);
    }

    private Reply order(String workspace, String more) {
        return sim.mistral("POST", "/admin/api-keys", admin, ORDER.formatted(workspace, Organization.USER_ID, more));
    }

    private Reply chat(Key key) {
        return sim.mistral("POST", "/chat/completions", key, HI);
    }

    private static BigDecimal price(Reply usage, String group) {
        for (JsonNode price : usage.at("/prices")) {
            if (price.path("billing_group").asText().equals(group)) {
                return new BigDecimal(price.path("price").asText());
            }
        }
        throw new AssertionError("no price of " + group);
    }
}
