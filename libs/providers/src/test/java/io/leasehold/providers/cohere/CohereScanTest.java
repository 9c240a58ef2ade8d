package io.leasehold.providers.cohere;

import static org.assertj.core.api.Assertions.assertThat;

import io.leasehold.providers.dialect.RequestScan.Content;
import io.leasehold.providers.dialect.RequestScan.Inference;
import io.leasehold.providers.dialect.Route;
import io.leasehold.providers.dialect.RouteKind;
import io.leasehold.providers.price.PriceBook;
import io.leasehold.providers.worstcase.WorstCase;
import io.leasehold.providers.worstcase.WorstCase.Priced;
import io.leasehold.providers.worstcase.WorstCase.Unbounded;
import io.leasehold.providers.worstcase.WorstCases;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CohereScanTest {
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private final WorstCases worstCases = new WorstCases(PriceBook.builtIn());

    @Test
    void whatAdmissionNeedsIsReadOfAChat() {
        Inference scan = inference("/v2/chat", """
                {"model":"command-a-03-2025","max_tokens":20,"stream":true,"documents":["a",{"data":{"text":"b"}}],
                 "tools":[{"type":"function","function":{"name":"f","parameters":{"type":"object"}}}],
                 "messages":[{"role":"user","content":"Hi"},
                  {"role":"tool","tool_call_id":"1","content":[{"type":"document","document":{"data":"x"}}]}]}""");

        assertThat(scan.model()).isEqualTo("command-a-03-2025");
        assertThat(scan.maxOutput()).hasValue(20);
        assertThat(scan.stream()).isTrue();
        assertThat(scan.usageRequest()).isNull();
        assertThat(scan.input().boundByBytes()).isTrue();
        assertThat(scan.input().unbounded()).isNull();
    }

    @Test
    void aChatWithoutAMaximumIsBoundedByTheModel() {
        Inference scan = inference("/v2/chat", "{\"model\":\"command-a-03-2025\",\"messages\":[]}");

        assertThat(((Priced) worstOf(scan)).outputTokens()).isEqualTo(288_000);
    }

    @Test
    void anImageMayFillTheContextWindow() {
        Inference scan = inference(
                "/v2/chat",
                "{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":[{\"type\":\"image_url\"}]}]}");

        assertThat(scan.input().contents()).containsExactly(Content.IMAGE);
    }

    @Test
    void toolsOfCoheresHaveNoBound() {
        assertThat(inference("/v2/chat", "{\"model\":\"m\",\"tools\":[{\"type\":\"web_search\"}]}")
                        .input()
                        .unbounded())
                .isNotBlank();
    }

    /** {@code max_tokens} is how much of an input is read. */
    @Test
    void embeddingsPutNothingOut() {
        String body = "{\"model\":\"embed-v4.0\",\"max_tokens\":9,\"texts\":[\"abc\"],\"images\":[]}";
        Inference scan = inference("/v2/embed", body);

        Priced worst = (Priced) worstOf(scan);

        assertThat(worst.outputTokens()).isZero();
        assertThat(worst.inputTokens()).isEqualTo(body.length() + 64);
        assertThat(worst.nanoUsd()).isEqualTo(worst.inputTokens() * 120);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"images\":[\"data:x\"]",
                "\"inputs\":[{\"content\":[{\"type\":\"text\",\"text\":\"a\"},{\"type\":\"image_url\",\"image_url\":{\"url\":\"x\"}}]}]"
            })
    void embeddingsOfImagesHaveNoBound(String member) {
        assertThat(worstOf(inference("/v2/embed", "{\"model\":\"embed-v4.0\"," + member + "}")))
                .isInstanceOf(Unbounded.class);
    }

    @Test
    void embeddingsOfMixedInputsThatAreTextHaveABound() {
        Inference scan = inference(
                "/v2/embed",
                "{\"model\":\"embed-v4.0\",\"inputs\":[{\"content\":[{\"type\":\"text\",\"text\":\"a\"}]}]}");

        assertThat(worstOf(scan)).isInstanceOf(Priced.class);
    }

    @Test
    void rerankingHasNoBound() {
        Inference scan = inference(
                "/v2/rerank", "{\"model\":\"rerank-v3.5\",\"query\":\"q\",\"documents\":[\"a\",\"b\"],\"top_n\":1}");

        assertThat(scan.model()).isEqualTo("rerank-v3.5");
        assertThat(scan.input().unbounded()).contains("searches");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/check-api-key", "/v1/chat", "/v1/datasets", "/v1/embed-jobs", "/v2/batches"})
    void otherPathsAreNotRelayed(String path) {
        assertThat(CohereDialect.INSTANCE.match("POST", path)).isNull();
        assertThat(CohereDialect.INSTANCE.match("GET", path)).isNull();
    }

    private WorstCase worstOf(Inference scan) {
        return worstCases.of("cohere", RouteKind.PRICED, scan, NOW);
    }

    private static Inference inference(String path, String body) {
        Route route = Objects.requireNonNull(CohereDialect.INSTANCE.match("POST", path));
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return (Inference) route.scan(path, bytes, 0, bytes.length);
    }
}
