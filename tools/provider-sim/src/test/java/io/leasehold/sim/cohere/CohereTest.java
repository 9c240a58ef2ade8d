package io.leasehold.sim.cohere;

import static org.assertj.core.api.Assertions.assertThat;

import io.leasehold.sim.Reply;
import io.leasehold.sim.SseEvent;
import io.leasehold.sim.TestSim;
import io.leasehold.sim.TestSim.Key;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CohereTest {
    private static final String CHAT = """
            {"model":"command-a-03-2025","messages":[{"role":"user","content":"Hi [[out=5]]"}]%s}""";

    @RegisterExtension
    static final TestSim sim = TestSim.start();

    private final Key key = sim.cohereKey();

    @Test
    void aChatHasTheDocumentedShapeAndIsBilledByItsBilledUnits() {
        Reply reply = chat("");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.fields("")).containsExactly("id", "finish_reason", "message", "usage");
        assertThat(reply.at("/message")).isEqualTo(TestSim.parse("""
                {"role":"assistant","content":[{"type":"text","text":"You said: Hi You sai"}]}"""));
        assertThat(reply.at("/usage")).isEqualTo(TestSim.parse("""
                {"billed_units":{"input_tokens":7,"output_tokens":5},"tokens":{"input_tokens":73,"output_tokens":5},"cached_tokens":0}"""));
        // 7 × 2 500 + 5 × 10 000 nano-dollars
        assertThat(sim.bill(key)).isEqualTo("0.000067500");
        assertThat(sim.ledger(key).at("/0/id").asText()).isEqualTo(reply.text("/id"));
        assertThat(chat(",\"max_tokens\":2").text("/finish_reason")).isEqualTo("MAX_TOKENS");
    }

    @Test
    void aStreamTellsItsUsageInItsLastEvent() {
        List<SseEvent> events = chat(",\"stream\":true").events();

        assertThat(events)
                .extracting(event -> event.json().path("type").asText())
                .containsExactly(
                        "message-start",
                        "content-start",
                        "content-delta",
                        "content-delta",
                        "content-delta",
                        "content-delta",
                        "content-delta",
                        "content-end",
                        "message-end");
        assertThat(events).allMatch(event -> event.json().path("type").asText().equals(event.name()));
        assertThat(events.subList(2, 7).stream()
                        .map(event ->
                                event.json().at("/delta/message/content/text").asText())
                        .collect(Collectors.joining()))
                .isEqualTo("You said: Hi You sai");
        assertThat(events.getLast()
                        .json()
                        .at("/delta/usage/billed_units/output_tokens")
                        .asInt())
                .isEqualTo(5);
        assertThat(events.getLast().json().at("/delta/finish_reason").asText()).isEqualTo("COMPLETE");
    }

    @Test
    void documentsToAnswerFromAreRead() {
        Reply reply = chat(",\"documents\":[\"abcd\",{\"data\":\"efgh\"}]");

        assertThat(reply.at("/usage/billed_units/input_tokens").asInt()).isEqualTo(9);
        assertThat(reply.at("/message/content/0/text").asText()).startsWith("You said: Hi");
    }

    @Test
    void embeddingsCostTheirInput() {
        Reply reply = sim.cohere(
                "POST",
                "/v2/embed",
                key,
                "{\"model\":\"embed-v4.0\",\"output_dimension\":8,\"texts\":[\"abcd\",\"efghi\"]}");

        assertThat(reply.at("/embeddings/float")).hasSize(2);
        assertThat(reply.at("/embeddings/float/0")).hasSize(8);
        assertThat(reply.at("/meta/billed_units"))
                .isEqualTo(TestSim.parse("{\"input_tokens\":3,\"images\":0,\"image_tokens\":0}"));
        assertThat(sim.bill(key)).isEqualTo("0.000000360");
    }

    @Test
    void rerankingIsBilledByTheHundredDocuments() {
        String documents =
                IntStream.range(0, 101).mapToObj(i -> "\"d" + i + "\"").collect(Collectors.joining(","));
        Reply reply = sim.cohere(
                "POST",
                "/v2/rerank",
                key,
                "{\"model\":\"rerank-v3.5\",\"query\":\"q\",\"top_n\":2,\"documents\":[" + documents + "]}");

        assertThat(reply.at("/results")).hasSize(2);
        assertThat(reply.at("/results/1/index").asInt()).isEqualTo(1);
        assertThat(reply.at("/meta/billed_units/search_units").asInt()).isEqualTo(2);
        assertThat(sim.bill(key)).isEqualTo("0.004000000");
    }

    @Test
    void modelsAreListedInPages() {
        Reply first = sim.cohere("GET", "/v1/models?page_size=3", key);
        Reply second = sim.cohere("GET", "/v1/models?page_size=3&page_token=" + first.text("/next_page_token"), key);

        assertThat(first.at("/models")).hasSize(3);
        assertThat(first.text("/models/0/name")).isEqualTo("command-a-03-2025");
        assertThat(second.at("/models")).hasSize(2);
        assertThat(second.at("/next_page_token").isNull()).isTrue();
        assertThat(sim.cohere("GET", "/v1/models?endpoint=rerank", key).at("/models"))
                .hasSize(1);
        assertThat(sim.cohere("GET", "/v1/models/embed-v4.0", key).text("/endpoints/0"))
                .isEqualTo("embed");
        assertThat(sim.cohere("GET", "/v1/models/foo", key).status()).isEqualTo(404);
    }

    @Test
    void aKeyIsCheckedForNothing() {
        Reply right = sim.cohere("POST", "/v1/check-api-key", key);
        Reply wrong = sim.cohere("POST", "/v1/check-api-key", new Key("", "x".repeat(40), ""));

        assertThat(right.at("/valid").asBoolean()).isTrue();
        assertThat(right.text("/organization_id")).isNotBlank();
        assertThat(wrong.status()).isEqualTo(401);
        assertThat(wrong.text("/message")).isEqualTo("invalid api token");
        assertThat(wrong.fields("")).containsExactly("message", "id");
        assertThat(sim.bill(key)).isEqualTo("0.000000000");
    }

    @Test
    void whatDoesNotFitIsRefused() {
        assertThat(sim.cohere("POST", "/v2/chat", key, CHAT.formatted("").replace("command-a", "command-z"))
                        .status())
                .isEqualTo(404);
        assertThat(sim.cohere("POST", "/v2/chat", key, CHAT.formatted("").replace("command-a-03-2025", "embed-v4.0"))
                        .status())
                .isEqualTo(400);
        assertThat(sim.cohere("POST", "/v2/embed", key, "{\"model\":\"embed-v4.0\",\"texts\":[\"a\"],\"stream\":true}")
                        .status())
                .isEqualTo(400);
        assertThat(sim.cohere("POST", "/v2/chat", key, "{\"model\":\"command-a-03-2025\"}")
                        .status())
                .isEqualTo(400);
        assertThat(sim.bill(key)).isEqualTo("0.000000000");
    }

    @Test
    void everyErrorCanBeOrdered() {
        for (CohereErrorKind kind : CohereErrorKind.values()) {
            sim.fault("{\"key\":\"" + key.id() + "\",\"error_kind\":\"" + kind.wireName() + "\"}");

            Reply reply = chat("");

            assertThat(reply.status()).as(kind.wireName()).isEqualTo(kind.status());
            assertThat(reply.text("/message")).isEqualTo(kind.message());
        }
    }

    @Test
    void aFailureAfterTheStartIsTheLastEvent() {
        sim.fault("{\"key\":\"" + key.id() + "\",\"cut_stream_after_events\":3,\"error_kind\":\"overloaded\"}");

        SseEvent last = chat(",\"stream\":true").events().getLast();

        assertThat(last.name()).isEqualTo("message-end");
        assertThat(last.json().at("/delta/finish_reason").asText()).isEqualTo("ERROR");
        assertThat(last.json().at("/delta/error").asText()).isEqualTo("service unavailable");
    }

    private Reply chat(String more) {
        return sim.cohere("POST", "/v2/chat", key, CHAT.formatted(more));
    }
}
