package io.leasehold.gateway.redact;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.leasehold.contracts.event.WorkspaceView;
import java.io.IOException;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class BodyRedactionTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String EVENTS = "text/event-stream";
    private static final String PLAIN = "application/json";

    private final BodyRedaction redaction =
            new BodyRedaction(Redaction.with(List.of(new WorkspaceView.Redaction("own", "OWN[a-z]{8}"))));

    /** In a text, in arguments that are JSON within a string, and in pieces of a stream. */
    @Property(tries = 300)
    void noPlantedSecretIsTold(
            @ForAll("secrets") String secret,
            @ForAll("surroundings") String before,
            @ForAll("surroundings") String after,
            @ForAll int seed)
            throws IOException {
        String said = before + secret + after;
        String nested = JSON.writeValueAsString(JSON.createObjectNode().put("path", said));
        ObjectNode body = JSON.createObjectNode().put("text", said).put("arguments", nested);

        String plain = redaction.apply(JSON.writeValueAsString(body), PLAIN);
        String streamed = redaction.apply(stream(said, seed), EVENTS);
        String array = redaction.apply(array(said, seed), PLAIN);

        assertThat(JSON.readTree(plain).get("text").asText()).doesNotContain(secret);
        assertThat(JSON.readTree(plain).get("arguments").asText()).doesNotContain(secret);
        assertThat(joined(streamed)).doesNotContain(secret).contains("[redacted:");
        assertThat(array).contains("[redacted:");
        assertThat(texts(JSON.readTree(array))).doesNotContain(secret);
    }

    @Provide
    Arbitrary<String> secrets() {
        Arbitrary<String> characters =
                Arbitraries.strings().withChars("abcdefXYZ0123456789-_").ofLength(40);
        return Arbitraries.oneOf(
                characters.map(rest -> "sk-ant-api03-" + rest),
                characters.map(rest -> "AIza" + rest.replace('-', 'a').substring(0, 35)),
                Arbitraries.strings().alpha().numeric().ofLength(49).map(rest -> "lh_" + rest),
                Arbitraries.strings().alpha().ofMinLength(3).ofMaxLength(12).map(name -> name + "@mail.example.com"),
                Arbitraries.of("4111111111111111", "5500 0000 0000 0004", "3400-000000-00009"),
                Arbitraries.strings().withCharRange('a', 'z').ofLength(8).map(rest -> "OWN" + rest));
    }

    /** What may stand around a secret without being part of it, escapes among it. */
    @Provide
    Arbitrary<String> surroundings() {
        return Arbitraries.of("", " ", "\n", "\t", "\"", "é ", "key: ", "(", "\r\n", "\u0001", "say \\", "x=", "😀");
    }

    @Test
    void whatHoldsNothingIsTheSameByteByByte() {
        String body = "{ \"a\":\"\\u00e9 \\/ \\n\", \"b\" : [1e5, true,null,\"\\\"\"] }";

        assertThat(redaction.apply(body, PLAIN)).isEqualTo(body);
        assertThat(redaction.apply("event: x\ndata: " + body + "\n\n: note\ndata: [DONE]\n\n", EVENTS))
                .isEqualTo("event: x\ndata: " + body + "\n\n: note\ndata: [DONE]\n\n");
    }

    @Test
    void aBodyThatIsCutOffOrNoJsonIsReadAllTheSame() {
        assertThat(redaction.apply("{\"a\":\"x ada@example.com y", PLAIN)).isEqualTo("{\"a\":\"x [redacted:e-mail] y");
        assertThat(redaction.apply("<a href='mailto:ada@example.com'>", "text/html"))
                .contains("[redacted:e-mail]")
                .doesNotContain("ada");
    }

    @Test
    void aNumberBecomesAText() throws IOException {
        JsonNode told = JSON.readTree(redaction.apply("{\"card\":4111111111111111,\"n\":12}", PLAIN));

        assertThat(told.get("card").asText()).isEqualTo("[redacted:card]");
        assertThat(told.get("n").asInt()).isEqualTo(12);
    }

    @Test
    void piecesOfSeveralAnswersAtATimeBelongToTheirOwn() {
        String stream = """
                data: {"choices":[{"index":0,"delta":{"content":"ada@exa"}}]}

                data: {"choices":[{"index":1,"delta":{"content":"hello "}}]}

                data: {"choices":[{"index":0,"delta":{"content":"mple.com, yes"}}]}

                """;

        assertThat(redaction.apply(stream, EVENTS)).isEqualTo("""
                data: {"choices":[{"index":0,"delta":{"content":"[redacted:e-mail]"}}]}

                data: {"choices":[{"index":1,"delta":{"content":"hello "}}]}

                data: {"choices":[{"index":0,"delta":{"content":", yes"}}]}

                """);
    }

    @Test
    void theLastPartOfAStreamThatIsCutOffIsLeftOut() {
        assertThat(redaction.apply("data: {\"t\":\"a\"}\n\ndata: {\"t\":\"sk-ant-", EVENTS))
                .isEqualTo("data: {\"t\":\"a\"}\n\n");
        assertThat(redaction.apply("[{\"t\":\"a\"},\n{\"t\":\"sk-", PLAIN)).isEqualTo("[{\"t\":\"a\"}");
    }

    private static String stream(String said, int seed) throws IOException {
        StringBuilder events = new StringBuilder();
        for (String piece : pieces(said, seed)) {
            ObjectNode event =
                    JSON.createObjectNode().put("type", "content_block_delta").put("index", 0);
            event.putObject("delta").put("type", "text_delta").put("text", piece);
            events.append("event: content_block_delta\ndata: ")
                    .append(JSON.writeValueAsString(event))
                    .append("\n\n");
        }
        return events.toString();
    }

    private static String array(String said, int seed) {
        var array = JSON.createArrayNode();
        pieces(said, seed)
                .forEach(
                        piece -> array.addObject().putArray("parts").addObject().put("text", piece));
        return array.toString();
    }

    private static List<String> pieces(String said, int seed) {
        int size = 1 + Math.floorMod(seed, 9);
        return java.util.stream.IntStream.iterate(0, from -> from < said.length(), from -> from + size)
                .mapToObj(from -> said.substring(from, Math.min(said.length(), from + size)))
                .toList();
    }

    private static String joined(String events) throws IOException {
        StringBuilder text = new StringBuilder();
        for (String line :
                events.lines().filter(each -> each.startsWith("data:")).toList()) {
            text.append(JSON.readTree(line.substring(5)).at("/delta/text").asText());
        }
        return text.toString();
    }

    private static String texts(JsonNode array) {
        StringBuilder text = new StringBuilder();
        array.forEach(element -> text.append(element.at("/parts/0/text").asText()));
        return text.toString();
    }
}
