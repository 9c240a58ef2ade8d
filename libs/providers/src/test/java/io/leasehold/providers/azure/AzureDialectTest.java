package io.leasehold.providers.azure;

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

class AzureDialectTest {
    private static final Instant NOW = Instant.parse("2026-11-30T00:00:00Z");
    private static final String CHAT = "/openai/deployments/chat-prod/chat/completions";
    private static final String ANSWER = """
            {"id":"chatcmpl-AZ1","object":"chat.completion","created":1795136400,"model":"gpt-4.1-2025-04-14",
             "prompt_filter_results":[{"prompt_index":0,"content_filter_results":{"hate":{"filtered":false,"severity":"safe"},"jailbreak":{"filtered":false,"detected":false}}}],
             "choices":[{"index":0,"finish_reason":"stop","logprobs":null,"content_filter_results":{"hate":{"filtered":false,"severity":"safe"}},"message":{"role":"assistant","content":"Hello.","refusal":null}}],
             "usage":{"prompt_tokens":19,"completion_tokens":10,"total_tokens":29,"prompt_tokens_details":{"cached_tokens":4,"audio_tokens":0},"completion_tokens_details":{"reasoning_tokens":0,"audio_tokens":0,"accepted_prediction_tokens":0,"rejected_prediction_tokens":0}},
             "system_fingerprint":"fp_b705f0c291"}""";

    private final Pricing pricing = new Pricing(PriceBook.builtIn());
    private final WorstCases worstCases = new WorstCases(PriceBook.builtIn());

    @Test
    void theDeploymentInThePathIsTheModelWhateverTheBodySays() {
        Inference scan = scan(CHAT, """
                {"model":"another","max_tokens":20,"stream":true,"messages":[{"role":"user","content":"Hi"}]}""");

        assertThat(scan.model()).isEqualTo("chat-prod");
        assertThat(scan.maxOutput()).hasValue(20);
        assertThat(scan.usageRequest()).isNotNull();
        assertThat(scan(CHAT, "{\"messages\":[]}").model()).isEqualTo("chat-prod");
        assertThat(scan("/openai/deployments/embed/embeddings", "{\"input\":\"Hi\"}")
                        .model())
                .isEqualTo("embed");
        assertThat(scan("/openai/v1/responses", "{\"model\":\"chat-prod\",\"input\":\"Hi\"}")
                        .model())
                .isEqualTo("chat-prod");
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /openai/deployments/a/b/chat/completions",
        "POST, /openai/deployments//chat/completions",
        "POST, /openai/deployments/a/images/generations",
        "GET, /openai/v1/responses/resp_1",
        "POST, /openai/v1/batches",
        "POST, /v1/chat/completions"
    })
    void nothingElsePasses(String method, String path) {
        assertThat(AzureDialect.INSTANCE.match(method, path)).isNull();
    }

    /** The answer names the model; the deployment's name says nothing. */
    @Test
    void anAnswerIsPricedByTheModelThatItNames() {
        Usage usage = Chunks.whole(route(CHAT).tap(200, "application/json"), ANSWER);

        assertThat(usage.source()).isEqualTo(UsageSource.REPORTED);
        assertThat(usage.tokens()).isEqualTo(new Tokens(15, 4, 0, 0, 10, 0, 0, 0, 0));
        // 15 at $2, 4 at $0.50 and 10 at $8 a million.
        assertThat(pricing.cost("azure-openai", "chat-prod", PricingTerms.UNSAID, usage, NOW)
                        .amount())
                .isEqualTo(new BigDecimal("0.000112000"));
    }

    /** The first chunk has no choice, no model and no id. */
    @Test
    void aStreamMayBeginWithNothingButFilters() {
        Usage usage = Chunks.whole(route(CHAT).tap(200, "text/event-stream"), """
                data: {"choices":[],"created":0,"id":"","model":"","object":"","prompt_filter_results":[{"prompt_index":0,"content_filter_results":{}}]}

                data: {"choices":[{"index":0,"delta":{"content":"Hi"},"finish_reason":"stop"}],"id":"chatcmpl-1","model":"gpt-4.1-2025-04-14","usage":null}

                data: {"choices":[],"id":"chatcmpl-1","model":"gpt-4.1-2025-04-14","usage":{"prompt_tokens":8,"completion_tokens":1,"total_tokens":9}}

                data: [DONE]

                """);

        assertThat(usage.source()).isEqualTo(UsageSource.REPORTED);
        assertThat(usage.tokens()).isEqualTo(Tokens.text(8, 1));
        assertThat(usage.model()).isEqualTo("gpt-4.1-2025-04-14");
    }

    @ParameterizedTest
    @CsvSource({
        "gpt-4.1-2025-04-14, 1000, 500, 100,        , 0.003050000",
        "gpt-4.1-2025-04-14, 1000, 500, 100, default, 0.003050000",
        "o1-2024-12-17,      1000, 500, 100, default, 0.024750000",
        "o4-mini-2025-04-16, 1000, 500, 100, batch,   0.000840000",
        "gpt-5.1-2025-11-13, 1000, 500, 100, priority, 0.004625000",
        "text-embedding-3-small, 1000, 0, 0,        , 0.000020000"
    })
    void costs(String model, long input, long cached, long output, @Nullable String tier, BigDecimal cost) {
        Usage usage = new Usage(
                new Tokens(input, cached, 0, 0, output, 0, 0, 0, 0),
                UsageSource.REPORTED,
                0,
                null,
                new PricingTerms(tier, null, null),
                model,
                null,
                null,
                null,
                null);

        assertThat(pricing.cost("azure-openai", "chat-prod", PricingTerms.UNSAID, usage, NOW)
                        .amount())
                .isEqualTo(cost);
    }

    /** What a deployment costs beforehand is known where it is called like its model, and nowhere else. */
    @Test
    void aDeploymentOfAnotherNameHasNoBound() {
        String body = "{\"max_tokens\":1,\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]}";

        assertThat(worst("/openai/deployments/gpt-4.1/chat/completions", body)).isInstanceOf(WorstCase.Priced.class);
        assertThat(worst("/openai/deployments/text-embedding-3-small/embeddings", "{\"input\":\"Hi\"}"))
                .isInstanceOf(WorstCase.Priced.class);
        assertThat(worst(CHAT, body)).isInstanceOf(WorstCase.Unbounded.class);
    }

    @Test
    void anErrorIsCalledByItsCode() {
        assertThat(Chunks.whole(
                                route(CHAT).tap(429, "application/json"),
                                "{\"error\":{\"code\":\"429\",\"message\":\"x\"}}")
                        .errorType())
                .isEqualTo("429");
    }

    private WorstCase worst(String path, String body) {
        return worstCases.of("azure-openai", route(path).kind(), scan(path, body), NOW);
    }

    private static Inference scan(String path, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return (Inference) route(path).scan(path, bytes, 0, bytes.length);
    }

    private static Route route(String path) {
        return Objects.requireNonNull(AzureDialect.INSTANCE.match("POST", path));
    }
}
