package io.leasehold.collector.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.leasehold.collector.ingest.Reading.Ignored;
import io.leasehold.collector.ingest.Reading.Inference;
import io.leasehold.collector.ingest.Reading.Nonsense;
import io.leasehold.contracts.Tokens;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GenAiSpansTest {
    private final GenAiSpans genAi = new GenAiSpans(Set.of("llm.example.com"));

    @Test
    void aCallIsReadWithItsPartsToldApart() {
        UUID lease = UUID.randomUUID();
        Span span = span(
                "gen_ai.operation.name",
                "chat",
                "gen_ai.provider.name",
                "anthropic",
                "gen_ai.request.model",
                "claude-opus",
                "gen_ai.response.model",
                "claude-opus-5",
                "gen_ai.response.id",
                "msg_1",
                "gen_ai.conversation.id",
                "conv-1",
                "gen_ai.usage.input_tokens",
                1000L,
                "gen_ai.usage.cache_read.input_tokens",
                600L,
                "gen_ai.usage.cache_creation.input_tokens",
                100L,
                "gen_ai.usage.output_tokens",
                50L,
                "gen_ai.usage.reasoning.output_tokens",
                20L,
                "leasehold.lease_id",
                lease.toString());

        Call call = call(span);

        assertThat(call.id()).isEqualTo("0af7651916cd43dd8448eb211c80319cb7ad6b7169203331");
        assertThat(call.leaseId()).isEqualTo(lease);
        assertThat(call.provider()).isEqualTo("anthropic");
        assertThat(call.model()).isEqualTo("claude-opus-5");
        assertThat(call.requestedModel()).isEqualTo("claude-opus");
        assertThat(call.tokens()).isEqualTo(new Tokens(300, 600, 100, 0, 30, 20, 0, 0, 0));
        assertThat(call.split()).isNull();
        assertThat(call.startedAt()).isEqualTo(Instant.parse("2026-11-30T10:00:00.123456Z"));
        assertThat(call.status()).isEqualTo(200);
        assertThat(call.conversation()).isEqualTo("conv-1");
        assertThat(call.providerRequestId()).isEqualTo("msg_1");
    }

    @Test
    void namesOfBeforeAreUnderstood() {
        Call call = call(span(
                "gen_ai.system",
                "az.ai.openai",
                "gen_ai.request.model",
                "gpt-6-sol",
                "gen_ai.usage.prompt_tokens",
                10L,
                "gen_ai.usage.completion_tokens",
                5L));

        assertThat(call.provider()).isEqualTo("azure-openai");
        assertThat(call.tokens()).isEqualTo(Tokens.text(10, 5));
    }

    @ParameterizedTest
    @CsvSource({
        "gcp.gemini, generativelanguage.googleapis.com, google",
        "mistral_ai, api.mistral.ai, mistral",
        "openai, openrouter.ai, openrouter",
        "openai, acme.openai.azure.com, azure-openai",
        "OpenAI, api.openai.com, openai"
    })
    void whereItWentSaysWhoseItIs(String name, String host, String provider) {
        Span span = span(
                "gen_ai.operation.name",
                "chat",
                "gen_ai.provider.name",
                name,
                "server.address",
                host,
                "gen_ai.request.model",
                "m",
                "gen_ai.usage.input_tokens",
                1L);

        assertThat(call(span).provider()).isEqualTo(provider);
    }

    @ParameterizedTest
    @ValueSource(strings = {"invoke_agent", "create_agent", "execute_tool", "something_new"})
    void whatRepeatsItsPartsIsPassedOver(String operation) {
        Span span =
                span("gen_ai.operation.name", operation, "gen_ai.request.model", "m", "gen_ai.usage.input_tokens", 1L);

        assertThat(genAi.read(span)).isInstanceOf(Ignored.class);
    }

    @Test
    void otherSpansAndCallsThroughAGatewayArePassedOver() {
        assertThat(genAi.read(span("http.request.method", "GET"))).isInstanceOf(Ignored.class);
        assertThat(genAi.read(span(
                        "gen_ai.operation.name", "chat",
                        "gen_ai.request.model", "m",
                        "server.address", "llm.example.com",
                        "gen_ai.usage.input_tokens", 1L)))
                .isInstanceOf(Ignored.class);
    }

    @Test
    void whatDoesNotAddUpHasNoPrice() {
        Call call = call(span(
                "gen_ai.operation.name",
                "chat",
                "gen_ai.request.model",
                "m",
                "gen_ai.usage.input_tokens",
                10L,
                "gen_ai.usage.cache_read.input_tokens",
                600L));

        assertThat(call.split()).contains("more than the whole");
        assertThat(call.tokens().input()).isEqualTo(10);
        assertThat(call(span("gen_ai.operation.name", "chat", "gen_ai.request.model", "m"))
                        .split())
                .contains("does not say");
    }

    @Test
    void aCallWithoutAModelIsNone() {
        assertThat(genAi.read(span("gen_ai.operation.name", "chat", "gen_ai.usage.input_tokens", 1L)))
                .isEqualTo(new Nonsense("The span names no model."));
    }

    private Call call(Span span) {
        return ((Inference) genAi.read(span)).call();
    }

    private static Span span(Object... attributes) {
        Map<String, Object> map = new HashMap<>();
        for (int i = 0; i < attributes.length; i += 2) {
            map.put(attributes[i].toString(), attributes[i + 1]);
        }
        long start = Instant.parse("2026-11-30T10:00:00Z").getEpochSecond() * 1_000_000_000L + 123_456_789L;
        return new Span(
                "0af7651916cd43dd8448eb211c80319c", "b7ad6b7169203331", start, start + 1_000_000, false, map, Map.of());
    }
}
