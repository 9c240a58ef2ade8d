package io.leasehold.sim.openai;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.leasehold.sim.Reply;
import io.leasehold.sim.SseEvent;
import io.leasehold.sim.TestSim;
import io.leasehold.sim.TestSim.Key;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class InferenceTest {
    private static final String CHAT = """
            {"model":"gpt-6-sol","messages":[{"role":"user","content":"Hi [[out=5]]"}]%s}""";
    private static final String RESPONSE = """
            {"model":"gpt-6-sol","input":[{"role":"user","content":[{"type":"input_text","text":"Hi [[out=5]]"}]}]%s}""";
    private static final String TEXT = "You said: Hi You sai";

    @RegisterExtension
    static final TestSim sim = TestSim.start();

    private final Key key = sim.openAiKey();

    @Test
    void aCompletionHasTheDocumentedShapeAndIsBilled() {
        Reply reply = chat("");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.fields(""))
                .containsExactly(
                        "id", "object", "created", "model", "service_tier", "system_fingerprint", "choices", "usage");
        assertThat(reply.text("/model")).isEqualTo("gpt-6-sol-2026-09-01");
        assertThat(reply.at("/choices/0")).isEqualTo(TestSim.parse("""
                {"index":0,"finish_reason":"stop","logprobs":null,
                 "message":{"role":"assistant","content":"You said: Hi You sai","refusal":null,"annotations":[]}}"""));
        assertThat(reply.at("/usage")).isEqualTo(TestSim.parse("""
                {"prompt_tokens":7,"completion_tokens":5,"total_tokens":12,
                 "prompt_tokens_details":{"cached_tokens":0,"cache_write_tokens":0,"audio_tokens":0},
                 "completion_tokens_details":{"reasoning_tokens":0,"audio_tokens":0,
                  "accepted_prediction_tokens":0,"rejected_prediction_tokens":0}}"""));
        // 7 × 2 000 + 5 × 10 000 nano-dollars
        assertThat(sim.bill(key)).isEqualTo("0.000064000");
        assertThat(reply.header("x-ratelimit-reset-tokens")).contains("6m0s");
        assertThat(reply.header("openai-version")).contains("2020-10-01");
    }

    @Test
    void aStreamSaysNothingOfItsUsageUnlessItIsAskedTo() {
        List<SseEvent> usual = chat(",\"stream\":true").events();
        List<SseEvent> asked = chat(",\"stream\":true,\"stream_options\":{\"include_usage\":true}")
                .events();

        assertThat(usual).hasSize(1 + 5 + 1 + 1);
        assertThat(usual.subList(0, 7)).noneMatch(event -> event.json().has("usage"));
        assertThat(asked).hasSize(1 + 5 + 1 + 1 + 1);
        assertThat(asked.subList(0, 7))
                .allMatch(event -> event.json().path("usage").isNull());
        assertThat(asked.get(7).json().path("choices")).isEmpty();
        assertThat(asked.get(7).json().at("/usage/completion_tokens").asInt()).isEqualTo(5);
        assertThat(asked.getLast().data()).isEqualTo("[DONE]");
        assertThat(asked.subList(1, 6).stream()
                        .map(event ->
                                event.json().at("/choices/0/delta/content").asText())
                        .collect(Collectors.joining()))
                .isEqualTo(TEXT);
    }

    @Test
    void aLongPromptIsCachedWithoutAMark() {
        String prompt = "{\"model\":\"%s\",\"max_tokens\":1,\"messages\":[{\"role\":\"user\",\"content\":\"%s\"}]}";
        String long1 = prompt.formatted("gpt-6-sol", "a".repeat(4096));
        String long2 = prompt.formatted("gpt-4.1", "b".repeat(4096));

        JsonNode written = sim.openAi("POST", "/chat/completions", key, long1).at("/usage/prompt_tokens_details");
        JsonNode read = sim.openAi("POST", "/chat/completions", key, long1).at("/usage/prompt_tokens_details");
        JsonNode free = sim.openAi("POST", "/chat/completions", key, long2).at("/usage/prompt_tokens_details");

        assertThat(written.path("cache_write_tokens").asInt()).isEqualTo(1028);
        assertThat(read.path("cached_tokens").asInt()).isEqualTo(1028);
        assertThat(free.has("cache_write_tokens")).isFalse();
    }

    @Test
    void tiersHaveTheirPricesAndModelsWithoutThemServeAsUsual() {
        String mini =
                "{\"model\":\"gpt-5-mini\",\"service_tier\":\"%s\",\"messages\":[{\"role\":\"user\",\"content\":\"Hi [[out=5]]\"}]}";

        assertThat(sim.openAi("POST", "/chat/completions", key, mini.formatted("fast"))
                        .text("/service_tier"))
                .isEqualTo("priority");
        assertThat(sim.openAi("POST", "/chat/completions", key, mini.formatted("flex"))
                        .text("/service_tier"))
                .isEqualTo("flex");
        // 7 × (450 + 125) + 5 × (3 600 + 1 000)
        assertThat(sim.bill(key)).isEqualTo("0.000027025");
        assertThat(chat(",\"service_tier\":\"flex\"").text("/service_tier")).isEqualTo("default");
    }

    @Test
    void aResponseHasItsUsageInItsLastEvent() {
        Reply whole = sim.openAi("POST", "/responses", key, RESPONSE.formatted(""));
        List<SseEvent> events = sim.openAi("POST", "/responses", key, RESPONSE.formatted(",\"stream\":true"))
                .events();

        assertThat(whole.text("/output/0/content/0/text")).isEqualTo(TEXT);
        assertThat(whole.at("/usage")).isEqualTo(TestSim.parse("""
                {"input_tokens":7,"input_tokens_details":{"cached_tokens":0,"cache_write_tokens":0},
                 "output_tokens":5,"output_tokens_details":{"reasoning_tokens":0},"total_tokens":12}"""));
        assertThat(events)
                .extracting(event -> event.json().path("type").asText())
                .startsWith(
                        "response.created",
                        "response.in_progress",
                        "response.output_item.added",
                        "response.content_part.added",
                        "response.output_text.delta")
                .endsWith(
                        "response.output_text.done",
                        "response.content_part.done",
                        "response.output_item.done",
                        "response.completed");
        assertThat(events)
                .extracting(event -> event.json().path("sequence_number").asInt())
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(events.getLast().json().at("/response/usage")).isEqualTo(whole.at("/usage"));
        assertThat(sim.bill(key)).isEqualTo("0.000128000");
    }

    @Test
    void aResponseThatWasCutIsIncomplete() {
        Reply cut = sim.openAi("POST", "/responses", key, RESPONSE.formatted(",\"max_output_tokens\":2"));

        assertThat(cut.text("/status")).isEqualTo("incomplete");
        assertThat(cut.text("/incomplete_details/reason")).isEqualTo("max_output_tokens");
        assertThat(cut.at("/usage/output_tokens").asInt()).isEqualTo(2);
    }

    @Test
    void embeddingsComeAsNumbersOrAsBytesAndCostTheirInput() {
        String body = "{\"model\":\"text-embedding-3-small\",\"dimensions\":8,\"input\":%s%s}";

        Reply numbers = sim.openAi("POST", "/embeddings", key, body.formatted("[\"abcd\",\"efghi\"]", ""));
        Reply bytes =
                sim.openAi("POST", "/embeddings", key, body.formatted("[1,2,3]", ",\"encoding_format\":\"base64\""));

        assertThat(numbers.at("/data")).hasSize(2);
        assertThat(numbers.at("/data/0/embedding")).hasSize(8);
        assertThat(numbers.at("/usage")).isEqualTo(TestSim.parse("{\"prompt_tokens\":3,\"total_tokens\":3}"));
        assertThat(bytes.text("/data/0/embedding")).hasSize(44);
        // 6 × 20 nano-dollars
        assertThat(sim.bill(key)).isEqualTo("0.000000120");
    }

    @Test
    void theTwoFamiliesOf429AreToldApartByTheirType() {
        sim.fault("{\"key\":\"" + key.id() + "\",\"error_kind\":\"rate_limit\"}");
        Reply limited = chat("");
        sim.fault("{\"key\":\"" + key.id() + "\",\"error_kind\":\"project_spend_limit\"}");
        Reply spent = chat("");

        assertThat(limited.status()).isEqualTo(429);
        assertThat(limited.header("retry-after")).contains("2");
        assertThat(limited.text("/error/code")).isEqualTo("rate_limit_exceeded");
        assertThat(spent.status()).isEqualTo(429);
        assertThat(spent.header("retry-after")).isEmpty();
        assertThat(spent.at("/error")).isEqualTo(TestSim.parse("""
                {"message":"This project has reached its monthly spend limit.","type":"insufficient_quota",
                 "param":null,"code":"project_spend_limit_exceeded"}"""));
    }

    @Test
    void wrongKeysAndModelsAreRefusedInTheProvidersWords() {
        Reply wrong = sim.openAi("GET", "/models", new Key("", "sk-proj-0123456789abcdefghij", ""));
        Reply unknown =
                sim.openAi("POST", "/chat/completions", key, CHAT.formatted("").replace("gpt-6-sol", "gpt-0"));

        assertThat(wrong.status()).isEqualTo(401);
        assertThat(wrong.text("/error/code")).isEqualTo("invalid_api_key");
        assertThat(wrong.text("/error/message")).contains("sk-****ghij").doesNotContain("0123456789");
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.text("/error/code")).isEqualTo("model_not_found");
        assertThat(sim.openAi("GET", "/models", sim.openAiAdmin()).status()).isEqualTo(403);
    }

    @Test
    void aFailureAfterTheStartArrivesInsideTheStream() {
        sim.fault("{\"key\":\"" + key.id() + "\",\"cut_stream_after_events\":2,\"error_kind\":\"overloaded\"}");

        List<SseEvent> chat = chat(",\"stream\":true").events();
        List<SseEvent> response = sim.openAi("POST", "/responses", key, RESPONSE.formatted(",\"stream\":true"))
                .events();

        assertThat(chat.getLast().json().at("/error/type").asText()).isEqualTo("server_error");
        assertThat(response.getLast().json().path("type").asText()).isEqualTo("error");
    }

    private Reply chat(String more) {
        return sim.openAi("POST", "/chat/completions", key, CHAT.formatted(more));
    }
}
