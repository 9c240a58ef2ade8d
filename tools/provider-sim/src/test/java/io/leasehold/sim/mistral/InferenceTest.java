package io.leasehold.sim.mistral;

import static org.assertj.core.api.Assertions.assertThat;

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
            {"model":"mistral-large-latest","messages":[{"role":"user","content":"Hi [[out=5]]"}]%s}""";

    @RegisterExtension
    static final TestSim sim = TestSim.start();

    private final Key key = sim.mistralKey();

    @Test
    void aCompletionHasTheDocumentedShapeAndIsBilled() {
        Reply reply = chat("");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.fields("")).containsExactly("id", "object", "created", "model", "choices", "usage");
        assertThat(reply.text("/id")).startsWith("cmpl-");
        assertThat(reply.text("/model")).isEqualTo("mistral-large-2512");
        assertThat(reply.at("/choices/0")).isEqualTo(TestSim.parse("""
                {"index":0,"finish_reason":"stop",
                 "message":{"role":"assistant","content":"You said: Hi You sai","tool_calls":null}}"""));
        assertThat(reply.at("/usage")).isEqualTo(TestSim.parse("""
                {"prompt_tokens":7,"completion_tokens":5,"total_tokens":12,"prompt_audio_seconds":null,"service_tier":"standard"}"""));
        // 7 × 500 + 5 × 1 500 nano-dollars
        assertThat(sim.bill(key)).isEqualTo("0.000011000");
        assertThat(sim.ledger(key).at("/0/id").asText()).isEqualTo(reply.text("/id"));
        assertThat(reply.header("mistral-correlation-id")).isPresent();
        assertThat(reply.header("x-ratelimit-tokens-query-cost")).contains("7");
    }

    @Test
    void aStreamTellsItsUsageWithWhyItEnded() {
        List<SseEvent> events = chat(",\"stream\":true").events();

        assertThat(events).hasSize(1 + 5 + 1 + 1);
        assertThat(events.subList(0, 6)).noneMatch(event -> event.json().has("usage"));
        assertThat(events.get(6).json().at("/choices/0/finish_reason").asText()).isEqualTo("stop");
        assertThat(events.get(6).json().at("/usage/total_tokens").asInt()).isEqualTo(12);
        assertThat(events.getLast().data()).isEqualTo("[DONE]");
        assertThat(events.subList(1, 6).stream()
                        .map(event ->
                                event.json().at("/choices/0/delta/content").asText())
                        .collect(Collectors.joining()))
                .isEqualTo("You said: Hi You sai");
    }

    @Test
    void aLongPromptIsCachedAndReadForLess() {
        String body =
                "{\"model\":\"mistral-large-2512\",\"max_tokens\":1,\"messages\":[{\"role\":\"user\",\"content\":\""
                        + "a".repeat(4096) + "\"}]}";

        Reply first = sim.mistral("POST", "/chat/completions", key, body);
        Reply second = sim.mistral("POST", "/chat/completions", key, body);

        assertThat(first.at("/usage").has("num_cached_tokens")).isFalse();
        assertThat(second.at("/usage/num_cached_tokens").asInt()).isEqualTo(1028);
        assertThat(second.at("/usage/prompt_tokens_details/cached_tokens").asInt())
                .isEqualTo(1028);
        assertThat(second.at("/usage/prompt_tokens").asInt()).isEqualTo(1028);
        // 1 028 × (500 + 50) + 2 × 1 500 nano-dollars
        assertThat(sim.bill(key)).isEqualTo("0.000568400");
    }

    @Test
    void aCompletionStandsInTheMiddle() {
        String body = "{\"model\":\"codestral-2508\",\"prompt\":\"abcd\",\"suffix\":\"efgh\",\"max_tokens\":2}";

        Reply reply = sim.mistral("POST", "/fim/completions", key, body);

        assertThat(reply.text("/choices/0/message/content")).isEqualTo("You said");
        assertThat(reply.text("/choices/0/finish_reason")).isEqualTo("length");
        assertThat(reply.at("/usage/prompt_tokens").asInt()).isEqualTo(2);
        // 2 × 300 + 2 × 900 nano-dollars
        assertThat(sim.bill(key)).isEqualTo("0.000002400");
    }

    @Test
    void embeddingsCostTheirInput() {
        Reply reply =
                sim.mistral("POST", "/embeddings", key, "{\"model\":\"mistral-embed\",\"input\":[\"abcd\",\"efghi\"]}");

        assertThat(reply.at("/data")).hasSize(2);
        assertThat(reply.at("/data/1/embedding")).hasSize(1024);
        assertThat(reply.at("/usage"))
                .isEqualTo(TestSim.parse("{\"prompt_tokens\":3,\"completion_tokens\":0,\"total_tokens\":3}"));
        assertThat(sim.bill(key)).isEqualTo("0.000000300");
    }

    @Test
    void modelsAreListedWithTheirOtherNames() {
        Reply all = sim.mistral("GET", "/models", key);
        Reply one = sim.mistral("GET", "/models/codestral-latest", key);

        assertThat(all.at("/data/0/aliases/0").asText()).isEqualTo("mistral-large-latest");
        assertThat(all.at("/data/0/capabilities/completion_chat").asBoolean()).isTrue();
        assertThat(one.text("/id")).isEqualTo("codestral-2508");
        assertThat(one.at("/capabilities/completion_fim").asBoolean()).isTrue();
        assertThat(sim.mistral("GET", "/models/foo", key).status()).isEqualTo(404);
    }

    @Test
    void aKeySaysWhoseItIs() {
        Reply me = sim.mistral("GET", "/users/me", key);

        assertThat(me.fields(""))
                .containsExactly("id", "email", "first_name", "last_name", "workspace", "organization", "api_key");
        assertThat(me.text("/workspace/name")).isEqualTo("Default");
        assertThat(me.text("/api_key/id")).isEqualTo(key.id());
    }

    @Test
    void refusalsHaveTheirShapes() {
        Reply wrong = sim.mistral("GET", "/models", new Key("", "x".repeat(32), ""));
        Reply unknown =
                sim.mistral("POST", "/chat/completions", key, CHAT.formatted("").replace("large", "huge"));
        Reply embed = sim.mistral("POST", "/embeddings", key, "{\"model\":\"mistral-large-2512\",\"input\":\"a\"}");
        Reply empty = sim.mistral("POST", "/chat/completions", key, "{\"model\":\"mistral-large-2512\"}");

        assertThat(wrong.status()).isEqualTo(401);
        assertThat(wrong.json()).isEqualTo(TestSim.parse("{\"detail\":\"Unauthorized\"}"));
        assertThat(unknown.status()).isEqualTo(400);
        assertThat(unknown.json()).isEqualTo(TestSim.parse("""
                {"object":"error","message":"Invalid model: mistral-huge-latest","type":"invalid_model","param":null,"code":"1500"}"""));
        assertThat(embed.status()).isEqualTo(400);
        assertThat(empty.status()).isEqualTo(422);
        assertThat(empty.text("/message/detail/0/msg")).isEqualTo("messages: Field required");
        assertThat(sim.bill(key)).isEqualTo("0.000000000");
    }

    @Test
    void everyErrorCanBeOrdered() {
        for (MistralErrorKind kind : MistralErrorKind.values()) {
            sim.fault("{\"key\":\"" + key.id() + "\",\"error_kind\":\"" + kind.wireName() + "\"}");

            Reply reply = chat("");

            assertThat(reply.status()).as(kind.wireName()).isEqualTo(kind.status());
            assertThat(reply.header("retry-after").isPresent()).isEqualTo(kind.status() == 429);
        }
    }

    @Test
    void aFailureAfterTheStartArrivesInsideTheStream() {
        sim.fault("{\"key\":\"" + key.id() + "\",\"cut_stream_after_events\":2,\"error_kind\":\"overloaded\"}");

        List<SseEvent> events = chat(",\"stream\":true").events();

        assertThat(events.getLast().json().path("object").asText()).isEqualTo("error");
        assertThat(events.getLast().json().path("type").asText()).isEqualTo("service_unavailable");
    }

    private Reply chat(String more) {
        return sim.mistral("POST", "/chat/completions", key, CHAT.formatted(more));
    }
}
