package io.leasehold.providers.google;

import static org.assertj.core.api.Assertions.assertThat;

import io.leasehold.contracts.Tokens;
import io.leasehold.contracts.UsageSource;
import io.leasehold.providers.dialect.Chunks;
import io.leasehold.providers.dialect.PricingTerms;
import io.leasehold.providers.dialect.RequestScan.Inference;
import io.leasehold.providers.dialect.Route;
import io.leasehold.providers.dialect.Usage;
import io.leasehold.providers.price.PriceBook;
import io.leasehold.providers.price.Pricing;
import io.leasehold.providers.price.RequestCost;
import io.leasehold.providers.worstcase.WorstCase;
import io.leasehold.providers.worstcase.WorstCases;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GooglePricesTest {
    private static final Instant NOW = Instant.parse("2026-11-30T00:00:00Z");

    private final Pricing pricing = new Pricing(PriceBook.builtIn());
    private final WorstCases worstCases = new WorstCases(PriceBook.builtIn());

    /** Input, from a cache, output, thoughts and heard, at the prices of the day. */
    @ParameterizedTest
    @CsvSource({
        "gemini-2.5-flash,      200, 1000,    45,  310,   0,        , 0.000977500",
        "gemini-2.5-flash,        0,    0,     0,    0, 100,        , 0.000100000",
        "gemini-2.5-flash,      200, 1000,    45,  310,   0, standard, 0.000977500",
        "gemini-2.5-flash,      200, 1000,    45,  310,   0, flex    , 0.000488750",
        "gemini-2.5-flash,      200, 1000,    45,  310,   0, batch   , 0.000488750",
        "gemini-2.5-pro,     200000,    0,  1000,    0,   0,        , 0.260000000",
        "gemini-2.5-pro,     200001,    0,  1000,    0,   0,        , 0.515002500",
        "gemini-2.5-pro,     100000, 100001, 500,  500,   0,        , 0.290000250",
        "gemini-2.5-pro,     300000,    0,  1000,    0,   0, flex    , 0.382500000",
        "gemini-3-pro-preview, 1000,    1,    10,   10,   0,        , 0.002240200",
        "gemini-embedding-001,    7,    0,     0,    0,   0,        , 0.000001050"
    })
    void costs(
            String model,
            long input,
            long cached,
            long output,
            long thoughts,
            long heard,
            @Nullable String tier,
            BigDecimal cost) {
        Tokens tokens = new Tokens(input, cached, 0, 0, output, thoughts, heard, 0, 0);

        assertThat(cost(model, tokens, 0, tier).amount()).isEqualTo(cost);
    }

    /** No price is better than a wrong one. */
    @Test
    void whatThePriceBookDoesNotKnowHasNoCost() {
        assertThat(cost("gemini-2.5-flash", Tokens.text(1, 1), 0, "priority").amount())
                .isNull();
        assertThat(cost("gemini-2.5-flash", Tokens.text(1, 1), 1, null).amount())
                .isNull();
        assertThat(cost("gemini-2.5-flash-image", Tokens.text(1, 1), 0, null).amount())
                .isNull();
    }

    /** What the tap reads of an answer is what is priced. */
    @Test
    void anAnswerIsPricedAsItSaysItself() {
        Route route = Objects.requireNonNull(
                GoogleDialect.INSTANCE.match("POST", "/v1beta/models/gemini-flash-latest:generateContent"));
        Usage usage = Chunks.whole(route.tap(200, "application/json"), """
                {"candidates":[{"finishReason":"STOP"}],"usageMetadata":{"promptTokenCount":1200,"cachedContentTokenCount":1000,
                 "candidatesTokenCount":45,"thoughtsTokenCount":310,"totalTokenCount":1555},"modelVersion":"gemini-2.5-flash"}""");

        assertThat(pricing.cost("google", "gemini-flash-latest", PricingTerms.UNSAID, usage, NOW)
                        .amount())
                .isEqualTo(new BigDecimal("0.000977500"));
    }

    /** Without a maximum the model's own holds: 65,536 tokens at $2.50 a million. */
    @Test
    void theWorstCaseKnowsTheModelsLargestOutput() {
        WorstCase unsaid =
                worst("gemini-2.5-flash:generateContent", "{\"contents\":[{\"parts\":[{\"text\":\"Hi\"}]}]}");
        WorstCase pro = worst("gemini-2.5-pro:generateContent", """
                {"contents":[{"parts":[{"inlineData":{"mimeType":"image/png","data":"AAAA"}}]}],"generationConfig":{"maxOutputTokens":1}}""");

        assertThat(unsaid)
                .isInstanceOfSatisfying(
                        WorstCase.Priced.class,
                        priced -> assertThat(priced.nanoUsd()).isBetween(163_840_000L, 165_000_000L));
        // The whole window at the price of a long context, and one token of output.
        assertThat(pro)
                .isInstanceOfSatisfying(
                        WorstCase.Priced.class,
                        priced -> assertThat(priced.nanoUsd()).isEqualTo(1_048_576L * 2_500 + 15_000));
        assertThat(worst("gemini-embedding-001:embedContent", "{\"content\":{\"parts\":[{\"text\":\"Hi\"}]}}"))
                .isInstanceOf(WorstCase.Priced.class);
    }

    private RequestCost cost(String model, Tokens tokens, long searches, @Nullable String tier) {
        Usage usage = new Usage(
                tokens,
                UsageSource.REPORTED,
                searches,
                null,
                new PricingTerms(tier, null, null),
                model,
                null,
                "STOP",
                null,
                null);
        return pricing.cost("google", model, PricingTerms.UNSAID, usage, NOW);
    }

    private WorstCase worst(String call, String body) {
        String path = "/v1beta/models/" + call;
        Route route = Objects.requireNonNull(GoogleDialect.INSTANCE.match("POST", path));
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return worstCases.of("google", route.kind(), (Inference) route.scan(path, bytes, 0, bytes.length), NOW);
    }
}
