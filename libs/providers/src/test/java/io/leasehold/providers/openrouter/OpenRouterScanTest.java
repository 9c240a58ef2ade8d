package io.leasehold.providers.openrouter;

import static org.assertj.core.api.Assertions.assertThat;

import io.leasehold.providers.dialect.RequestScan;
import io.leasehold.providers.dialect.RequestScan.BadRequest;
import io.leasehold.providers.dialect.RequestScan.CacheWrites;
import io.leasehold.providers.dialect.RequestScan.Content;
import io.leasehold.providers.dialect.RequestScan.Inference;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpenRouterScanTest {

    @Test
    void whatAdmissionNeedsIsRead() {
        Inference scan = inference("""
                {"model":"openai/gpt-6-sol","models":["anthropic/claude-opus-5"],"max_tokens":10,"max_completion_tokens":20,
                 "reasoning":{"effort":"high","max_tokens":15},"n":3,"user":"u-1","stream":true,
                 "tools":[{"type":"function","function":{"name":"f","parameters":{"type":"image_url"}}}],
                 "messages":[{"role":"user","content":"Hi"}]}""");

        assertThat(scan.model()).isEqualTo("openai/gpt-6-sol");
        assertThat(scan.alternatives()).containsExactly("anthropic/claude-opus-5");
        assertThat(scan.maxOutput()).hasValue(20);
        assertThat(scan.choices()).isEqualTo(3);
        assertThat(scan.user()).isEqualTo("u-1");
        assertThat(scan.terms().serviceTier()).isEqualTo("default");
        assertThat(scan.input().boundByBytes()).isTrue();
        assertThat(scan.input().unbounded()).isNull();
    }

    /** It bounds the thinking, but not the answer that follows. */
    @Test
    void aMaximumOfReasoningAloneBoundsNothing() {
        assertThat(inference(with("\"reasoning\":{\"max_tokens\":15}")).maxOutput())
                .isEmpty();
        assertThat(inference(with("\"max_tokens\":20,\"reasoning\":{\"max_tokens\":50}"))
                        .maxOutput())
                .hasValue(50);
    }

    /** The provider chooses then, and may choose the dearest. */
    @Test
    void anAutomaticTierIsNotTheStandardOne() {
        assertThat(inference(with("\"service_tier\":\"auto\"")).terms().serviceTier())
                .isNull();
        assertThat(inference(with("\"service_tier\":null")).terms().serviceTier())
                .isEqualTo("default");
        assertThat(inference(with("\"service_tier\":\"flex\"")).terms().serviceTier())
                .isEqualTo("flex");
    }

    @Test
    void imagesAreSeenInEveryDialect() {
        assertThat(inference(with("\"messages\":[{\"content\":[{\"type\":\"image\"}]}]"))
                        .input()
                        .contents())
                .containsExactly(Content.IMAGE);
    }

    @Test
    void cachesMayBeWrittenUnasked() {
        assertThat(inference(with("\"n\":1")).input().cacheWrites()).isEqualTo(CacheWrites.FIVE_MINUTES);
        assertThat(inference(with("\"cache_control\":{\"ttl\":\"1h\"}")).input().cacheWrites())
                .isEqualTo(CacheWrites.ONE_HOUR);
    }

    @Test
    void imagesAndAudioAreSeen() {
        Inference scan = inference(
                with(
                        "\"messages\":[{\"content\":[{\"type\":\"image_url\"},{\"type\":\"input_audio\"},{\"type\":\"text\"}]}]"));

        assertThat(scan.input().contents()).containsExactlyInAnyOrder(Content.IMAGE, Content.AUDIO);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"plugins\":[{\"id\":\"web\"}]",
                "\"plugins\":[\"web\"]",
                "\"web_search_options\":{}",
                "\"preset\":\"mine\"",
                "\"prediction\":{\"type\":\"content\",\"content\":\"guess\"}",
                "\"models\":[\"openai/gpt-6-sol:online\"]",
                "\"modalities\":[\"text\",\"image\"]",
                "\"tools\":[{\"type\":\"openrouter:web_search\"}]",
                "\"messages\":[{\"content\":[{\"type\":\"file\"}]}]",
                "\"messages\":[{\"content\":[{\"type\":\"video_url\"}]}]"
            })
    void whatIsPaidForByAFeeHasNoBound(String member) {
        assertThat(inference(with(member)).input().unbounded()).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"plugins\":[]", "\"plugins\":null", "\"modalities\":[\"text\"]", "\"models\":null"})
    void whatIsEmptyAsksForNothing(String member) {
        assertThat(inference(with(member)).input().unbounded()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "{\"model\":\"m\",\"n\":1.5}", "{\"model\":\"m\",\"models\":\"n\"}", "{\"model\":\"m\""})
    void whatCanNotBeReadIsABadRequest(String body) {
        assertThat(scan(body)).isInstanceOf(BadRequest.class);
    }

    private static String with(String member) {
        return "{\"model\":\"openai/gpt-6-sol\"," + member + "}";
    }

    private static Inference inference(String body) {
        assertThat(scan(body)).isInstanceOf(Inference.class);
        return (Inference) scan(body);
    }

    private static RequestScan scan(String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return OpenRouterDialect.INSTANCE.routes().getFirst().scan("/api/v1/chat/completions", bytes, 0, bytes.length);
    }
}
