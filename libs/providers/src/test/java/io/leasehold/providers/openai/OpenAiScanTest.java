package io.leasehold.providers.openai;

import static org.assertj.core.api.Assertions.assertThat;

import io.leasehold.providers.dialect.BodyEdit;
import io.leasehold.providers.dialect.RequestScan;
import io.leasehold.providers.dialect.RequestScan.BadRequest;
import io.leasehold.providers.dialect.RequestScan.CacheWrites;
import io.leasehold.providers.dialect.RequestScan.Content;
import io.leasehold.providers.dialect.RequestScan.Inference;
import io.leasehold.providers.dialect.Route;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpenAiScanTest {

    @Test
    void whatAdmissionNeedsIsReadOfAChat() {
        Inference scan = inference("/v1/chat/completions", """
                {"model":"gpt-6-sol","max_completion_tokens":20,"n":2,"user":"u-1","stream":true,"service_tier":"flex",
                 "tools":[{"type":"function","function":{"name":"f","parameters":{"type":"object"}}}],
                 "messages":[{"role":"user","content":"Hi"}]}""");

        assertThat(scan.model()).isEqualTo("gpt-6-sol");
        assertThat(scan.maxOutput()).hasValue(20);
        assertThat(scan.choices()).isEqualTo(2);
        assertThat(scan.user()).isEqualTo("u-1");
        assertThat(scan.stream()).isTrue();
        assertThat(scan.terms().serviceTier()).isEqualTo("flex");
        assertThat(scan.input().boundByBytes()).isTrue();
        assertThat(scan.input().cacheWrites()).isEqualTo(CacheWrites.FIVE_MINUTES);
        assertThat(scan.input().unbounded()).isNull();
    }

    /** A project may have a tier of its own, so that nothing said is not the standard one. */
    @Test
    void withoutAWordOnTheTierTheProviderChooses() {
        assertThat(response("").terms().serviceTier()).isNull();
        assertThat(response(",\"service_tier\":\"auto\"").terms().serviceTier()).isNull();
    }

    @Test
    void whatAdmissionNeedsIsReadOfAResponse() {
        Inference scan = response(",\"max_output_tokens\":30,\"instructions\":\"Be brief.\","
                + "\"tools\":[{\"type\":\"custom\",\"name\":\"g\",\"format\":{\"type\":\"grammar\"}}],"
                + "\"safety_identifier\":\"u-2\"");

        assertThat(scan.maxOutput()).hasValue(30);
        assertThat(scan.user()).isEqualTo("u-2");
        assertThat(scan.input().boundByBytes()).isTrue();
        assertThat(scan.input().unbounded()).isNull();
    }

    @Test
    void imagesFilesAndAudioAreSeen() {
        assertThat(inference("/v1/responses", """
                        {"model":"m","input":[{"role":"user","content":[{"type":"input_image","image_url":"data:x"},
                         {"type":"input_file","file_data":"x"}]}]}""").input().contents())
                .containsExactlyInAnyOrder(Content.IMAGE, Content.DOCUMENT);
        assertThat(inference("/v1/chat/completions", """
                        {"model":"m","messages":[{"role":"user","content":[{"type":"input_audio"},{"type":"file"}]}]}""").input().contents())
                .containsExactlyInAnyOrder(Content.AUDIO, Content.DOCUMENT);
    }

    /** What a stream used is told only to those who ask. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "{\"model\":\"m\",\"stream\":true}"
                        + "|{\"model\":\"m\",\"stream\":true,\"stream_options\":{\"include_usage\":true}}",
                "{\"stream_options\":null,\"model\":\"m\",\"stream\":true}"
                        + "|{\"stream_options\":{\"include_usage\":true},\"model\":\"m\",\"stream\":true}",
                "{\"model\":\"m\",\"stream\":true,\"stream_options\": { } }"
                        + "|{\"model\":\"m\",\"stream\":true,\"stream_options\": {\"include_usage\":true } }",
                "{\"user\":\"ü\",\"model\":\"m\",\"stream\":true,\"stream_options\":{\"include_obfuscation\":false}}"
                        + "|{\"user\":\"ü\",\"model\":\"m\",\"stream\":true,\"stream_options\":{\"include_usage\":true,\"include_obfuscation\":false}}",
                "{\"stream_options\":{\"include_usage\":false},\"model\":\"m\",\"stream\":true}"
                        + "|{\"stream_options\":{\"include_usage\":true},\"model\":\"m\",\"stream\":true}",
                "{\"stream_options\":{\"include_usage\":null},\"model\":\"m\",\"stream\":true}"
                        + "|{\"stream_options\":{\"include_usage\":true},\"model\":\"m\",\"stream\":true}"
            })
    void aStreamIsMadeToTellItsUsage(String body, String sent) {
        BodyEdit edit = Objects.requireNonNull(
                        inference("/v1/chat/completions", body).usageRequest())
                .edit();

        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        int at = edit.placeIn(bytes, bytes.length);
        String edited = new String(bytes, 0, at, StandardCharsets.UTF_8)
                + edit.inserted()
                + new String(bytes, at + edit.removed(), bytes.length - at - edit.removed(), StandardCharsets.UTF_8);

        assertThat(edited).isEqualTo(sent);
    }

    @Test
    void whoeverAsksOrDoesNotStreamIsLeftAlone() {
        assertThat(inference("/v1/chat/completions", "{\"model\":\"m\"}").usageRequest())
                .isNull();
        assertThat(inference(
                                "/v1/chat/completions",
                                "{\"model\":\"m\",\"stream\":true,\"stream_options\":{\"include_usage\":true}}")
                        .usageRequest())
                .isNull();
        assertThat(response(",\"stream\":true").usageRequest()).isNull();
        assertThat(scan(
                        "/v1/chat/completions",
                        "{\"model\":\"m\",\"stream_options\":{\"include_usage\":true,\"include_usage\":false}}"))
                .isInstanceOf(BadRequest.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"tools\":[{\"type\":\"web_search\"}]",
                "\"tools\":[{\"type\":\"code_interpreter\",\"container\":{\"type\":\"auto\"}}]",
                "\"web_search_options\":{}",
                "\"prediction\":{\"type\":\"content\"}",
                "\"modalities\":[\"text\",\"audio\"]",
                "\"background\":true",
                "\"prompt\":{\"id\":\"pmpt_1\"}"
            })
    void whatCanNotBeBoundedSaysSo(String member) {
        assertThat(response("," + member).input().unbounded()).isNotBlank();
    }

    /** Leases share keys: what one of them stored is none of the others' business. */
    @ParameterizedTest
    @ValueSource(
            strings = {"\"conversation\":\"conv_1\"", "\"input\":[{\"type\":\"item_reference\",\"id\":\"msg_1\"}]"})
    void whatIsStoredAtTheProviderIsNotReached(String member) {
        RequestScan scan = scan("/v1/responses", "{\"model\":\"m\"," + member + "}");

        assertThat(((BadRequest) scan).message()).contains("conversation", "item_reference");
    }

    /** Whose it is the gateway knows; how much it is nobody does. */
    @Test
    void whatARequestGoesOnFromIsTold() {
        Inference next = response(",\"previous_response_id\":\"resp_1\"");
        Inference first = response(",\"previous_response_id\":null");

        assertThat(next.goesOnFrom()).isEqualTo("resp_1");
        assertThat(next.input().contents()).containsExactly(Content.REFERENCE);
        assertThat(next.input().boundByBytes()).isFalse();
        assertThat(first.goesOnFrom()).isNull();
        assertThat(first.input().boundByBytes()).isTrue();
        assertThat(scan("/v1/responses", "{\"model\":\"m\",\"previous_response_id\":[\"resp_1\"]}"))
                .isInstanceOf(BadRequest.class);
        assertThat(scan("/v1/chat/completions", "{\"model\":\"m\",\"previous_response_id\":\"resp_1\"}"))
                .isInstanceOf(BadRequest.class);
    }

    @Test
    void embeddingsAreBoundedByTheirBytesAndPutNothingOut() {
        Inference scan = inference("/v1/embeddings", "{\"model\":\"text-embedding-3-small\",\"input\":[[1,2],[3]]}");

        assertThat(scan.maxOutput()).hasValue(0);
        assertThat(scan.input().boundByBytes()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/files", "/v1/batches", "/v1/responses/resp_1", "/v1/organization/projects"})
    void otherPathsAreNotRelayed(String path) {
        assertThat(OpenAiDialect.INSTANCE.match("GET", path)).isNull();
        assertThat(OpenAiDialect.INSTANCE.match("POST", path)).isNull();
    }

    private static Inference response(String more) {
        return inference("/v1/responses", "{\"model\":\"gpt-6-sol\",\"input\":\"Hi\"" + more + "}");
    }

    private static Inference inference(String path, String body) {
        return (Inference) scan(path, body);
    }

    private static RequestScan scan(String path, String body) {
        Route route = Objects.requireNonNull(OpenAiDialect.INSTANCE.match("POST", path));
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return route.scan(path, bytes, 0, bytes.length);
    }
}
