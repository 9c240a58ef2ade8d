package io.leasehold.providers.cohere;

import static org.assertj.core.api.Assertions.assertThat;

import io.leasehold.contracts.Tokens;
import io.leasehold.contracts.UsageSource;
import io.leasehold.providers.dialect.Chunks;
import io.leasehold.providers.dialect.PricingTerms;
import io.leasehold.providers.dialect.Usage;
import io.leasehold.providers.dialect.UsageTap;
import io.leasehold.providers.price.PriceBook;
import io.leasehold.providers.price.Pricing;
import io.leasehold.providers.price.RequestCost;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class CohereUsageTapTest {
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final String PLAIN = "application/json";
    private static final String STREAMED = "text/event-stream";
    private static final String USAGE = "{\"billed_units\":{\"input_tokens\":5,\"output_tokens\":418},"
            + "\"tokens\":{\"input_tokens\":71,\"output_tokens\":418},\"cached_tokens\":0}";
    private static final String CHAT = """
            {"id":"c14c80c3","finish_reason":"COMPLETE","message":{"role":"assistant","content":[{"type":"text","text":"Hello."}]},
             "usage":%s}""".formatted(USAGE);
    private static final String CHAT_STREAM = """
            event: message-start
            data: {"id":"c14c80c3","type":"message-start","delta":{"message":{"role":"assistant","content":[]}}}

            event: content-delta
            data: {"type":"content-delta","index":0,"delta":{"message":{"content":{"text":"Grüße"}}}}

            event: message-end
            data: {"id":"c14c80c3","type":"message-end","delta":{"finish_reason":"COMPLETE","usage":%s}}

            """.formatted(USAGE);

    /** {@code tokens} counts Cohere's own words too and is never what is billed. */
    @Test
    void whatIsBilledCountsInPlainAndStreamedAnswers() {
        for (Usage usage : List.of(Chunks.whole(chat(PLAIN), CHAT), Chunks.whole(chat(STREAMED), CHAT_STREAM))) {
            assertThat(usage.source()).isEqualTo(UsageSource.REPORTED);
            assertThat(usage.tokens()).isEqualTo(Tokens.text(5, 418));
            assertThat(usage.responseId()).isEqualTo("c14c80c3");
            assertThat(usage.stopReason()).isEqualTo("COMPLETE");
            assertThat(usage.errorType()).isNull();
            assertThat(usage.model()).isNull();
        }
    }

    @Property(tries = 200)
    void whereAnAnswerIsCutMakesNoDifference(@ForAll List<Integer> places) {
        assertThat(Chunks.cut(chat(STREAMED), CHAT_STREAM, places))
                .isEqualTo(Chunks.whole(chat(STREAMED), CHAT_STREAM));
    }

    @Test
    void aStreamIsOverWithItsLastEventWhateverFollows() {
        UsageTap tap = chat(STREAMED);

        Usage usage = Chunks.whole(tap, CHAT_STREAM + "data: [DONE]\n\n");

        assertThat(tap.finished()).isTrue();
        assertThat(usage.tokens()).isEqualTo(Tokens.text(5, 418));
    }

    @Test
    void countsMayBeWrittenWithAPoint() {
        String floats =
                CHAT.replace("\"input_tokens\":5,", "\"input_tokens\":5.0,").replace(":418}", ":418.00}");

        assertThat(Chunks.whole(chat(PLAIN), floats).tokens()).isEqualTo(Tokens.text(5, 418));
        assertThat(Chunks.whole(chat(PLAIN), floats.replace("5.0", "5.5")).source())
                .isEqualTo(UsageSource.UNKNOWN);
    }

    @Test
    void cachedTokensAreTakenOutOfWhatIsBilledAtMost() {
        assertThat(Chunks.whole(chat(PLAIN), CHAT.replace("\"cached_tokens\":0", "\"cached_tokens\":2"))
                        .tokens())
                .isEqualTo(new Tokens(3, 2, 0, 0, 418, 0, 0, 0, 0));
        assertThat(Chunks.whole(chat(PLAIN), CHAT.replace("\"cached_tokens\":0", "\"cached_tokens\":64"))
                        .tokens())
                .isEqualTo(new Tokens(0, 5, 0, 0, 418, 0, 0, 0, 0));
    }

    @Test
    void withoutBilledUnitsNothingIsKnown() {
        String raw = CHAT.replace("billed_units", "other_units");
        String cut = CHAT_STREAM.substring(0, CHAT_STREAM.indexOf("event: message-end"));

        assertThat(Chunks.whole(chat(PLAIN), raw).source()).isEqualTo(UsageSource.UNKNOWN);
        assertThat(Chunks.whole(chat(STREAMED), cut).source()).isEqualTo(UsageSource.UNKNOWN);
    }

    @Test
    void aStreamThatFailedSaysSo() {
        Usage usage = Chunks.whole(chat(STREAMED), """
                event: message-end
                data: {"type":"message-end","delta":{"finish_reason":"ERROR","error":"internal error"}}

                """);

        assertThat(usage.errorType()).isEqualTo("ERROR");
        assertThat(usage.source()).isEqualTo(UsageSource.UNKNOWN);
    }

    @Test
    void embeddingsCostTheirInputAndThoseOfImagesAnUnknownAmount() {
        String embed = """
                {"id":"e1","embeddings":{"float":[[0.1]]},"meta":{"api_version":{"version":"2"},
                 "billed_units":{"input_tokens":12,"images":0,"image_tokens":0},"warnings":[]}}""";

        Usage texts = Chunks.whole(tap("/v2/embed", 200, PLAIN), embed);
        Usage images = Chunks.whole(tap("/v2/embed", 200, PLAIN), embed.replace("\"images\":0", "\"images\":1"));

        assertThat(texts.tokens()).isEqualTo(Tokens.text(12, 0));
        assertThat(cost("embed-v4.0", texts).amount()).isEqualByComparingTo("0.00000144");
        assertThat(images.problem()).contains("images");
    }

    @Test
    void rerankingIsCountedInSearchesWhoseCostIsUnknown() {
        Usage usage = Chunks.whole(tap("/v2/rerank", 200, PLAIN), """
                {"id":"r1","results":[{"index":0,"relevance_score":0.9}],"meta":{"billed_units":{"search_units":1.0}}}""");

        assertThat(usage.source()).isEqualTo(UsageSource.REPORTED);
        assertThat(usage.tokens()).isEqualTo(Tokens.NONE);
        assertThat(usage.webSearches()).isEqualTo(1);
        assertThat(cost("rerank-v3.5", usage).amount()).isNull();
        assertThat(Chunks.whole(tap("/v2/rerank", 200, PLAIN), "{\"results\":[]}")
                        .source())
                .isEqualTo(UsageSource.UNKNOWN);
    }

    @Test
    void searchesOfAChatHaveNoPrice() {
        Usage usage = Chunks.whole(
                chat(PLAIN), CHAT.replace("\"output_tokens\":418}", "\"output_tokens\":418,\"search_units\":1}"));

        assertThat(usage.webSearches()).isEqualTo(1);
        assertThat(cost("command-a-03-2025", usage).amount()).isNull();
    }

    @Test
    void whatIsRefusedCostsNothing() {
        Usage usage = Chunks.whole(tap("/v2/chat", 498, PLAIN), "{\"message\":\"invalid api token\",\"id\":\"x\"}");

        assertThat(usage.source()).isEqualTo(UsageSource.NONE);
        assertThat(cost("command-a-03-2025", usage).amount()).isZero();
    }

    private static RequestCost cost(String model, Usage usage) {
        return new Pricing(PriceBook.builtIn()).cost("cohere", model, PricingTerms.UNSAID, usage, NOW);
    }

    private static UsageTap chat(String contentType) {
        return tap("/v2/chat", 200, contentType);
    }

    private static UsageTap tap(String path, int status, String contentType) {
        return Objects.requireNonNull(CohereDialect.INSTANCE.match("POST", path))
                .tap(status, contentType);
    }
}
