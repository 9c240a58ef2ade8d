package io.leasehold.sim.openrouter;

import static org.assertj.core.api.Assertions.assertThat;

import io.leasehold.sim.RawCall;
import io.leasehold.sim.Reply;
import io.leasehold.sim.SseEvent;
import io.leasehold.sim.TestSim;
import io.leasehold.sim.TestSim.Key;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChatTest {
    /** 12 bytes are 3 tokens, the message 4 more. */
    private static final String HI = """
            {"model":"openai/gpt-6-sol","messages":[{"role":"user","content":"Hi [[out=5]]"}]}""";

    private static final String HI_STREAMED = HI.replace("{\"model\"", "{\"stream\":true,\"model\"");

    @RegisterExtension
    static final TestSim sim = TestSim.start();

    private final Key key = sim.openRouterKey();

    @Test
    void aCompletionHasTheDocumentedShape() {
        Reply reply = sim.chat(key, HI);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("X-Generation-Id")).contains(reply.text("/id"));
        assertThat(reply.text("/id")).startsWith("gen-").hasSize(32);
        assertThat(reply.fields(""))
                .containsExactly(
                        "id", "object", "created", "model", "provider", "system_fingerprint", "choices", "usage");
        assertThat(reply.at("/choices/0")).isEqualTo(TestSim.parse("""
                {"index":0,"finish_reason":"stop","native_finish_reason":"stop",
                 "message":{"role":"assistant","content":"You said: Hi You sai","refusal":null,"reasoning":null}}"""));
    }

    @Test
    void usageHasTheCostThatIsBilled() {
        Reply reply = sim.chat(key, HI);

        // 7 × 2 000 + 5 × 10 000 nano-dollars
        assertThat(reply.at("/usage")).isEqualTo(TestSim.parse("""
                {"prompt_tokens":7,"completion_tokens":5,"total_tokens":12,"cost":0.000064,"is_byok":false,
                 "prompt_tokens_details":{"cached_tokens":0,"cache_write_tokens":0,"audio_tokens":0,"video_tokens":0},
                 "completion_tokens_details":{"reasoning_tokens":0,"audio_tokens":0,"accepted_prediction_tokens":null,
                  "rejected_prediction_tokens":null},
                 "cost_details":{"upstream_inference_cost":null,"upstream_inference_prompt_cost":0.000014,
                  "upstream_inference_completions_cost":0.00005,"server_tool_cost":null},
                 "server_tool_use_details":null}"""));
        assertThat(sim.bill(key)).isEqualTo("0.000064000");
    }

    @Test
    void aCostBelowTheNanoDollarIsRoundedOnce() {
        Reply reply = sim.chat(key, HI.replace("openai/gpt-6-sol", "deepseek/deepseek-v3.2"));

        // 7 × 228.8 + 5 × 343.2 = 3 317.6
        assertThat(reply.at("/usage/cost").decimalValue()).isEqualByComparingTo("0.000003318");
        assertThat(sim.bill(key)).isEqualTo("0.000003318");
    }

    @Test
    void theMaximumEndsTheAnswerUnderEitherName() {
        for (String name : List.of("max_tokens", "max_completion_tokens")) {
            Reply reply = sim.chat(key, HI.replace("{\"model\"", "{\"" + name + "\":2,\"model\""));

            assertThat(reply.text("/choices/0/finish_reason")).isEqualTo("length");
            assertThat(reply.at("/usage/completion_tokens").asInt()).isEqualTo(2);
        }
    }

    @Test
    void aStreamHasCommentsChunksUsageAndItsEnd() {
        List<SseEvent> events = sim.chat(key, HI_STREAMED).events();

        assertThat(events).hasSize(1 + 5 + 1 + 1 + 1);
        assertThat(events.getFirst()).isEqualTo(new SseEvent(":", "OPENROUTER PROCESSING"));
        assertThat(events.subList(1, 6).stream()
                        .map(event ->
                                event.json().at("/choices/0/delta/content").asText())
                        .collect(Collectors.joining()))
                .isEqualTo("You said: Hi You sai");
        assertThat(events.get(6).json().at("/choices/0/finish_reason").asText()).isEqualTo("stop");
        assertThat(events.get(7).json().at("/usage/cost").decimalValue()).isEqualByComparingTo("0.000064");
        assertThat(events.getLast().data()).isEqualTo("[DONE]");
        assertThat(events.subList(1, 7))
                .allSatisfy(event -> assertThat(event.json().has("usage")).isFalse());
    }

    @Test
    void aFailureAfterTheStartArrivesInsideTheStream() {
        sim.fault("{\"key\":\"" + key.id() + "\",\"cut_stream_after_events\":2,\"error_kind\":\"provider_failed\"}");

        Reply reply = sim.chat(key, HI_STREAMED);

        assertThat(reply.status()).isEqualTo(200);
        List<SseEvent> events = reply.events();
        assertThat(events.get(3).json().at("/error")).isEqualTo(TestSim.parse("""
                {"code":502,"message":"Provider returned error","metadata":{"error_type":"provider_unavailable"}}"""));
        assertThat(events.get(3).json().at("/choices/0/finish_reason").asText()).isEqualTo("error");
        assertThat(events.getLast().data()).isEqualTo("[DONE]");
    }

    @Test
    void aCutStreamEndsBeforeItsUsage() throws IOException {
        sim.fault("{\"key\":\"" + key.id() + "\",\"cut_stream_after_events\":6}");

        String raw;
        try (RawCall call = RawCall.post(
                sim, "/openrouter/api/v1/chat/completions", HI_STREAMED, "authorization", "Bearer " + key.secret())) {
            raw = call.readToEnd();
        }

        assertThat(raw)
                .contains("\"finish_reason\":\"stop\"")
                .doesNotContain("\"usage\"")
                .doesNotContain("[DONE]");
        assertThat(sim.bill(key)).isEqualTo("0.000064000");
    }

    @Test
    void aSlowStreamIsKeptAliveByComments() {
        sim.fault("{\"key\":\"" + key.id() + "\",\"first_token_ms\":2200}");

        assertThat(sim.chat(key, HI_STREAMED).events())
                .filteredOn(event -> event.name().equals(":"))
                .hasSize(1 + 2);
    }

    @Test
    void aKeyCannotSpendMoreThanItsLimit() {
        Key limited = sim.openRouterKey("0.0001");

        assertThat(sim.chat(limited, HI).status()).isEqualTo(200);
        Reply refused = sim.chat(limited, HI);

        assertThat(refused.status()).isEqualTo(402);
        assertThat(refused.json()).isEqualTo(TestSim.parse("""
                {"error":{"code":402,"message":"This request requires more credits, or fewer max_tokens.",
                 "metadata":{"limit_source":"openrouter_key_limit"}},"user_id":"user_2dHFtVWx2n56w6HkM0000000000"}"""));
    }

    @Test
    void theLimitCountsWhatTheCallerAllows() {
        Key limited = sim.openRouterKey("0.001");

        Reply reply = sim.chat(limited, HI.replace("{\"model\"", "{\"max_tokens\":1000,\"model\""));

        assertThat(reply.text("/error/metadata/limit_source")).isEqualTo("openrouter_key_limit");
    }

    @Test
    void requestsInFlightCountTowardsTheLimit() {
        Key limited = sim.openRouterKey("0.0001");
        sim.fault("{\"key\":\"" + limited.id() + "\",\"first_token_ms\":400}");

        List<CompletableFuture<Reply>> calls = IntStream.range(0, 4)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> sim.chat(limited, HI)))
                .toList();
        List<Reply> replies = calls.stream().map(CompletableFuture::join).toList();

        assertThat(replies).filteredOn(reply -> reply.status() == 200).hasSize(1);
        assertThat(replies)
                .filteredOn(reply -> reply.status() == 402
                        && reply.text("/error/metadata/limit_source").equals("openrouter_in_flight_budget"))
                .allSatisfy(reply -> assertThat(reply.header("Retry-After")).contains("1"));
        assertThat(sim.bill(limited)).isEqualTo("0.000064000");
    }

    @ParameterizedTest
    @CsvSource({
        "no_credits, 402, openrouter_credits",
        "key_limit, 402, openrouter_key_limit",
        "in_flight_budget, 402, openrouter_in_flight_budget",
        "permission, 403, ''",
        "timeout, 408, ''",
        "unprocessable, 422, ''",
        "rate_limit, 429, ''",
        "api_error, 500, ''",
        "provider_failed, 502, ''",
        "no_provider, 503, ''",
        "edge_timeout, 524, ''",
        "overloaded, 529, ''"
    })
    void everyDocumentedErrorCanBeOrdered(String kind, int status, String limitSource) {
        sim.fault("{\"key\":\"" + key.id() + "\",\"error_kind\":\"" + kind + "\"}");

        Reply reply = sim.chat(key, HI);

        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.at("/error/code").asInt()).isEqualTo(status);
        assertThat(reply.text("/error/metadata/limit_source")).isEqualTo(limitSource);
        assertThat(sim.ledger(key)).isEmpty();
    }

    @Test
    void aModelThatIsNotThereIsABadRequest() {
        Reply reply = sim.chat(key, HI.replace("openai/gpt-6-sol", "openai/gpt-0"));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.text("/error/message")).isEqualTo("openai/gpt-0 is not a valid model ID");
    }

    @Test
    void managementKeysCannotInfer() {
        assertThat(sim.chat(sim.openRouterManager(), HI).status()).isEqualTo(403);
    }

    @Test
    void aWrongKeyIsRefused() {
        Reply reply = sim.send("POST", "/openrouter/api/v1/chat/completions", HI, "authorization", "Bearer sk-or-v1-x");

        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.json()).isEqualTo(TestSim.parse("{\"error\":{\"code\":401,\"message\":\"User not found.\"}}"));
        assertThat(sim.send("POST", "/openrouter/api/v1/chat/completions", HI).status())
                .isEqualTo(401);
    }
}
