package io.leasehold.sim.openrouter;

import static org.assertj.core.api.Assertions.assertThat;

import io.leasehold.sim.Reply;
import io.leasehold.sim.TestSim;
import io.leasehold.sim.TestSim.Key;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AccountTest {
    private static final String HI = """
            {"model":"openai/gpt-6-sol","messages":[{"role":"user","content":"Hi [[out=5]]"}]}""";

    private final TestSim sim = TestSim.start();
    private final Key manager = sim.openRouterManager();
    private final Key key = sim.openRouterKey();

    @AfterEach
    void stop() {
        sim.close();
    }

    @Test
    void creditsAreBoughtAndUsed() {
        sim.chat(key, HI);

        assertThat(sim.openRouter("GET", "/credits", manager).json())
                .isEqualTo(TestSim.parse("{\"data\":{\"total_credits\":100000,\"total_usage\":0.000064}}"));
    }

    @Test
    void activityLeavesTodayOut() {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        sim.chat(key, HI);
        assertThat(sim.openRouter("GET", "/activity", manager).at("/data")).isEmpty();

        sim.shiftClock(Duration.ofDays(1));

        Reply tomorrow = sim.openRouter("GET", "/activity", manager);
        assertThat(tomorrow.at("/data")).hasSize(1);
        assertThat(tomorrow.at("/data/0"))
                .isEqualTo(TestSim.parse("""
                {"date":"%s","model":"openai/gpt-6-sol","model_permaslug":"openai/gpt-6-sol-2026-09-01",
                 "endpoint_id":"%s","provider_name":"OpenAI","usage":0.000064,"byok_usage_inference":0,
                 "requests":1,"prompt_tokens":7,"completion_tokens":5,"reasoning_tokens":0}""".formatted(today, tomorrow.text("/data/0/endpoint_id"))));
    }

    @Test
    void activityIsFilteredByKeyAndDay() {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        sim.chat(key, HI);
        sim.chat(sim.openRouterKey(), HI);
        sim.shiftClock(Duration.ofDays(1));

        String path = "/activity?date=" + today + "&api_key_hash=" + key.id();

        assertThat(sim.openRouter("GET", path, manager).at("/data/0/requests").asInt())
                .isEqualTo(1);
        assertThat(sim.openRouter("GET", "/activity?date=" + today.minusDays(1), manager)
                        .at("/data"))
                .isEmpty();
        assertThat(sim.openRouter("GET", "/activity?group_by=workspace", manager)
                        .text("/data/0/workspace_id"))
                .isEqualTo("0df9e665-d932-5740-b2c7-b52af166bc11");
        assertThat(sim.openRouter("GET", "/activity?date=yesterday", manager).status())
                .isEqualTo(400);
    }

    @Test
    void activityGoesThirtyDaysBack() {
        sim.chat(key, HI);

        sim.shiftClock(Duration.ofDays(30));
        assertThat(sim.openRouter("GET", "/activity", manager).at("/data")).hasSize(1);
        sim.shiftClock(Duration.ofDays(31));
        assertThat(sim.openRouter("GET", "/activity", manager).at("/data")).isEmpty();
    }

    @Test
    void aGenerationIsReadyAMomentLater() {
        String id = sim.chat(key, HI).text("/id");
        sim.shiftClock(Duration.ofMinutes(-1));
        assertThat(sim.openRouter("GET", "/generation?id=" + id, key).status()).isEqualTo(404);

        sim.shiftClock(Duration.ofSeconds(5));

        Reply reply = sim.openRouter("GET", "/generation?id=" + id, key);
        assertThat(reply.text("/data/id")).isEqualTo(id);
        assertThat(reply.at("/data/total_cost").decimalValue()).isEqualByComparingTo("0.000064");
        assertThat(reply.at("/data/native_tokens_prompt").asInt()).isEqualTo(7);
        assertThat(reply.at("/data/native_tokens_completion").asInt()).isEqualTo(5);
        assertThat(reply.at("/data/cancelled").asBoolean()).isFalse();
        assertThat(reply.at("/data/is_byok").asBoolean()).isFalse();
        assertThat(reply.at("/data/http_referer").isNull()).isTrue();
    }

    @Test
    void aGenerationIsItsKeysAndTheManagers() {
        String id = sim.chat(key, HI).text("/id");
        sim.shiftClock(Duration.ofSeconds(5));

        assertThat(sim.openRouter("GET", "/generation?id=" + id, sim.openRouterKey())
                        .status())
                .isEqualTo(404);
        assertThat(sim.openRouter("GET", "/generation?id=" + id, manager).status())
                .isEqualTo(200);
        assertThat(sim.openRouter("GET", "/generation", key).status()).isEqualTo(400);
    }

    @Test
    void modelsArePublicAndPricedInStrings() {
        Reply reply = sim.send("GET", "/openrouter/api/v1/models", null);

        assertThat(reply.at("/data/0")).isEqualTo(TestSim.parse("""
                {"id":"openai/gpt-6-sol","canonical_slug":"openai/gpt-6-sol-2026-09-01","name":"OpenAI: GPT-6 Sol",
                 "created":1788220800,"context_length":400000,
                 "pricing":{"prompt":"0.000002","completion":"0.00001","request":"0","image":"0",
                  "input_cache_read":"0.0000002","input_cache_write":"0.0000025","input_cache_write_1h":"0.0000025"},
                 "top_provider":{"context_length":400000,"max_completion_tokens":128000,"is_moderated":true}}"""));
    }

    @Test
    void aPathThatIsNotThereIsNotFound() {
        Reply reply = sim.openRouter("GET", "/nothing", key);

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.at("/error/code").asInt()).isEqualTo(404);
    }
}
