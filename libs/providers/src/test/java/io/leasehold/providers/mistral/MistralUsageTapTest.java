package io.leasehold.providers.mistral;

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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MistralUsageTapTest {
    private static final String PLAIN = "application/json";
    private static final String STREAMED = "text/event-stream";
    private static final String USAGE =
            "{\"prompt_tokens\":16,\"completion_tokens\":34,\"total_tokens\":50,\"prompt_audio_seconds\":null,"
                    + "\"service_tier\":\"standard\"}";
    private static final String CHAT = """
            {"id":"cmpl-e5cc70bb","object":"chat.completion","created":1795136400,"model":"mistral-large-2512",
             "choices":[{"index":0,"message":{"role":"assistant","content":"Hello.","tool_calls":null},"finish_reason":"stop"}],
             "usage":%s}""".formatted(USAGE);
    private static final String CHAT_STREAM = """
            data: {"id":"cmpl-e5cc70bb","object":"chat.completion.chunk","model":"mistral-large-2512","choices":[{"index":0,"delta":{"role":"assistant","content":"Grüße"},"finish_reason":null}]}

            data: {"id":"cmpl-e5cc70bb","object":"chat.completion.chunk","model":"mistral-large-2512","choices":[{"index":0,"delta":{"content":""},"finish_reason":"stop"}],"usage":%s}

            data: [DONE]

            """.formatted(USAGE);

    @Test
    void plainAndStreamedAnswersTellTheSame() {
        for (Usage usage : List.of(Chunks.whole(chat(PLAIN), CHAT), Chunks.whole(chat(STREAMED), CHAT_STREAM))) {
            assertThat(usage.source()).isEqualTo(UsageSource.REPORTED);
            assertThat(usage.tokens()).isEqualTo(Tokens.text(16, 34));
            assertThat(usage.model()).isEqualTo("mistral-large-2512");
            assertThat(usage.responseId()).isEqualTo("cmpl-e5cc70bb");
            assertThat(usage.terms().serviceTier()).isEqualTo("standard");
            assertThat(usage.stopReason()).isEqualTo("stop");
            assertThat(usage.errorType()).isNull();
            assertThat(usage.problem()).isNull();
        }
    }

    @Property(tries = 200)
    void whereAnAnswerIsCutMakesNoDifference(@ForAll List<Integer> places) {
        assertThat(Chunks.cut(chat(STREAMED), CHAT_STREAM, places))
                .isEqualTo(Chunks.whole(chat(STREAMED), CHAT_STREAM));
    }

    @Test
    void aStreamSaysWhenItIsOver() {
        UsageTap tap = chat(STREAMED);

        Chunks.whole(tap, CHAT_STREAM);

        assertThat(tap.finished()).isTrue();
    }

    /** The two places are alternatives; where both are told they say the same. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"prompt_tokens_details\":{\"cached_tokens\":6}",
                "\"num_cached_tokens\":6",
                "\"num_cached_tokens\":6,\"prompt_tokens_details\":{\"cached_tokens\":6}"
            })
    void cachedTokensAreTakenOutOfTheInput(String cached) {
        Usage usage = Chunks.whole(chat(PLAIN), CHAT.replace("\"service_tier\"", cached + ",\"service_tier\""));

        assertThat(usage.tokens()).isEqualTo(new Tokens(10, 6, 0, 0, 34, 0, 0, 0, 0));
    }

    @Test
    void countsThatContradictEachOtherHaveNoKnownCost() {
        String more = CHAT.replace("\"service_tier\"", "\"num_cached_tokens\":17,\"service_tier\"");
        String sum = CHAT.replace("\"total_tokens\":50", "\"total_tokens\":51");

        assertThat(Chunks.whole(chat(PLAIN), more).problem()).contains("negative");
        assertThat(Chunks.whole(chat(PLAIN), sum).problem()).contains("add up");
    }

    @Test
    void audioHasNoKnownCost() {
        String spoken = CHAT.replace("\"prompt_audio_seconds\":null", "\"prompt_audio_seconds\":12");

        assertThat(Chunks.whole(chat(PLAIN), spoken).problem()).contains("audio");
    }

    @Test
    void aStreamThatBrokeOffBeforeItsUsageIsUnknown() {
        String cut = CHAT_STREAM.substring(0, CHAT_STREAM.indexOf("\n\n") + 2);

        assertThat(Chunks.whole(chat(STREAMED), cut).source()).isEqualTo(UsageSource.UNKNOWN);
    }

    @Test
    void embeddingsHaveNoOutput() {
        Usage usage = Chunks.whole(tap("/v1/embeddings", 200, PLAIN), """
                {"id":"embd-1","object":"list","data":[{"object":"embedding","embedding":[0.1],"index":0}],"model":"mistral-embed",
                 "usage":{"prompt_tokens":8,"completion_tokens":0,"total_tokens":8}}""");

        assertThat(usage.source()).isEqualTo(UsageSource.REPORTED);
        assertThat(usage.tokens()).isEqualTo(Tokens.text(8, 0));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            quoteCharacter = '\'',
            value = {
                "400|{\"object\":\"error\",\"message\":\"Invalid model: foo\",\"type\":\"invalid_model\",\"param\":null,\"code\":\"1500\"}|invalid_model",
                "422|{\"object\":\"error\",\"message\":{\"detail\":[{\"loc\":[\"body\"],\"msg\":\"m\",\"type\":\"missing\"}]},\"type\":\"invalid_request_message\"}|invalid_request_message",
                "429|{\"message\":\"Slow\",\"type\":\"rate_limited\",\"code\":\"1300\"}|rate_limited",
                "429|{\"message\":\"Slow\",\"code\":\"1300\"}|1300",
                "401|{\"detail\":\"Unauthorized\"}|none"
            })
    void anErrorIsCalledByItsTypeElseByItsCode(int status, String body, @Nullable String type) {
        Usage usage = Chunks.whole(tap("/v1/chat/completions", status, PLAIN), body);

        assertThat(usage.errorType()).isEqualTo(type);
        assertThat(usage.source()).isEqualTo(UsageSource.NONE);
    }

    @Test
    void anErrorInsideAStreamIsSeen() {
        Usage usage = Chunks.whole(chat(STREAMED), """
                data: {"object":"error","message":"Service unavailable.","type":"service_unavailable","code":"3000"}

                """);

        assertThat(usage.errorType()).isEqualTo("service_unavailable");
    }

    private static UsageTap chat(String contentType) {
        return tap("/v1/chat/completions", 200, contentType);
    }

    private static UsageTap tap(String path, int status, String contentType) {
        return Objects.requireNonNull(MistralDialect.INSTANCE.match("POST", path))
                .tap(status, contentType);
    }
}
