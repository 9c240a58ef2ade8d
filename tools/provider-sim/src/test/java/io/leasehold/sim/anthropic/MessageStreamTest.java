package io.leasehold.sim.anthropic;

import static io.leasehold.sim.TestSim.anthropicHeaders;
import static org.assertj.core.api.Assertions.assertThat;

import io.leasehold.sim.RawCall;
import io.leasehold.sim.Reply;
import io.leasehold.sim.SseEvent;
import io.leasehold.sim.TestSim;
import io.leasehold.sim.TestSim.Key;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MessageStreamTest {
    private static final String PATH = "/anthropic/v1/messages";

    @RegisterExtension
    static final TestSim sim = TestSim.start();

    private final Key key = sim.anthropicKey();

    @Test
    void eventsComeInTheDocumentedOrder() {
        Reply reply = sim.messages(key, stream("Hi [[out=3]]"));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("content-type")).contains("text/event-stream; charset=utf-8");
        assertThat(reply.events())
                .extracting(SseEvent::name)
                .containsExactly(
                        "message_start",
                        "content_block_start",
                        "ping",
                        "content_block_delta",
                        "content_block_delta",
                        "content_block_delta",
                        "content_block_stop",
                        "message_delta",
                        "message_stop");
        assertThat(reply.events())
                .allSatisfy(
                        event -> assertThat(event.json().at("/type").asText()).isEqualTo(event.name()));
    }

    @Test
    void theLastDeltaHasTheWholeUsage() {
        List<SseEvent> events = sim.messages(key, stream("Hi [[out=3]]")).events();

        assertThat(events.getFirst().json().at("/message/usage/output_tokens").asInt())
                .isEqualTo(1);
        assertThat(events.getFirst().json().at("/message/content")).isEmpty();
        assertThat(events.get(7).json()).isEqualTo(TestSim.parse("""
                {"type":"message_delta","delta":{"stop_reason":"end_turn","stop_sequence":null},
                 "usage":{"input_tokens":7,"cache_creation_input_tokens":0,"cache_read_input_tokens":0,"output_tokens":3}}"""));
        // 7 × 5 000 + 3 × 25 000
        assertThat(sim.bill(key)).isEqualTo("0.000110000");
    }

    @Test
    void theDeltasAreTheTextOfTheWholeMessage() {
        String prompt = "Grüße aus 東京 🌍 [[out=40]]";

        String streamed = text(sim.messages(key, stream(prompt)).events());
        String whole = sim.messages(key, stream(prompt).replace("\"stream\":true,", ""))
                .text("/content/0/text");

        assertThat(streamed).isEqualTo(whole).contains("東京 🌍");
    }

    @Test
    void aLongAnswerIsStreamedToItsEnd() {
        List<SseEvent> events = sim.messages(key, stream("Go on [[out=20000]]")).events();

        assertThat(events).hasSize(20_006);
        assertThat(events.getLast().name()).isEqualTo("message_stop");
    }

    @Test
    void splitBytesAreTheSameBytesInTinyChunks() throws IOException {
        sim.fault("{\"key\":\"" + key.id() + "\",\"split_chunks\":true}");

        List<byte[]> chunks;
        try (RawCall call = RawCall.post(sim, PATH, stream("東京🌍 [[out=30]]"), anthropicHeaders(key))) {
            chunks = call.chunks();
        }

        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        chunks.forEach(joined::writeBytes);
        assertThat(chunks).allSatisfy(chunk -> assertThat(chunk.length).isBetween(1, 7));
        assertThat(joined.toString(StandardCharsets.UTF_8)).contains("event: message_stop");
        assertThat(chunks.stream().map(chunk -> new String(chunk, StandardCharsets.UTF_8)))
                .as("some chunk ends inside a character")
                .anyMatch(chunk -> chunk.contains("\uFFFD"));
    }

    @Test
    void aCutStreamEndsWithoutItsUsageAndIsBilled() throws IOException {
        sim.fault("{\"key\":\"" + key.id() + "\",\"cut_stream_after_events\":5}");

        String raw;
        try (RawCall call = RawCall.post(sim, PATH, stream("Hi [[out=10]]"), anthropicHeaders(key))) {
            raw = call.readToEnd();
        }

        assertThat(raw.split("event: ", -1)).hasSize(1 + 5);
        assertThat(raw).doesNotContain("message_delta").doesNotContain("\r\n0\r\n");
        assertThat(sim.ledger(key).at("/0/outcome").asText()).isEqualTo("broken");
        // 8 × 5 000 for the input, two tokens at 25 000
        assertThat(sim.bill(key)).isEqualTo("0.000090000");
    }

    @Test
    void anOrderedErrorArrivesInsideTheStream() {
        sim.fault("{\"key\":\"" + key.id() + "\",\"cut_stream_after_events\":4,\"error_kind\":\"overloaded\"}");

        Reply reply = sim.messages(key, stream("Hi [[out=10]]"));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.events()).hasSize(5);
        SseEvent last = reply.events().getLast();
        assertThat(last.name()).isEqualTo("error");
        assertThat(last.json().at("/error/type").asText()).isEqualTo("overloaded_error");
        assertThat(last.json().at("/request_id").asText())
                .isEqualTo(reply.header("request-id").orElseThrow());
    }

    @Test
    void aSlowStreamSendsPings() {
        sim.fault("{\"key\":\"" + key.id() + "\",\"first_token_ms\":2200}");

        List<SseEvent> events = sim.messages(key, stream("Hi [[out=1]]")).events();

        assertThat(events).filteredOn(event -> event.name().equals("ping")).hasSize(1 + 2);
    }

    @Test
    void aCallerWhoHangsUpPaysForWhatWasProduced() throws IOException {
        sim.fault("{\"key\":\"" + key.id() + "\",\"token_interval_ms\":10}");

        try (RawCall call = RawCall.post(sim, PATH, stream("Hi [[out=2000]]"), anthropicHeaders(key))) {
            call.readUntil("content_block_delta");
        }
        TestSim.await(() -> !sim.ledger(key).isEmpty());

        assertThat(sim.ledger(key).at("/0/outcome").asText()).isEqualTo("abandoned");
        int produced = sim.ledger(key).at("/0/tokens/output").asInt();
        assertThat(produced).isBetween(1, 1999);
        assertThat(sim.ledger(key).at("/0/tokens/input").asInt()).isEqualTo(8);
    }

    @Test
    void whoHangsUpOnAWholeAnswerPaysToo() throws IOException {
        sim.fault("{\"key\":\"" + key.id() + "\",\"token_interval_ms\":10}");
        String body = stream("Hi [[out=2000]]").replace("\"stream\":true,", "");

        RawCall.post(sim, PATH, body, anthropicHeaders(key)).close();
        TestSim.await(() -> !sim.ledger(key).isEmpty());

        assertThat(sim.ledger(key).at("/0/outcome").asText()).isEqualTo("abandoned");
        assertThat(sim.ledger(key).at("/0/tokens/output").asInt()).isLessThan(2000);
    }

    private static String text(List<SseEvent> events) {
        return events.stream()
                .filter(event -> event.name().equals("content_block_delta"))
                .map(event -> event.json().at("/delta/text").asText())
                .collect(Collectors.joining());
    }

    private static String stream(String prompt) {
        return """
                {"model":"claude-opus-5","stream":true,"max_tokens":30000,"messages":[{"role":"user","content":"%s"}]}""".formatted(prompt);
    }
}
