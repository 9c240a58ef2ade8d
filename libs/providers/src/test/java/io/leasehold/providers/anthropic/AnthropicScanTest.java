package io.leasehold.providers.anthropic;

import static org.assertj.core.api.Assertions.assertThat;

import io.leasehold.providers.dialect.RequestScan;
import io.leasehold.providers.dialect.RequestScan.BadRequest;
import io.leasehold.providers.dialect.RequestScan.CacheWrites;
import io.leasehold.providers.dialect.RequestScan.Content;
import io.leasehold.providers.dialect.RequestScan.Inference;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnthropicScanTest {

    @Test
    void whatAdmissionNeedsIsRead() {
        Inference scan = inference("""
                {"model":"claude-opus-5","max_tokens":1024,"stream":true,"service_tier":"standard_only",
                 "inference_geo":"us","metadata":{"user_id":"u-1","other":{}},"system":"Be kind.",
                 "messages":[{"role":"user","content":"Hi"},{"role":"assistant","content":[{"type":"text","text":"Yes?"}]}]}""");

        assertThat(scan.model()).isEqualTo("claude-opus-5");
        assertThat(scan.maxOutput()).hasValue(1024);
        assertThat(scan.stream()).isTrue();
        assertThat(scan.choices()).isEqualTo(1);
        assertThat(scan.terms().serviceTier()).isEqualTo("standard");
        assertThat(scan.terms().region()).isEqualTo("us");
        assertThat(scan.terms().speed()).isEqualTo("standard");
        assertThat(scan.user()).isEqualTo("u-1");
        assertThat(scan.input().boundByBytes()).isTrue();
        assertThat(scan.input().cacheWrites()).isEqualTo(CacheWrites.NONE);
        assertThat(scan.input().overheadTokens()).isEqualTo(512 + 2 * 16);
        assertThat(scan.input().unbounded()).isNull();
    }

    @Test
    void everyByteOfTheBodyCounts() {
        String body =
                "{\"model\":\"claude-opus-5\",\"max_tokens\":1,\"messages\":[{\"role\":\"user\",\"content\":\"☃\"}]}";

        assertThat(inference(body).input().textBytes()).isEqualTo(body.getBytes(StandardCharsets.UTF_8).length);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"type":"image","source":{"type":"base64","data":"AAAA"}}                | IMAGE
                    {"type":"document","source":{"type":"text","data":"hello"}}              | DOCUMENT
                    {"type":"tool_result","content":[{"type":"image","source":{}}]}          | IMAGE
                    {"type":"text","source":{"type":"file","file_id":"file_1"}}              | REFERENCE
                    {"type":"text","source":{"type":"url","url":"https://example.com/a"}}    | REFERENCE
                    """)
    void whatBytesDoNotBoundIsSeenAtAnyDepth(String block, Content content) {
        assertThat(inference(withContent(block)).input().contents()).containsExactly(content);
    }

    @Test
    void encodedMediaIsNoText() {
        String image = "{\"type\":\"image\",\"source\":{\"type\":\"base64\",\"data\":\"" + "A".repeat(1 << 20) + "\"}}";

        assertThat(inference(withContent(image)).input().textBytes()).isBetween(50L, 200L);
    }

    @Test
    void whatOnlyTheProviderCanReadIsText() {
        String thinking = "{\"type\":\"redacted_thinking\",\"data\":\"" + "A".repeat(1000) + "\"}";

        assertThat(inference(withContent(thinking)).input().textBytes()).isGreaterThan(1000);
    }

    @Test
    void argumentsOfToolsAreTheClientsOwnBusiness() {
        String block =
                "{\"type\":\"tool_use\",\"id\":\"t\",\"name\":\"f\",\"input\":{\"type\":\"image\",\"cache_control\":{}}}";

        Inference scan = inference(withContent(block));

        assertThat(scan.input().contents()).isEmpty();
        assertThat(scan.input().cacheWrites()).isEqualTo(CacheWrites.NONE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"type":"ephemeral"}            | FIVE_MINUTES
                    {"type":"ephemeral","ttl":"5m"} | FIVE_MINUTES
                    {"type":"ephemeral","ttl":"1h"} | ONE_HOUR
                    {"type":"ephemeral","ttl":"9d"} | ONE_HOUR
                    null                            | NONE
                    """)
    void theDearestCacheThatIsMarkedIsSeen(String mark, CacheWrites expected) {
        assertThat(inference(withContent("{\"type\":\"text\",\"text\":\"x\",\"cache_control\":" + mark + "}"))
                        .input()
                        .cacheWrites())
                .isEqualTo(expected);
        assertThat(inference(with("\"cache_control\":" + mark)).input().cacheWrites())
                .isEqualTo(expected);
        assertThat(inference(with("\"tools\":[{\"name\":\"f\",\"input_schema\":{},\"cache_control\":" + mark + "}]"))
                        .input()
                        .cacheWrites())
                .isEqualTo(expected);
    }

    @Test
    void searchesOnTheServerAreBoundedByTheirUses() {
        Inference scan = inference(
                with(
                        "\"tools\":[{\"type\":\"web_search_20250305\",\"name\":\"web_search\",\"max_uses\":5},{\"name\":\"f\"}]"));

        assertThat(scan.input().contents()).containsExactly(Content.SERVER_TOOL);
        assertThat(scan.input().turns()).isEqualTo(10);
        assertThat(scan.input().webSearches()).isEqualTo(5);
        assertThat(scan.input().unbounded()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"tools\":[{\"type\":\"web_search_20250305\",\"name\":\"web_search\"}]",
                "\"tools\":[{\"type\":\"web_search_20250305\",\"max_uses\":5,\"max_uses\":null}]",
                "\"tools\":[{\"type\":\"web_search_20250305\",\"max_uses\":null,\"max_uses\":5}]",
                "\"tools\":[{\"type\":\"code_execution_20260101\",\"name\":\"code\"}]",
                "\"container\":{\"skills\":[]}",
                "\"fallback_models\":[\"x\"]"
            })
    void whatHasNoBoundSaysSo(String member) {
        assertThat(inference(with(member)).input().unbounded()).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\"mcp_servers\":[\"a\"]", "\"mcp_servers\":\"a\"", "\"context_management\":{\"mode\":\"auto\"}"
            })
    void whatRunsAtTheProviderIsSeenInEveryForm(String member) {
        assertThat(inference(with(member)).input().contents()).containsExactly(Content.SERVER_TOOL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\"mcp_servers\":[]", "\"context_management\":null", "\"tools\":null", "\"container\":null"})
    void whatIsEmptyAsksForNothing(String member) {
        assertThat(inference(with(member)).input().boundByBytes()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "null",
                "{",
                "{\"model\":\"m\"",
                "{\"model\":\"m\"}}",
                "{\"model\":\"m\"} x",
                "{\"max_tokens\":1}",
                "{\"model\":\"\"}",
                "{\"model\":7}",
                "{\"model\":\"m\",\"model\":\"n\"}",
                "{\"model\":\"m\",\"max_tokens\":1,\"max_tokens\":100000}",
                "{\"model\":\"m\",\"max_tokens\":1.5}",
                "{\"model\":\"m\",\"max_tokens\":\"1\"}",
                "{\"model\":\"m\",\"max_tokens\":0}",
                "{\"model\":\"m\",\"max_tokens\":99999999999999}",
                "{\"model\":\"m\",\"stream\":\"yes\"}",
                "{\"model\":\"m\",\"tools\":{}}",
                "{\"model\":\"m\",\"tools\":[1]}"
            })
    void whatCanNotBeReadInOneWayIsABadRequest(String body) {
        RequestScan scan = scan(body);

        assertThat(scan).isInstanceOf(BadRequest.class);
        assertThat(((BadRequest) scan).message()).doesNotContain("99999");
    }

    @Property(tries = 500)
    void noBytesWhateverMakeItFail(@ForAll byte[] bytes, @ForAll String text) {
        assertThat(scan(new String(bytes, StandardCharsets.ISO_8859_1))).isNotNull();
        assertThat(scan("{\"model\":" + text)).isInstanceOf(BadRequest.class);
    }

    @Test
    void deepNestingIsRefused() {
        assertThat(scan("{\"model\":\"m\",\"x\":" + "[".repeat(100_000))).isInstanceOf(BadRequest.class);
    }

    private static String withContent(String block) {
        return "{\"model\":\"claude-opus-5\",\"max_tokens\":1,\"messages\":[{\"role\":\"user\",\"content\":[" + block
                + "]}]}";
    }

    private static String with(String member) {
        return "{\"model\":\"claude-opus-5\",\"max_tokens\":1," + member + "}";
    }

    private static Inference inference(String body) {
        assertThat(scan(body)).isInstanceOf(Inference.class);
        return (Inference) scan(body);
    }

    private static RequestScan scan(String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        byte[] larger = Arrays.copyOf(bytes, bytes.length + 3);
        return AnthropicDialect.INSTANCE.routes().getFirst().scan("/v1/messages", larger, 0, bytes.length);
    }
}
