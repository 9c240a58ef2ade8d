package io.leasehold.providers.chat;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.leasehold.providers.dialect.AnswerStrip;
import java.io.ByteArrayOutputStream;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class UsageStripTest {
    private static final String ASKED = """
            : a comment

            data: {"id":"1","choices":[{"delta":{"content":"Grüße, \\"usage\\":null and \\"choices\\":[]"}}],"usage":null,"obfuscation":"a1"}

            data: {"usage": null, "id":"1","choices":[{"delta":{},"finish_reason":"stop"}]}\r
            \r
            data: {"id":"1","choices":[],"usage":{"prompt_tokens":1,"prompt_tokens_details":{"cached_tokens":0}}}

            data: [DONE]

            """;

    private static final String NOT_ASKED = """
            : a comment

            data: {"id":"1","choices":[{"delta":{"content":"Grüße, \\"usage\\":null and \\"choices\\":[]"}}],"obfuscation":"a1"}

            data: { "id":"1","choices":[{"delta":{},"finish_reason":"stop"}]}\r
            \r
            data: [DONE]

            """;

    @Property(tries = 300)
    void theStreamIsWhatTheClientWouldHaveGotWhereverItIsCut(@ForAll List<@IntRange(min = 1, max = 60) Integer> cuts) {
        assertThat(stripped(ASKED, cuts)).isEqualTo(NOT_ASKED);
        assertThat(stripped(NOT_ASKED, cuts)).isEqualTo(NOT_ASKED);
    }

    /** Only whole events are looked at; what there is of the last one passes when the stream is over. */
    @Test
    void aStreamThatBrokeOffPassesToItsEnd() {
        String broken = NOT_ASKED.substring(0, NOT_ASKED.length() - 20);

        assertThat(stripped(broken, List.of())).isEqualTo(broken);
    }

    @Test
    void anErrorPasses() {
        String error = "data: {\"error\":{\"code\":null,\"message\":\"usage\"}}\n\n";

        assertThat(stripped(error, List.of())).isEqualTo(error);
    }

    private static String stripped(String stream, List<Integer> cuts) {
        byte[] bytes = stream.getBytes(UTF_8);
        AnswerStrip strip = new UsageStrip();
        ByteArrayOutputStream passed = new ByteArrayOutputStream();
        int at = 0;
        for (int cut : cuts) {
            int length = Math.min(cut, bytes.length - at);
            passed.writeBytes(strip.next(bytes, at, length));
            at += length;
        }
        passed.writeBytes(strip.next(bytes, at, bytes.length - at));
        passed.writeBytes(strip.rest());
        return passed.toString(UTF_8);
    }
}
