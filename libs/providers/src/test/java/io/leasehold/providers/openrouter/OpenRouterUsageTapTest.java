package io.leasehold.providers.openrouter;

import static org.assertj.core.api.Assertions.assertThat;

import io.leasehold.contracts.Tokens;
import io.leasehold.contracts.UsageSource;
import io.leasehold.providers.dialect.Chunks;
import io.leasehold.providers.dialect.Usage;
import io.leasehold.providers.dialect.UsageTap;
import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class OpenRouterUsageTapTest {
    private static final String USAGE = """
            "usage":{"prompt_tokens":194,"completion_tokens":20,"total_tokens":214,"cost":0.00095,"is_byok":false,\
            "prompt_tokens_details":{"cached_tokens":100,"cache_write_tokens":30,"audio_tokens":0,"video_tokens":0},\
            "completion_tokens_details":{"reasoning_tokens":8,"audio_tokens":null},\
            "cost_details":{"upstream_inference_cost":null}}""";

    private static final String PLAIN = """
            {"id":"gen-3b","object":"chat.completion","model":"openai/gpt-6-sol","provider":"OpenAI",
             "choices":[{"index":0,"finish_reason":"stop","message":{"role":"assistant","content":"Hello."}}],
             %s}""".formatted(USAGE);

    private static final String STREAM = """
            : OPENROUTER PROCESSING

            data: {"id":"gen-3b","model":"openai/gpt-6-sol","choices":[{"index":0,"delta":{"content":"Grüße ☃"},"finish_reason":null}]}

            : OPENROUTER PROCESSING

            data: {"id":"gen-3b","model":"openai/gpt-6-sol","choices":[{"index":0,"delta":{},"finish_reason":"stop"}],"usage":null}

            data: {"id":"gen-3b","model":"openai/gpt-6-sol","choices":[],%s}

            data: [DONE]

            """.formatted(USAGE);

    @Test
    void overlappingFiguresAreSplitAndTheCostComesAlong() {
        for (Usage usage : List.of(Chunks.whole(json(), PLAIN), Chunks.whole(events(), STREAM))) {
            assertThat(usage.source()).isEqualTo(UsageSource.REPORTED);
            assertThat(usage.tokens()).isEqualTo(new Tokens(64, 100, 30, 0, 12, 8, 0, 0, 0));
            assertThat(usage.providerCost()).isEqualTo(new BigDecimal("0.00095"));
            assertThat(usage.model()).isEqualTo("openai/gpt-6-sol");
            assertThat(usage.responseId()).isEqualTo("gen-3b");
            assertThat(usage.stopReason()).isEqualTo("stop");
        }
    }

    @Property(tries = 300)
    void whereAnAnswerIsCutMakesNoDifference(@ForAll List<Integer> places) {
        assertThat(Chunks.cut(json(), PLAIN, places)).isEqualTo(Chunks.whole(json(), PLAIN));
        assertThat(Chunks.cut(events(), STREAM, places)).isEqualTo(Chunks.whole(events(), STREAM));
    }

    @Test
    void theStreamSaysWhenItIsOver() {
        UsageTap tap = events();

        Chunks.whole(tap, STREAM);

        assertThat(tap.finished()).isTrue();
    }

    /** Without its details the prompt would be priced as if nothing of it had come from a cache. */
    @Test
    void usageThatWasCutIsUnknown() {
        for (String last : List.of("\"total_tokens\":214", "\"cost\":0.00095", "\"cached_tokens\":100")) {
            for (String answer : List.of(STREAM, PLAIN)) {
                UsageTap tap = answer.equals(PLAIN) ? json() : events();
                Usage usage = Chunks.whole(tap, answer.substring(0, answer.indexOf(last) + last.length()));

                assertThat(usage.source()).as(last).isEqualTo(UsageSource.UNKNOWN);
                assertThat(usage.providerCost()).as(last).isNull();
            }
        }
    }

    @Test
    void aFailureInAStreamLeavesTheUsageUnknown() {
        Usage usage = Chunks.whole(events(), """
                data: {"id":"gen-1","error":{"code":502,"message":"Provider disconnected","metadata":{"error_type":"provider_unavailable"}},"choices":[{"index":0,"delta":{"content":""},"finish_reason":"error"}]}

                data: [DONE]

                """);

        assertThat(usage.source()).isEqualTo(UsageSource.UNKNOWN);
        assertThat(usage.errorType()).isEqualTo("provider_unavailable");
    }

    @Test
    void anErrorWithoutATypeIsCalledByItsCode() {
        Usage usage =
                Chunks.whole(tap(402, "application/json"), "{\"error\":{\"code\":402,\"message\":\"No credit\"}}");

        assertThat(usage.errorType()).isEqualTo("402");
        assertThat(usage.source()).isEqualTo(UsageSource.NONE);
    }

    @Test
    void moreCachedThanThereWasIsAProblemButTheCostStands() {
        Usage usage = Chunks.whole(json(), PLAIN.replace("\"cached_tokens\":100", "\"cached_tokens\":300"));

        assertThat(usage.problem()).contains("negative");
        assertThat(usage.providerCost()).isNotNull();
    }

    @Test
    void figuresThatDoNotAddUpAreAProblem() {
        assertThat(Chunks.whole(json(), PLAIN.replace("\"total_tokens\":214", "\"total_tokens\":215"))
                        .problem())
                .contains("total");
        assertThat(Chunks.whole(json(), PLAIN.replace("\"total_tokens\":214", "\"total_tokens\":21.5"))
                        .problem())
                .contains("can't be read");
    }

    @Test
    void anAmountInScientificFormIsExact() {
        Usage usage = Chunks.whole(json(), PLAIN.replace("0.00095", "9.5e-7"));

        assertThat(usage.providerCost()).isEqualByComparingTo("0.00000095");
    }

    private static UsageTap json() {
        return tap(200, "application/json");
    }

    private static UsageTap events() {
        return tap(200, "text/event-stream");
    }

    private static UsageTap tap(int status, String contentType) {
        return OpenRouterDialect.INSTANCE.routes().getFirst().tap(status, contentType);
    }
}
