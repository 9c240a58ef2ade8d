package io.leasehold.sim.openrouter;

import static org.assertj.core.api.Assertions.assertThat;

import io.leasehold.sim.Reply;
import io.leasehold.sim.TestSim;
import io.leasehold.sim.TestSim.Key;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class KeysTest {
    private static final String HI = """
            {"model":"openai/gpt-6-sol","messages":[{"role":"user","content":"Hi [[out=5]]"}]}""";

    private final TestSim sim = TestSim.start();
    private final Key manager = sim.openRouterManager();

    @AfterEach
    void stop() {
        sim.close();
    }

    @Test
    void aKeyIsMadeAndItsSecretShownOnce() throws Exception {
        Reply created = sim.openRouter("POST", "/keys", manager, """
                {"name":"Analytics service","limit":100,"limit_reset":"monthly","expires_at":"2099-12-31T23:59:59Z"}""");

        assertThat(created.status()).isEqualTo(201);
        String secret = created.text("/key");
        assertThat(secret).matches("sk-or-v1-[0-9a-f]{64}");
        byte[] sha256 = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        assertThat(created.text("/data/hash")).isEqualTo(HexFormat.of().formatHex(sha256));
        assertThat(created.text("/data/label"))
                .isEqualTo(secret.substring(0, 12) + "..." + secret.substring(secret.length() - 3));
        Reply shown = sim.openRouter("GET", "/keys/" + created.text("/data/hash"), manager);
        assertThat(shown.body()).doesNotContain(secret);
        assertThat(shown.fields("/data"))
                .containsExactly(
                        "hash",
                        "label",
                        "name",
                        "disabled",
                        "limit",
                        "limit_remaining",
                        "limit_reset",
                        "include_byok_in_limit",
                        "usage",
                        "usage_daily",
                        "usage_weekly",
                        "usage_monthly",
                        "byok_usage",
                        "byok_usage_daily",
                        "byok_usage_weekly",
                        "byok_usage_monthly",
                        "created_at",
                        "updated_at",
                        "expires_at",
                        "creator_user_id",
                        "workspace_id",
                        "external_user");
        assertThat(shown.at("/data/limit").asInt()).isEqualTo(100);
        assertThat(shown.text("/data/limit_reset")).isEqualTo("monthly");
    }

    @Test
    void aKeyThatWasMadeCanInfer() {
        Reply created = sim.openRouter("POST", "/keys", manager, "{\"name\":\"new\"}");
        Key key = new Key(created.text("/data/hash"), created.text("/key"), created.text("/data/label"));

        assertThat(sim.chat(key, HI).status()).isEqualTo(200);
    }

    @Test
    void aKeyIsDisabledHiddenAndEnabledAgain() {
        Key key = sim.openRouterKey();

        Reply disabled = sim.openRouter("PATCH", "/keys/" + key.id(), manager, "{\"disabled\":true}");

        assertThat(disabled.at("/data/disabled").asBoolean()).isTrue();
        assertThat(sim.chat(key, HI).status()).isEqualTo(401);
        assertThat(sim.openRouter("GET", "/keys", manager).at("/data")).isEmpty();
        assertThat(sim.openRouter("GET", "/keys?include_disabled=true", manager).at("/data"))
                .hasSize(1);
        sim.openRouter("PATCH", "/keys/" + key.id(), manager, "{\"disabled\":false}");
        assertThat(sim.chat(key, HI).status()).isEqualTo(200);
    }

    @Test
    void aLimitIsChangedAndTakenAway() {
        Key key = sim.openRouterKey("0.00001");
        assertThat(sim.chat(key, HI).status()).isEqualTo(402);

        sim.openRouter("PATCH", "/keys/" + key.id(), manager, "{\"name\":\"same limit\"}");
        assertThat(sim.chat(key, HI).status()).isEqualTo(402);
        Reply lifted = sim.openRouter("PATCH", "/keys/" + key.id(), manager, "{\"limit\":null}");

        assertThat(lifted.at("/data/limit").isNull()).isTrue();
        assertThat(lifted.text("/data/name")).isEqualTo("same limit");
        assertThat(sim.chat(key, HI).status()).isEqualTo(200);
    }

    @Test
    void aDailyLimitStartsAgainTheNextDay() {
        Key key = sim.key("""
                {"provider":"openrouter","kind":"inference","limit":0.0001,"limit_reset":"daily"}""");
        sim.chat(key, HI);
        assertThat(sim.chat(key, HI).status()).isEqualTo(402);

        sim.shiftClock(Duration.ofDays(1));

        assertThat(sim.chat(key, HI).status()).isEqualTo(200);
        Reply self = sim.openRouter("GET", "/key", key);
        assertThat(self.at("/data/usage").decimalValue()).isEqualByComparingTo("0.000128");
        assertThat(self.at("/data/usage_daily").decimalValue()).isEqualByComparingTo("0.000064");
        assertThat(self.at("/data/limit_remaining").decimalValue()).isEqualByComparingTo("0.000036");
    }

    @Test
    void aDeletedKeyIsGoneForGood() {
        Key key = sim.openRouterKey();

        Reply deleted = sim.openRouter("DELETE", "/keys/" + key.id(), manager);

        assertThat(deleted.json()).isEqualTo(TestSim.parse("{\"deleted\":true}"));
        assertThat(sim.openRouter("GET", "/keys/" + key.id(), manager).status()).isEqualTo(404);
        assertThat(sim.openRouter("PATCH", "/keys/" + key.id(), manager, "{\"disabled\":false}")
                        .status())
                .isEqualTo(404);
        assertThat(sim.openRouter("GET", "/key", key).status()).isEqualTo(401);
    }

    @Test
    void aKeyLearnsAboutItself() {
        Key key = sim.openRouterKey();

        Reply reply = sim.openRouter("GET", "/key", key);

        assertThat(reply.json()).isEqualTo(TestSim.parse("""
                {"data":{"label":"%s","limit":null,"limit_remaining":null,"limit_reset":null,"include_byok_in_limit":false,
                 "usage":0,"usage_daily":0,"usage_weekly":0,"usage_monthly":0,
                 "byok_usage":0,"byok_usage_daily":0,"byok_usage_weekly":0,"byok_usage_monthly":0,
                 "is_free_tier":false,"is_management_key":false,"is_provisioning_key":false,
                 "creator_user_id":"user_2dHFtVWx2n56w6HkM0000000000","expires_at":null,"organization_id":null,
                 "workspace_id":"0df9e665-d932-5740-b2c7-b52af166bc11","allowed_data_regions":["global"],
                 "free_model_daily_requests":{"limit":1000,"remaining":1000,"used":0},
                 "rate_limit":{"interval":"10s","requests":-1,"note":"deprecated, ignore"}}}""".formatted(key.hint())));
        assertThat(sim.openRouter("GET", "/key", manager)
                        .at("/data/is_management_key")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void freeRequestsAreCountedByDay() {
        Key key = sim.openRouterKey();
        sim.chat(key, HI.replace("openai/gpt-6-sol", "meta-llama/llama-4-scout:free"));

        assertThat(sim.openRouter("GET", "/key", key).at("/data/free_model_daily_requests"))
                .isEqualTo(TestSim.parse("{\"limit\":1000,\"remaining\":999,\"used\":1}"));
    }

    @Test
    void theListHasPagesOfAHundredNewestFirst() {
        for (int i = 0; i < 101; i++) {
            sim.openRouterKey();
        }

        assertThat(sim.openRouter("GET", "/keys", manager).at("/data")).hasSize(100);
        assertThat(sim.openRouter("GET", "/keys?offset=100", manager).at("/data"))
                .hasSize(1);
    }

    @Test
    void inferenceKeysCannotManage() {
        Key key = sim.openRouterKey();

        assertThat(sim.openRouter("GET", "/keys", key).status()).isEqualTo(401);
        assertThat(sim.openRouter("GET", "/credits", key).status()).isEqualTo(401);
        assertThat(sim.openRouter("DELETE", "/keys/" + key.id(), key).status()).isEqualTo(401);
    }

    @Test
    void whatIsNoKeyIsNotMade() {
        assertThat(sim.openRouter("POST", "/keys", manager, "{}").status()).isEqualTo(400);
        assertThat(sim.openRouter("POST", "/keys", manager, "{\"name\":5}").status())
                .isEqualTo(400);
        assertThat(sim.openRouter("POST", "/keys", manager, "{\"name\":\"x\",\"limit\":-1}")
                        .status())
                .isEqualTo(400);
        assertThat(sim.openRouter("POST", "/keys", manager, "{\"name\":\"x\",\"limit_reset\":\"never\"}")
                        .status())
                .isEqualTo(400);
        assertThat(sim.openRouter("POST", "/keys", manager, "[]").status()).isEqualTo(400);
    }

    @Test
    void workspacesAreMadeAndHaveKeysOfTheirOwn() {
        Reply made = sim.openRouter("POST", "/workspaces", manager, "{\"name\":\"Büro\",\"slug\":\"buero\"}");
        String workspace = made.text("/data/id");

        sim.openRouter("POST", "/keys", manager, "{\"name\":\"there\",\"workspace_id\":\"" + workspace + "\"}");

        assertThat(made.status()).isEqualTo(201);
        assertThat(sim.openRouter("GET", "/workspaces", manager).at("/data"))
                .extracting(each -> each.path("slug").asText())
                .containsExactly("default", "buero");
        assertThat(sim.openRouter("GET", "/workspaces/buero", manager).text("/data/id"))
                .isEqualTo(workspace);
        assertThat(sim.openRouter("GET", "/keys", manager).at("/data")).isEmpty();
        assertThat(sim.openRouter("GET", "/keys?workspace_id=" + workspace, manager)
                        .at("/data"))
                .hasSize(1);
    }

    @Test
    void aWorkspaceNeedsAFreeSlugAndAKeyAWorkspaceThatIsThere() {
        assertThat(sim.openRouter("POST", "/workspaces", manager, "{\"name\":\"x\"}")
                        .status())
                .isEqualTo(400);
        assertThat(sim.openRouter("POST", "/workspaces", manager, "{\"name\":\"x\",\"slug\":\"default\"}")
                        .status())
                .isEqualTo(400);
        assertThat(sim.openRouter("POST", "/keys", manager, "{\"name\":\"x\",\"workspace_id\":\"gone\"}")
                        .status())
                .isEqualTo(404);
    }
}
