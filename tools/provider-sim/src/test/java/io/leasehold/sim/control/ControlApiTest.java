package io.leasehold.sim.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.leasehold.sim.Options;
import io.leasehold.sim.Reply;
import io.leasehold.sim.TestSim;
import io.leasehold.sim.TestSim.Key;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ControlApiTest {
    private static final String HI = """
            {"model":"claude-opus-5","max_tokens":50,"messages":[{"role":"user","content":"Hi [[out=5]]"}]}""";

    private final TestSim sim = TestSim.start();

    @AfterEach
    void stop() {
        sim.close();
    }

    @Test
    void healthIsUp() {
        assertThat(sim.send("GET", "/control/health", null).json()).isEqualTo(TestSim.parse("{\"status\":\"up\"}"));
    }

    @Test
    void aKeyIsMadeWithAKnownSecret() {
        Reply created = sim.send("POST", "/control/keys", """
                {"provider":"anthropic","kind":"inference","secret":"sk-ant-api03-known-to-the-test","name":"mine"}""");

        assertThat(created.status()).isEqualTo(201);
        assertThat(created.text("/id")).startsWith("apikey_01");
        assertThat(created.text("/secret")).isEqualTo("sk-ant-api03-known-to-the-test");
        assertThat(created.text("/hint")).isEqualTo("sk-ant-api03-kno...test");
        assertThat(created.text("/name")).isEqualTo("mine");
        assertThat(created.text("/status")).isEqualTo("active");
        assertThat(sim.send("GET", "/control/keys", null).at("/items/0")).isEqualTo(created.json());
    }

    @Test
    void aSecretIsTakenOnce() {
        String order = """
                {"provider":"openrouter","kind":"inference","secret":"sk-or-v1-twice"}""";
        sim.send("POST", "/control/keys", order);

        assertThat(sim.send("POST", "/control/keys", order).status()).isEqualTo(409);
    }

    @Test
    void aRemovedKeyIsUnknown() {
        Key key = sim.anthropicKey();

        assertThat(sim.send("DELETE", "/control/keys/" + key.id(), null).status())
                .isEqualTo(204);
        assertThat(sim.messages(key, HI).status()).isEqualTo(401);
        assertThat(sim.send("DELETE", "/control/keys/" + key.id(), null).status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "{\"provider\":\"anthropic\"}",
                "{\"provider\":\"anthropic\",\"kind\":\"management\"}",
                "{\"provider\":\"nobody\",\"kind\":\"inference\"}",
                "{\"provider\":\"anthropic\",\"kind\":\"inference\",\"colour\":\"red\"}"
            })
    void whatIsNoOrderForAKeyIsRefused(String order) {
        assertThat(sim.send("POST", "/control/keys", order).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"status\":200}",
                "{\"rate\":1.5}",
                "{\"latency_ms\":-1}",
                "{\"times\":0}",
                "{\"error_kind\":\"boredom\"}",
                "{\"delay\":5}"
            })
    void whatIsNoFaultIsRefused(String fault) {
        assertThat(sim.send("PUT", "/control/faults", fault).status()).isEqualTo(400);
    }

    @Test
    void aFaultIsShownAsItWasOrdered() {
        Key key = sim.anthropicKey();

        sim.fault("{\"key\":\"" + key.secret() + "\",\"status\":529,\"times\":3}");

        assertThat(sim.send("GET", "/control/faults", null).at("/items"))
                .isEqualTo(TestSim.parse("[{\"key\":\"" + key.id() + "\",\"status\":529,\"times\":3}]"));
        assertThat(sim.send("PUT", "/control/faults", "{\"key\":\"nobody\",\"dead\":true}")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aChargeThatNoRequestMadeIsOnTheBillAndIsTakenBack() {
        Key key = sim.anthropicKey();
        String charge = "{\"key\":\"%s\",\"model\":\"claude-opus-5\",\"at\":\"2026-11-18T09:30:00Z\",\"tokens\":"
                        .formatted(key.id())
                + "{\"input\":3000,\"cache_read\":0,\"cache_write_5m\":0,\"cache_write_1h\":0,\"output\":1000}";

        assertThat(sim.send("POST", "/control/ledger", charge + "}").status()).isEqualTo(201);
        sim.send("POST", "/control/ledger", charge + "}");
        sim.send("POST", "/control/ledger", charge + ",\"taken_back\":true}");

        Reply bill = sim.send("GET", "/control/bill?key=" + key.id(), null);
        assertThat(bill.text("/total")).isEqualTo("0.040000000");
        assertThat(bill.at("/requests").asLong()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"key\":\"nobody\"}", "{\"colour\":\"red\"}"})
    void whatIsNoChargeIsRefused(String charge) {
        assertThat(sim.send("POST", "/control/ledger", charge).status()).isEqualTo(400);
    }

    @Test
    void aLedgerRowSaysEverythingAboutARequest() {
        Key key = sim.anthropicKey();
        Instant before = Instant.now().minusSeconds(1);
        sim.messages(key, HI);

        JsonNode row = sim.ledger(key).get(0);

        assertThat(row.fieldNames())
                .toIterable()
                .containsExactly(
                        "id",
                        "provider",
                        "key_id",
                        "key_name",
                        "model",
                        "speed",
                        "inference_geo",
                        "outcome",
                        "streamed",
                        "started_at",
                        "finished_at",
                        "tokens",
                        "cost");
        assertThat(row.at("/tokens")).isEqualTo(TestSim.parse("""
                {"input":7,"cache_read":0,"cache_write_5m":0,"cache_write_1h":0,"output":5}"""));
        assertThat(row.at("/cost").asText()).isEqualTo("0.000160000");
        assertThat(Instant.parse(row.at("/started_at").asText())).isAfter(before);
    }

    @Test
    void theBillAddsUpWhatIsAskedFor() {
        Key one = sim.anthropicKey();
        Key other = sim.openRouterKey();
        sim.messages(one, HI);
        sim.messages(one, HI);
        sim.chat(other, HI.replace("claude-opus-5", "openai/gpt-6-sol"));

        assertThat(bill("")).isEqualTo("0.000384000");
        assertThat(bill("?provider=openrouter")).isEqualTo("0.000064000");
        assertThat(bill("?key=" + one.id())).isEqualTo("0.000320000");
        assertThat(bill("?from=" + Instant.now().plusSeconds(60))).isEqualTo("0.000000000");
        assertThat(bill("?to=" + Instant.now().plusSeconds(60))).isEqualTo("0.000384000");
        assertThat(sim.send("GET", "/control/bill", null).at("/requests").asInt())
                .isEqualTo(3);
    }

    @Test
    void theLedgerIsCutOffBeforeATimeAndTornUp() {
        Key key = sim.anthropicKey();
        sim.messages(key, HI);

        assertThat(sim.send("GET", "/control/ledger?since=" + Instant.now().plusSeconds(60), null)
                        .at("/items"))
                .isEmpty();
        assertThat(sim.send("DELETE", "/control/ledger", null).status()).isEqualTo(204);
        assertThat(sim.ledger(key)).isEmpty();
    }

    @Test
    void theClockIsShiftedFromRealTime() {
        sim.shiftClock(Duration.ofHours(-2));
        sim.shiftClock(Duration.ofHours(48));

        Reply reply = sim.send("GET", "/control/clock", null);

        assertThat(reply.text("/offset")).isEqualTo("PT48H");
        assertThat(Instant.parse(reply.text("/now"))).isAfter(Instant.now().plus(Duration.ofHours(47)));
        assertThat(sim.send("POST", "/control/clock", "{\"offset\":\"soon\"}").status())
                .isEqualTo(400);
    }

    @Test
    void seededKeysAreTheSameOnEveryMachine() {
        try (TestSim one = TestSim.start(Options.onAnyPort().withSeed(true));
                TestSim other = TestSim.start(Options.onAnyPort().withSeed(true))) {
            JsonNode keys = one.send("GET", "/control/keys", null).at("/items");

            assertThat(keys)
                    .hasSize(17)
                    .isEqualTo(other.send("GET", "/control/keys", null).at("/items"));
            assertThat(keys)
                    .extracting(key ->
                            key.at("/provider").asText() + " " + key.at("/name").asText())
                    .containsExactlyInAnyOrder(
                            "anthropic local-admin",
                            "anthropic local-1",
                            "anthropic local-2",
                            "azure-openai local-admin",
                            "azure-openai key1",
                            "azure-openai key2",
                            "cohere local-1",
                            "github-copilot local-admin",
                            "github-copilot octocat",
                            "google local-admin",
                            "google local-1",
                            "mistral local-admin",
                            "mistral local-1",
                            "openai local-admin",
                            "openai local-1",
                            "openrouter local-management",
                            "openrouter local-1");
        }
    }

    @Test
    void whatIsNotThereIsNotFound() {
        assertThat(sim.send("GET", "/control/nothing", null).status()).isEqualTo(404);
        assertThat(sim.send("GET", "/nothing", null).status()).isEqualTo(404);
        assertThat(sim.send("GET", "/anthropicX/v1/models", null).status()).isEqualTo(404);
    }

    private String bill(String query) {
        return sim.send("GET", "/control/bill" + query, null).text("/total");
    }
}
