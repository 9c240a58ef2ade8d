package io.leasehold.sim.anthropic;

import static io.leasehold.sim.TestSim.anthropicHeaders;
import static org.assertj.core.api.Assertions.assertThat;

import io.leasehold.sim.Reply;
import io.leasehold.sim.TestSim;
import io.leasehold.sim.TestSim.Key;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessagesTest {
    /** 36 bytes are 9 tokens, the message 4 more. */
    private static final String HELLO = """
            {"model":"claude-sonnet-5","max_tokens":100,"messages":[{"role":"user","content":"Hello there, how are you? [[out=20]]"}]}""";

    @RegisterExtension
    static final TestSim sim = TestSim.start();

    private final Key key = sim.anthropicKey();

    @Test
    void aMessageHasTheDocumentedShape() {
        Reply reply = sim.messages(key, HELLO);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.fields(""))
                .containsExactly(
                        "id",
                        "type",
                        "role",
                        "model",
                        "content",
                        "stop_reason",
                        "stop_sequence",
                        "stop_details",
                        "container",
                        "usage");
        assertThat(reply.text("/id")).startsWith("msg_01").hasSize(28);
        assertThat(reply.text("/content/0/text")).startsWith("You said: Hello there, how are you?");
        assertThat(reply.at("/content/0/citations").isNull()).isTrue();
        assertThat(reply.text("/stop_reason")).isEqualTo("end_turn");
        assertThat(reply.at("/stop_details").isNull()).isTrue();
    }

    @Test
    void usageHasEveryFieldOfTheDocument() {
        Reply reply = sim.messages(key, HELLO);

        assertThat(reply.fields("/usage"))
                .containsExactly(
                        "input_tokens",
                        "cache_creation_input_tokens",
                        "cache_read_input_tokens",
                        "cache_creation",
                        "output_tokens",
                        "output_tokens_details",
                        "server_tool_use",
                        "service_tier",
                        "inference_geo",
                        "speed");
        assertThat(reply.at("/usage/input_tokens").asInt()).isEqualTo(13);
        assertThat(reply.at("/usage/output_tokens").asInt()).isEqualTo(20);
        assertThat(reply.at("/usage/server_tool_use").isNull()).isTrue();
    }

    @Test
    void theAnswerCarriesTheDocumentedHeaders() {
        Reply reply = sim.messages(key, HELLO);

        assertThat(reply.header("request-id").orElseThrow()).startsWith("req_011C");
        assertThat(reply.header("anthropic-organization-id")).contains("8f1c2a7e-6b0d-4f0e-9c55-0d8f7d1f4a11");
        for (String what : new String[] {"requests", "input-tokens", "output-tokens"}) {
            for (String part : new String[] {"limit", "remaining", "reset"}) {
                assertThat(reply.header("anthropic-ratelimit-" + what + "-" + part))
                        .isPresent();
            }
        }
        assertThat(reply.header("content-encoding")).isEmpty();
    }

    /** Those from before 4.6 know no places, and say so. */
    @Test
    void anOlderModelHasNoPlaces() {
        String older = HELLO.replace("claude-sonnet-5", "claude-haiku-4-5");

        assertThat(sim.messages(key, older).text("/usage/inference_geo")).isEqualTo("not_available");
        assertThat(sim.messages(key, HELLO).text("/usage/inference_geo")).isEqualTo("global");
        assertThat(sim.messages(key, older.replace("{\"model\"", "{\"inference_geo\":\"us\",\"model\""))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void aRequestIsBilledToTheNanoDollar() {
        sim.messages(key, HELLO);

        // 13 × 2 000 + 20 × 10 000 nano-dollars
        assertThat(sim.bill(key)).isEqualTo("0.000226000");
        assertThat(sim.ledger(key)).hasSize(1);
        assertThat(sim.ledger(key).at("/0/outcome").asText()).isEqualTo("completed");
    }

    @Test
    void theLedgerNamesTheAnswerByItsId() {
        String id = sim.messages(key, HELLO).text("/id");

        assertThat(sim.ledger(key).at("/0/id").asText()).isEqualTo(id);
    }

    @Test
    void theSameRequestAlwaysGetsTheSameAnswer() {
        Reply one = sim.messages(key, HELLO);
        Reply other = sim.messages(sim.anthropicKey(), HELLO);

        assertThat(other.at("/content")).isEqualTo(one.at("/content"));
        assertThat(other.at("/usage")).isEqualTo(one.at("/usage"));
    }

    @Test
    void theMaximumEndsTheAnswer() {
        Reply reply = sim.messages(key, HELLO.replace(":100,", ":7,"));

        assertThat(reply.text("/stop_reason")).isEqualTo("max_tokens");
        assertThat(reply.at("/usage/output_tokens").asInt()).isEqualTo(7);
        assertThat(reply.text("/content/0/text")).hasSize(28);
    }

    @Test
    void aMarkedPrefixIsBilledAsWrittenThenAsRead() {
        String body = """
                {"model":"claude-opus-5","max_tokens":10,"system":[{"type":"text","text":"%s",
                 "cache_control":{"type":"ephemeral","ttl":"1h"}}],"messages":[{"role":"user","content":"Hi [[out=2]]"}]}""".formatted("cached once ".repeat(100));

        Reply written = sim.messages(key, body);
        Reply read = sim.messages(sim.anthropicKey(), body);

        assertThat(written.at("/usage/cache_creation_input_tokens").asInt()).isEqualTo(300);
        assertThat(written.at("/usage/cache_creation/ephemeral_1h_input_tokens").asInt())
                .isEqualTo(300);
        assertThat(written.at("/usage/cache_creation/ephemeral_5m_input_tokens").asInt())
                .isZero();
        assertThat(read.at("/usage/cache_read_input_tokens").asInt()).isEqualTo(300);
        assertThat(read.at("/usage/input_tokens").asInt())
                .isEqualTo(written.at("/usage/input_tokens").asInt())
                .isEqualTo(3 + 4);
        // 300 × 10 000 + 7 × 5 000 + 2 × 25 000
        assertThat(sim.bill(key)).isEqualTo("0.003085000");
    }

    @Test
    void placeAndSpeedArePricedAndReported() {
        String body = HELLO.replace("claude-sonnet-5", "claude-opus-5")
                .replace("\"max_tokens\"", "\"inference_geo\":\"us\",\"speed\":\"fast\",\"max_tokens\"");

        Reply reply = sim.send(
                "POST",
                "/anthropic/v1/messages",
                body,
                anthropicHeaders(key, "anthropic-beta", "other,fast-mode-2026-02-01"));

        assertThat(reply.text("/usage/inference_geo")).isEqualTo("us");
        assertThat(reply.text("/usage/speed")).isEqualTo("fast");
        // (13 × 10 000 + 20 × 50 000) × 1.1
        assertThat(sim.bill(key)).isEqualTo("0.001243000");
    }

    @Test
    void aDatedNameIsTheModelAndIsAnsweredAsAsked() {
        Reply reply = sim.messages(key, HELLO.replace("claude-sonnet-5", "claude-haiku-4-5-20251001"));

        assertThat(reply.text("/model")).isEqualTo("claude-haiku-4-5-20251001");
        assertThat(sim.ledger(key).at("/0/model").asText()).isEqualTo("claude-haiku-4-5");
    }

    @Test
    void countingTokensIsFreeAndAgreesWithTheBill() {
        Reply reply = sim.anthropic("POST", "/v1/messages/count_tokens", key, HELLO.replace("\"max_tokens\":100,", ""));

        assertThat(reply.json()).isEqualTo(TestSim.parse("{\"input_tokens\":13}"));
        assertThat(sim.ledger(key)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"max_tokens":5,"messages":[{"role":"user","content":"x"}]}                           | 400 | model: Field required
                    {"model":"claude-opus-5","messages":[{"role":"user","content":"x"}]}                  | 400 | max_tokens: Field required
                    {"model":"claude-opus-5","max_tokens":5}                                              | 400 | messages: Field required
                    {"model":"claude-opus-5","max_tokens":5,"messages":[]}                                | 400 | messages: at least one message is required
                    {"model":"claude-9","max_tokens":5,"messages":[{"role":"user","content":"x"}]}        | 404 | model: claude-9
                    {"model":"claude-opus-5","max_tokens":128001,"messages":[{"role":"user","content":"x"}]} | 400 | max_tokens: 128001 > 128000, which is the maximum allowed number of output tokens for claude-opus-5
                    {"model":"claude-opus-5","max_tokens":5,"speed":"fast","messages":[{"role":"user","content":"x"}]} | 400 | speed: Extra inputs are not permitted
                    {"model":"claude-opus-5","max_tokens":5,"inference_geo":"eu","messages":[{"role":"user","content":"x"}]} | 400 | inference_geo: Input should be 'global' or 'us'
                    """)
    void aBadRequestSaysWhatIsWrongAndCostsNothing(String body, int status, String message) {
        Reply reply = sim.messages(key, body);

        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.text("/error/message")).isEqualTo(message);
        assertThat(sim.ledger(key)).isEmpty();
    }

    @Test
    void moreThanFourMarksAreRefused() {
        String block = """
                {"type":"text","text":"x","cache_control":{"type":"ephemeral"}}""";
        String body = """
                {"model":"claude-opus-5","max_tokens":5,"messages":[{"role":"user","content":[%s]}]}""".formatted(String.join(",", Collections.nCopies(5, block)));

        assertThat(sim.messages(key, body).text("/error/message"))
                .isEqualTo("A maximum of 4 blocks with cache_control may be provided. Found 5.");
    }

    @Test
    void aBodyBeyondThirtyTwoMegabytesIsTooLarge() {
        Reply reply = sim.messages(key, "x".repeat(32 * 1024 * 1024 + 1));

        assertThat(reply.status()).isEqualTo(413);
        assertThat(reply.text("/error/type")).isEqualTo("request_too_large");
    }

    @Test
    void aBodyWithinTheLimitIsReadHoweverLongItsText() {
        Reply reply = sim.messages(key, HELLO.replace("Hello", "x".repeat(24 * 1024 * 1024)));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.text("/error/message")).startsWith("prompt is too long: ");
    }
}
