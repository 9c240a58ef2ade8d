package io.leasehold.providers.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import io.leasehold.providers.Providers;
import io.leasehold.providers.dialect.RequestScan.BadRequest;
import io.leasehold.providers.dialect.RequestScan.Inference;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read of a body must not be cheaper than what a provider might read in it. */
class RequestBodyTest {
    private static final String BODY = "{\"model\":\"openai/gpt-6-sol\",\"max_tokens\":7}";

    /** A lenient provider sees an unknown field where a lenient decoder of ours would see the maximum. */
    @Test
    void aNameInAnotherEncodingIsNotTakenForTheMaximum() {
        byte[] bytes = BODY.replace("max_tokens", "__ax_tokens").getBytes(StandardCharsets.UTF_8);
        int at = BODY.indexOf("max_tokens");
        bytes[at] = (byte) 0xC1;
        bytes[at + 1] = (byte) 0xAD;

        assertThat(scan(bytes)).isInstanceOf(BadRequest.class);
    }

    /** Raw bytes, as ISO-8859-1: overlong forms, half a pair of surrogates, beyond Unicode, cut short, out of place. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u00C0\u00AF",
                "\u00C1\u00AD",
                "\u00E0\u0080\u00AF",
                "\u00E0\u009F\u00BF",
                "\u00ED\u00A0\u0080",
                "\u00F0\u0080\u0080\u00AF",
                "\u00F0\u008F\u00BF\u00BF",
                "\u00F4\u0090\u0080\u0080",
                "\u00F5\u0080\u0080\u0080",
                "\u00C3",
                "\u00E2\u0098",
                "\u0080",
                "\u00FF"
            })
    void onlyUtf8IsRead(String raw) {
        byte[] bytes = BODY.replace("sol", raw).getBytes(StandardCharsets.ISO_8859_1);

        assertThat(scan(bytes)).isInstanceOf(BadRequest.class);
    }

    @Property(tries = 500)
    void everyTextIsUtf8(@ForAll String text) {
        byte[] bytes = ("{\"model\":\"m\",\"x\":\"" + text.replaceAll("[\"\\\\\\p{Cntrl}]", "") + "\"}")
                .getBytes(StandardCharsets.UTF_8);

        assertThat(scan(bytes)).isInstanceOf(Inference.class);
    }

    /** They hold more tokens than bytes. */
    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-16", "UTF-32LE", "UTF-32BE"})
    void noOtherEncodingIsGuessed(String encoding) {
        assertThat(scan(BODY.getBytes(Charset.forName(encoding)))).isInstanceOf(BadRequest.class);
    }

    @Test
    void aByteOrderMarkIsNoPartOfJson() {
        assertThat(scan(("\uFEFF" + BODY).getBytes(StandardCharsets.UTF_8))).isInstanceOf(BadRequest.class);
    }

    @Test
    void escapesInNamesAndValuesAreDecoded() {
        Inference scan =
                inference("{\"mod\\u0065l\":\"openai\\/gpt-6-\\u0073ol\",\"max_\\u0074okens\":7,\"\\u006e\":2}");

        assertThat(scan.model()).isEqualTo("openai/gpt-6-sol");
        assertThat(scan.maxOutput()).hasValue(7);
        assertThat(scan.choices()).isEqualTo(2);
    }

    @Test
    void aNameThatIsEscapedIsTheSameName() {
        assertThat(scan("{\"model\":\"m\",\"max_tokens\":7,\"max_\\u0074okens\":70000}"))
                .isInstanceOf(BadRequest.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"7\"",
                "7.0",
                "7e0",
                "1e1",
                "-7",
                "-0",
                "0",
                "07",
                "+7",
                "0x7",
                "NaN",
                "Infinity",
                "2147483648",
                "1e400000000",
                "true",
                "[7]",
                "{\"value\":7}"
            })
    void aMaximumIsAWholeNumberOrTheBodyIsRefused(String maximum) {
        assertThat(scan(BODY.replace("7", maximum))).isInstanceOf(BadRequest.class);
    }

    @Test
    void noMaximumIsNoMaximum() {
        assertThat(inference(BODY.replace("7", "null")).maxOutput()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {" x", "{}", ",", "\u0000", "]"})
    void nothingMayFollow(String rest) {
        assertThat(scan(BODY + rest)).isInstanceOf(BadRequest.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/* */", "// x\n", "# x\n"})
    void commentsAreNoJson(String comment) {
        assertThat(scan(comment + BODY)).isInstanceOf(BadRequest.class);
    }

    @Test
    void nestingTooDeepIsSaidToBeSo() {
        String deep = "[".repeat(1_000) + "]".repeat(1_000);

        assertThat(scan("{\"model\":\"m\",\"x\":" + deep + "}"))
                .isInstanceOfSatisfying(
                        BadRequest.class, bad -> assertThat(bad.message()).contains("nested"));
    }

    private static Inference inference(String body) {
        assertThat(scan(body)).isInstanceOf(Inference.class);
        return (Inference) scan(body);
    }

    private static RequestScan scan(String body) {
        return scan(body.getBytes(StandardCharsets.UTF_8));
    }

    private static RequestScan scan(byte[] bytes) {
        Dialect dialect = Providers.load().get("openrouter").dialect().orElseThrow();
        return dialect.routes().getFirst().scan("/api/v1/chat/completions", bytes, 0, bytes.length);
    }
}
