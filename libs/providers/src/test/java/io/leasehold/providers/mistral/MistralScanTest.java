package io.leasehold.providers.mistral;

import static org.assertj.core.api.Assertions.assertThat;

import io.leasehold.providers.dialect.RequestScan;
import io.leasehold.providers.dialect.RequestScan.BadRequest;
import io.leasehold.providers.dialect.RequestScan.Content;
import io.leasehold.providers.dialect.RequestScan.Inference;
import io.leasehold.providers.dialect.Route;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MistralScanTest {

    @Test
    void whatAdmissionNeedsIsReadOfAChat() {
        Inference scan = inference("/v1/chat/completions", """
                {"model":"mistral-large-2512","max_tokens":20,"n":2,"stream":true,"service_tier":"standard",
                 "tools":[{"type":"function","function":{"name":"f","parameters":{"type":"object"}}}],
                 "messages":[{"role":"user","content":"Hi"}]}""");

        assertThat(scan.model()).isEqualTo("mistral-large-2512");
        assertThat(scan.maxOutput()).hasValue(20);
        assertThat(scan.choices()).isEqualTo(2);
        assertThat(scan.stream()).isTrue();
        assertThat(scan.terms().serviceTier()).isEqualTo("standard");
        assertThat(scan.input().boundByBytes()).isTrue();
        assertThat(scan.input().unbounded()).isNull();
    }

    /** Its streams always tell their usage, so that bodies are left alone. */
    @Test
    void nothingIsAddedToAStreamedRequest() {
        assertThat(chat(",\"stream\":true").usageRequest()).isNull();
    }

    @Test
    void aCompletionInTheMiddleIsBoundedByItsBytes() {
        String body = "{\"model\":\"codestral-2508\",\"prompt\":\"def f(\",\"suffix\":\"return a\",\"max_tokens\":9}";

        Inference scan = inference("/v1/fim/completions", body);

        assertThat(scan.maxOutput()).hasValue(9);
        assertThat(scan.input().textBytes()).isEqualTo(body.length());
        assertThat(scan.input().unbounded()).isNull();
    }

    @Test
    void embeddingsPutNothingOut() {
        Inference scan = inference("/v1/embeddings", "{\"model\":\"mistral-embed\",\"input\":[\"a\",\"b\"]}");

        assertThat(scan.maxOutput()).hasValue(0);
        assertThat(scan.input().boundByBytes()).isTrue();
    }

    @Test
    void anImageMayFillTheContextWindow() {
        assertThat(content("{\"type\":\"image_url\",\"image_url\":\"data:x\"}")
                        .input()
                        .contents())
                .containsExactly(Content.IMAGE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"input_audio\",\"input_audio\":\"x\"}",
                "{\"type\":\"document_url\",\"document_url\":\"https://example.com/a.pdf\"}"
            })
    void whatIsPaidForByLengthOrPageHasNoBound(String part) {
        assertThat(content(part).input().unbounded()).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"tools\":[{\"type\":\"web_search\"}]",
                "\"tools\":[{\"type\":\"code_interpreter\"}]",
                "\"prediction\":{\"type\":\"content\"}"
            })
    void whatElseCanNotBeBoundedSaysSo(String member) {
        assertThat(chat("," + member).input().unbounded()).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"thinking\",\"thinking\":[{\"type\":\"text\",\"text\":\"x\"}]}",
                "{\"type\":\"reference\",\"reference_ids\":[1]}"
            })
    void whatIsInlineIsBoundedByItsBytes(String part) {
        assertThat(content(part).input().boundByBytes()).isTrue();
        assertThat(content(part).input().unbounded()).isNull();
    }

    /** Leases share keys: what one of them stored is none of the others' business. */
    @Test
    void aStoredFileIsNotReached() {
        RequestScan scan = scan("/v1/chat/completions", message("{\"type\":\"file\",\"file_id\":\"f\"}"));

        assertThat(((BadRequest) scan).message()).contains("file");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/ocr", "/v1/conversations", "/v1/files", "/v1/batch/jobs", "/v1/admin/api-keys"})
    void otherPathsAreNotRelayed(String path) {
        assertThat(MistralDialect.INSTANCE.match("GET", path)).isNull();
        assertThat(MistralDialect.INSTANCE.match("POST", path)).isNull();
    }

    @Test
    void modelsAreFree() {
        assertThat(Objects.requireNonNull(MistralDialect.INSTANCE.match("GET", "/v1/models"))
                        .label())
                .isEqualTo("GET /v1/models");
    }

    private static Inference chat(String more) {
        return inference("/v1/chat/completions", "{\"model\":\"m\",\"messages\":[]" + more + "}");
    }

    private static Inference content(String part) {
        return inference("/v1/chat/completions", message(part));
    }

    private static String message(String part) {
        return "{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":[" + part + "]}]}";
    }

    private static Inference inference(String path, String body) {
        return (Inference) scan(path, body);
    }

    private static RequestScan scan(String path, String body) {
        Route route = Objects.requireNonNull(MistralDialect.INSTANCE.match("POST", path));
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return route.scan(path, bytes, 0, bytes.length);
    }
}
