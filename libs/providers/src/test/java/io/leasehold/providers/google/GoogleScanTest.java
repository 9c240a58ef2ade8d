package io.leasehold.providers.google;

import static org.assertj.core.api.Assertions.assertThat;

import io.leasehold.providers.dialect.RequestScan;
import io.leasehold.providers.dialect.RequestScan.BadRequest;
import io.leasehold.providers.dialect.RequestScan.CacheWrites;
import io.leasehold.providers.dialect.RequestScan.Content;
import io.leasehold.providers.dialect.RequestScan.Inference;
import io.leasehold.providers.dialect.RouteKind;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GoogleScanTest {
    private static final String PRO = "/v1beta/models/gemini-2.5-pro:";
    private static final String GENERATE = PRO + "generateContent";

    @Test
    void theModelStandsInThePathAndTheRestInTheBody() {
        Inference scan = inference(GENERATE, """
                {"contents":[{"role":"user","parts":[{"text":"Hi"}]}],"systemInstruction":{"parts":[{"text":"Be brief."}]},
                 "generationConfig":{"maxOutputTokens":20,"candidateCount":2,"responseModalities":["TEXT"],
                 "thinkingConfig":{"thinkingBudget":10}},"serviceTier":"flex",
                 "tools":[{"functionDeclarations":[{"name":"f","parameters":{"type":"OBJECT","mimeType":"image/png"}}]}]}""");

        assertThat(scan.model()).isEqualTo("gemini-2.5-pro");
        assertThat(scan.stream()).isFalse();
        assertThat(scan.maxOutput()).hasValue(20);
        assertThat(scan.choices()).isEqualTo(2);
        assertThat(scan.terms().serviceTier()).isEqualTo("flex");
        assertThat(scan.input().boundByBytes()).isTrue();
        assertThat(scan.input().cacheWrites()).isEqualTo(CacheWrites.NONE);
        assertThat(scan.input().unbounded()).isNull();
        assertThat(inference(PRO + "streamGenerateContent", "{\"contents\":[]}").stream())
                .isTrue();
    }

    /** Google takes both ways of writing a field, and who reads only one of them would set aside too little. */
    @Test
    void fieldsMayBeWrittenInEitherWayButNotInBoth() {
        assertThat(inference(
                                GENERATE,
                                "{\"generation_config\":{\"max_output_tokens\":7},\"service_tier\":\"priority\"}")
                        .maxOutput())
                .hasValue(7);
        assertThat(scan(GENERATE, "{\"generation_config\":{},\"generationConfig\":{\"maxOutputTokens\":7}}"))
                .isInstanceOf(BadRequest.class);
        assertThat(scan(GENERATE, "{\"generationConfig\":{\"maxOutputTokens\":1,\"max_output_tokens\":9}}"))
                .isInstanceOf(BadRequest.class);
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"inlineData\":{\"mimeType\":\"image/png\",\"data\":\"AAAA\"}}', IMAGE",
        "'{\"inline_data\":{\"data\":\"AAAA\",\"mime_type\":\"audio/wav\"}}', AUDIO",
        "'{\"inlineData\":{\"mimeType\":\"video/mp4\",\"data\":\"AAAA\"}}', AUDIO",
        "'{\"inlineData\":{\"mimeType\":\"application/pdf\",\"data\":\"AAAA\"}}', DOCUMENT",
        "'{\"fileData\":{\"fileUri\":\"https://youtu.be/x\"}}', REFERENCE"
    })
    void whatIsNotTextIsSeen(String part, Content content) {
        Inference scan = inference(GENERATE, "{\"contents\":[{\"parts\":[{\"text\":\"Look\"}," + part + "]}]}");

        assertThat(scan.input().contents()).contains(content);
        assertThat(scan.input().boundByBytes()).isFalse();
    }

    /** Results of the client's own functions are its own data. */
    @Test
    void whatAFunctionGaveIsText() {
        assertThat(inference(GENERATE, """
                        {"contents":[{"parts":[{"functionResponse":{"name":"f","response":{"mimeType":"image/png"}}}]}]}""").input().contents()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"tools\":[{\"googleSearch\":{}}]",
                "\"tools\":[{\"functionDeclarations\":[]},{\"code_execution\":{}}]",
                "\"generationConfig\":{\"responseModalities\":[\"TEXT\",\"IMAGE\"]}",
                "\"generationConfig\":{\"response_modalities\":[\"AUDIO\"]}"
            })
    void whatCantBeBoundedSaysSo(String member) {
        assertThat(inference(GENERATE, "{" + member + "}").input().unbounded()).isNotNull();
    }

    @Test
    void whatAnotherLeaseStoredIsRefused() {
        assertThat(scan(GENERATE, "{\"cachedContent\":\"cachedContents/abc\"}"))
                .isInstanceOfSatisfying(
                        BadRequest.class,
                        refused -> assertThat(refused.message()).contains("cachedContent"));
        assertThat(scan(GENERATE, "{\"cachedContent\":null}")).isInstanceOf(Inference.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"generationConfig\":{\"maxOutputTokens\":0}}",
                "{\"generationConfig\":{\"maxOutputTokens\":1.5}}",
                "{\"generationConfig\":[]}",
                "[]"
            })
    void whatGoogleMightReadInAnotherWayIsRefused(String body) {
        assertThat(scan(GENERATE, body)).isInstanceOf(BadRequest.class);
    }

    @Test
    void embeddingsHaveNoOutput() {
        for (String call : new String[] {"embedContent", "batchEmbedContents"}) {
            Inference scan = inference("/v1beta/models/gemini-embedding-001:" + call, """
                    {"content":{"parts":[{"text":"Hi"}]},"requests":[{"content":{"parts":[{"text":"Hi"}]}}]}""");

            assertThat(scan.model()).isEqualTo("gemini-embedding-001");
            assertThat(scan.maxOutput()).hasValue(0);
            assertThat(scan.input().boundByBytes()).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /v1beta/models/gemini-2.5-flash:countTokens, FREE",
        "GET, /v1beta/models, FREE",
        "GET, /v1/models, FREE",
        "POST, /v1/models/gemini-2.5-flash:generateContent, PRICED",
        "GET, /v1beta/models/gemini-2.5-flash, FREE",
        "POST, /v1beta/models/gemini-2.5-flash:streamGenerateContent, PRICED"
    })
    void routesAreAllowed(String method, String path, RouteKind kind) {
        assertThat(Objects.requireNonNull(GoogleDialect.INSTANCE.match(method, path))
                        .kind())
                .isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /v1beta/models/gemini-2.5-flash:batchGenerateContent",
        "POST, /v1beta/models/:generateContent",
        "POST, /v1beta/models/a/b:generateContent",
        "POST, /v1beta/models/gemini-2.5-flash:generateContent/x",
        "POST, /v1beta/models/a%2f..:generateContent",
        "POST, /v1beta/cachedContents",
        "POST, /v1alpha/models/gemini-2.5-flash:generateContent",
        "GET, /v1beta/files/abc",
        "POST, /v1beta/interactions"
    })
    void nothingElsePasses(String method, String path) {
        assertThat(GoogleDialect.INSTANCE.match(method, path)).isNull();
    }

    private static Inference inference(String path, String body) {
        return (Inference) scan(path, body);
    }

    private static RequestScan scan(String path, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return Objects.requireNonNull(GoogleDialect.INSTANCE.match("POST", path))
                .scan(path, bytes, 0, bytes.length);
    }
}
