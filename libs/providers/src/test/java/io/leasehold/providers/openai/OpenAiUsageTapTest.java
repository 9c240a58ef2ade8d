package io.leasehold.providers.openai;

import static org.assertj.core.api.Assertions.assertThat;

import io.leasehold.contracts.Tokens;
import io.leasehold.contracts.UsageSource;
import io.leasehold.providers.dialect.Chunks;
import io.leasehold.providers.dialect.Usage;
import io.leasehold.providers.dialect.UsageTap;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class OpenAiUsageTapTest {
    private static final String CHAT_USAGE = """
            "usage":{"prompt_tokens":1019,"completion_tokens":210,"total_tokens":1229,\
            "prompt_tokens_details":{"cached_tokens":512,"cache_write_tokens":256,"audio_tokens":0},\
            "completion_tokens_details":{"reasoning_tokens":150,"audio_tokens":0}}""";
    private static final String CHAT = """
            {"id":"chatcmpl-1","model":"gpt-6-sol-2026-09-01","service_tier":"default",
             "choices":[{"index":0,"message":{"role":"assistant","content":"Hello.","annotations":[]},"finish_reason":"stop"}],%s}""".formatted(CHAT_USAGE);
    private static final String CHAT_STREAM = """
            data: {"id":"chatcmpl-1","model":"gpt-6-sol-2026-09-01","service_tier":"default","choices":[{"index":0,"delta":{"content":"Grüße"},"finish_reason":null}],"usage":null}

            data: {"id":"chatcmpl-1","model":"gpt-6-sol-2026-09-01","choices":[{"index":0,"delta":{},"finish_reason":"stop"}],"usage":null}

            data: {"id":"chatcmpl-1","model":"gpt-6-sol-2026-09-01","choices":[],%s}

            data: [DONE]

            """.formatted(CHAT_USAGE);
    private static final String RESPONSE = """
            {"id":"resp_1","object":"response","status":"completed","error":null,"model":"gpt-6-sol-2026-09-01",\
            "output":[{"type":"reasoning"},{"type":"message","status":"completed","content":[{"type":"output_text"}]}],\
            "service_tier":"default","usage":{"input_tokens":1019,"input_tokens_details":{"cached_tokens":512,\
            "cache_write_tokens":256},"output_tokens":210,"output_tokens_details":{"reasoning_tokens":150},"total_tokens":1229}}""";
    private static final String RESPONSE_STREAM = """
            event: response.created
            data: {"type":"response.created","sequence_number":0,"response":{"id":"resp_1","status":"in_progress","model":"gpt-6-sol","output":[],"usage":null}}

            event: response.output_text.delta
            data: {"type":"response.output_text.delta","sequence_number":4,"item_id":"msg_1","delta":"Hi","logprobs":[]}

            event: response.completed
            data: {"type":"response.completed","sequence_number":9,"response":%s}

            """.formatted(RESPONSE);

    @Test
    void overlappingFiguresAreSplitWhateverApiTellsThem() {
        for (Usage usage : List.of(
                Chunks.whole(chat("application/json"), CHAT),
                Chunks.whole(chat("text/event-stream"), CHAT_STREAM),
                Chunks.whole(responses("application/json"), RESPONSE),
                Chunks.whole(responses("text/event-stream; charset=utf-8"), RESPONSE_STREAM))) {
            assertThat(usage.source()).isEqualTo(UsageSource.REPORTED);
            assertThat(usage.problem()).isNull();
            assertThat(usage.tokens()).isEqualTo(new Tokens(251, 512, 256, 0, 60, 150, 0, 0, 0));
            assertThat(usage.model()).isEqualTo("gpt-6-sol-2026-09-01");
            assertThat(usage.terms().serviceTier()).isEqualTo("default");
            assertThat(usage.stopReason()).isIn("stop", "completed");
            assertThat(usage.errorType()).isNull();
        }
    }

    @Property(tries = 200)
    void whereAnAnswerIsCutMakesNoDifference(@ForAll List<Integer> places) {
        assertThat(Chunks.cut(chat("text/event-stream"), CHAT_STREAM, places))
                .isEqualTo(Chunks.whole(chat("text/event-stream"), CHAT_STREAM));
        assertThat(Chunks.cut(responses("text/event-stream"), RESPONSE_STREAM, places))
                .isEqualTo(Chunks.whole(responses("text/event-stream"), RESPONSE_STREAM));
    }

    @Test
    void bothStreamsSayWhenTheyAreOver() {
        UsageTap chat = chat("text/event-stream");
        UsageTap responses = responses("text/event-stream");

        Chunks.whole(chat, CHAT_STREAM);
        Chunks.whole(responses, RESPONSE_STREAM);

        assertThat(chat.finished()).isTrue();
        assertThat(responses.finished()).isTrue();
    }

    @Test
    void aStreamWithoutItsUsageIsUnknown() {
        String silent = CHAT_STREAM.replace("," + CHAT_USAGE, "");
        String cut = RESPONSE_STREAM.substring(0, RESPONSE_STREAM.indexOf("event: response.completed"));

        assertThat(Chunks.whole(chat("text/event-stream"), silent).source()).isEqualTo(UsageSource.UNKNOWN);
        assertThat(Chunks.whole(responses("text/event-stream"), cut).source()).isEqualTo(UsageSource.UNKNOWN);
    }

    /** Calls of such tools are paid for, and no answer says what they cost. */
    @Test
    void anAnswerForWhichToolsWereRunHasNoKnownCost() {
        String searched = RESPONSE.replace("\"reasoning\"}", "\"web_search_call\"}");
        String cited = CHAT.replace("\"annotations\":[]", "\"annotations\":[{\"type\":\"url_citation\"}]");

        assertThat(Chunks.whole(responses("application/json"), searched).problem())
                .contains("tools");
        assertThat(Chunks.whole(chat("application/json"), cited).problem()).contains("tools");
    }

    @Test
    void embeddingsHaveNoOutput() {
        Usage usage = Chunks.whole(tap("/v1/embeddings", 200, "application/json"), """
                {"data":[{"embedding":[0.1,0.2]}],"model":"text-embedding-3-small","usage":{"prompt_tokens":8,"total_tokens":8}}""");

        assertThat(usage.source()).isEqualTo(UsageSource.REPORTED);
        assertThat(usage.tokens()).isEqualTo(new Tokens(8, 0, 0, 0, 0, 0, 0, 0, 0));
    }

    @Test
    void anErrorIsCalledByItsCodeElseByItsType() {
        assertThat(error("{\"error\":{\"type\":\"requests\",\"code\":\"rate_limit_exceeded\"}}"))
                .isEqualTo("rate_limit_exceeded");
        assertThat(error("{\"error\":{\"type\":\"server_error\",\"code\":null}}"))
                .isEqualTo("server_error");
        assertThat(Chunks.whole(responses("text/event-stream"), """
                        event: error
                        data: {"type":"error","code":"server_error","message":"x","param":null,"sequence_number":3}

                        """).errorType())
                .isEqualTo("server_error");
    }

    private static String error(String body) {
        return String.valueOf(Chunks.whole(tap("/v1/chat/completions", 429, "application/json"), body)
                .errorType());
    }

    private static UsageTap chat(String contentType) {
        return tap("/v1/chat/completions", 200, contentType);
    }

    private static UsageTap responses(String contentType) {
        return tap("/v1/responses", 200, contentType);
    }

    private static UsageTap tap(String path, int status, String contentType) {
        return Objects.requireNonNull(OpenAiDialect.INSTANCE.match("POST", path))
                .tap(status, contentType);
    }
}
