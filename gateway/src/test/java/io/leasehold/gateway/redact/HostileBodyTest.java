package io.leasehold.gateway.redact;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies in which a secret is where it is not looked for at first. */
class HostileBodyTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String EVENTS = "text/event-stream";
    private static final String PLAIN = "application/json";
    private static final String KEY = "sk-ant-api03-" + "a1B2c3D4".repeat(5);

    private final BodyRedaction redaction = new BodyRedaction(Redaction.with(List.of()));

    @Test
    void behindTheEndOfADocument() {
        assertThat(redaction.apply("data: {\"a\":1} " + KEY + "\n\n", EVENTS)).doesNotContain(KEY);
    }

    @Test
    void inAFieldThatIsThereTwice() {
        assertThat(redaction.apply("data: {\"a\":\"%s\",\"a\":\"b\"}\n\n".formatted(KEY), EVENTS))
                .doesNotContain(KEY);
        assertThat(redaction.apply("[{\"a\":\"%s\",\"a\":\"b\"}]".formatted(KEY), PLAIN))
                .doesNotContain(KEY);
    }

    @Test
    void inTheNameOfAField() throws IOException {
        String event = "data: {\"args\":{\"first\":1,\"%s\":\"x\",\"last\":\"ada@example.com\"}}\n\n".formatted(KEY);
        String array = "[{\"args\":{\"%s\":{\"b\":1}}}]".formatted(KEY);

        assertThat(redaction.apply(event, EVENTS))
                .isEqualTo(
                        "data: {\"args\":{\"first\":1,\"[redacted:key]\":\"x\",\"last\":\"[redacted:e-mail]\"}}\n\n");
        assertThat(JSON.readTree(redaction.apply(array, PLAIN)))
                .isEqualTo(JSON.readTree("[{\"args\":{\"[redacted:key]\":{\"b\":1}}}]"));
    }

    @Test
    void inAStreamThatIsCalledSomethingElse() {
        String stream = """
                event: delta
                data: {"text":"my key is sk-ant-api"}

                event: delta
                data: {"text":"03-a1B2c3D4a1B2c3D4, keep it"}

                """;

        for (String type : new String[] {null, "text/plain", PLAIN}) {
            assertThat(redaction.apply(stream, type))
                    .contains("my key is [redacted:key]", ", keep it")
                    .doesNotContain("a1B2c3D4");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r\n", "\r", "\n"})
    void inAStreamWithWhateverEndsItsLines(String end) {
        String stream =
                "data: {\"t\":\"sk-ant-api\"}%1$s%1$sdata: {\"t\":\"03-a1B2c3D4a1B2c3D4\"}%1$s%1$s".formatted(end);

        assertThat(redaction.apply(stream, EVENTS)).contains("[redacted:key]").doesNotContain("a1B2c3D4");
    }

    @Test
    void inDocumentsOfSeveralLines() {
        String stream = """
                data: {
                data:   "t": "my key is sk-ant-api"
                data: }

                data: {
                data:   "t": "03-a1B2c3D4a1B2c3D4"
                data: }

                data: {"u": 1}
                data: {"t": " ada@example.com"}

                """;

        assertThat(redaction.apply(stream, EVENTS)).isEqualTo("""
                data: {"t":"my key is [redacted:key]"}

                data: {"t":""}

                data: {"u": 1}
                data: {"t":" [redacted:e-mail]"}

                """);
    }

    @Test
    void behindAByteOrderMark() {
        String array = "\ufeff[{\"t\":\"sk-ant-api\"},{\"t\":\"03-a1B2c3D4a1B2c3D4\"}]";

        assertThat(redaction.apply(array, PLAIN)).isEqualTo("[{\"t\":\"[redacted:key]\"},\n{\"t\":\"\"}]");
    }

    @Test
    void inAFileInBase64() throws IOException {
        String said = "Dear Ada, the key is " + KEY + ", and it is yours alone. Grüße from the other side of the wall.";
        byte[] file = said.getBytes(UTF_8);
        for (Base64.Encoder form :
                List.of(Base64.getEncoder(), Base64.getUrlEncoder().withoutPadding(), Base64.getMimeEncoder())) {
            ObjectNode body = JSON.createObjectNode();
            body.put("bare", form.encodeToString(file));
            body.put("url", "data:text/plain;base64," + form.encodeToString(file));

            JsonNode told = JSON.readTree(redaction.apply(JSON.writeValueAsString(body), PLAIN));

            assertThat(told.get("bare").asText()).isEqualTo("[redacted:encoded]");
            assertThat(told.get("url").asText()).isEqualTo("data:text/plain;base64,[redacted:encoded]");
        }
    }

    @Test
    void aPictureAndAnInnocentFileAreLeftAsTheyAre() {
        String picture =
                Base64.getEncoder().encodeToString(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0});
        String file = Base64.getEncoder().encodeToString("Good day, and how are you?".getBytes(UTF_8));
        String body = "{\"picture\":\"%s\",\"file\":\"%s\"}".formatted(picture.repeat(1000), file);

        assertThat(redaction.apply(body, PLAIN)).isEqualTo(body);
    }

    @Test
    void inBytesThatAreNoUtf8() {
        byte[] latin = ("{\"t\":\"\u00fc" + KEY + "\u00fc\"}").getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);

        assertThat(redaction.apply(new String(latin, UTF_8), PLAIN))
                .contains("[redacted:key]")
                .doesNotContain(KEY);
    }

    /** JSON in a text in JSON, as arguments of tools are, by a writer that escapes what it need not. */
    @Test
    void inArgumentsWithEscapes() throws IOException {
        ObjectNode body = JSON.createObjectNode()
                .put("arguments", "{\"h\":\"Bearer abcDEF123456\\/ghiJKL789\\/xyz\",\"m\":\"ada\\u0040example.com\"}");

        String told = redaction.apply(JSON.writeValueAsString(body), PLAIN);

        assertThat(told).contains("[redacted:token]", "[redacted:e-mail]").doesNotContain("ghiJKL789", "xyz", "ada");
    }

    @Test
    void theKeyItselfWhateverItsForm() {
        String key = "0f9e8d7c6b5a49382716f5e4d3c2b1a0";
        BodyRedaction knowing = new BodyRedaction(Redaction.with(List.of()).without(key));
        String stream =
                "data: {\"t\":\"your key 0f9e8d7c6b\"}\n\ndata: {\"t\":\"5a49382716f5e4d3c2b1a0 is wrong\"}\n\n";

        assertThat(knowing.apply("{\"error\":\"Key %s is wrong\"}".formatted(key), PLAIN))
                .isEqualTo("{\"error\":\"Key [redacted:key] is wrong\"}");
        assertThat(knowing.apply(stream, EVENTS)).contains("[redacted:key]").doesNotContain("0f9e8d7c", "c2b1a0");
    }
}
