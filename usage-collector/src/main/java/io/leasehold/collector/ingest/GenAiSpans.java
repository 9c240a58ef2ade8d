package io.leasehold.collector.ingest;

import io.leasehold.collector.ingest.Reading.Ignored;
import io.leasehold.collector.ingest.Reading.Inference;
import io.leasehold.collector.ingest.Reading.Nonsense;
import io.leasehold.contracts.Tokens;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds calls to providers among spans, by the semantic conventions for GenAI: those of today, and the names that were used
 * before. Spans around several calls (agents, tools, workflows) repeat what their parts used and are passed over.
 *
 * @param gatewayHosts hosts of gateways: what went there is counted there
 */
record GenAiSpans(Set<String> gatewayHosts) {
    private static final Set<String> CALLS = Set.of("chat", "generate_content", "text_completion", "embeddings");
    private static final Pattern TRACE_ID = Pattern.compile("[0-9a-f]{32}");
    private static final Pattern SPAN_ID = Pattern.compile("[0-9a-f]{16}");
    private static final int LONGEST_TEXT = 200;
    private static final int OK = 200;
    private static final int FAILED = 500;

    /** As the conventions name them, or as SDKs did, and as we do. */
    private static final Map<String, String> PROVIDERS = Map.ofEntries(
            Map.entry("azure.ai.openai", "azure-openai"),
            Map.entry("az.ai.openai", "azure-openai"),
            Map.entry("azure", "azure-openai"),
            Map.entry("gcp.gemini", "google"),
            Map.entry("gcp.gen_ai", "google"),
            Map.entry("google_genai", "google"),
            Map.entry("gemini", "google"),
            Map.entry("mistral_ai", "mistral"),
            Map.entry("mistralai", "mistral"));

    Reading read(Span span) {
        Optional<Long> input = span.number("gen_ai.usage.input_tokens", "gen_ai.usage.prompt_tokens");
        Optional<Long> output = span.number("gen_ai.usage.output_tokens", "gen_ai.usage.completion_tokens");
        boolean tells = input.isPresent() || output.isPresent();
        Optional<String> operation = span.text("gen_ai.operation.name");
        boolean isCall = operation.map(CALLS::contains).orElse(tells);
        if (!isCall || wentToGateway(span)) {
            return new Ignored();
        }
        Optional<String> asked = span.text("gen_ai.request.model");
        Optional<String> answered = span.text("gen_ai.response.model").or(() -> asked);
        if (answered.isEmpty()) {
            return new Nonsense("The span names no model.");
        }
        if (!TRACE_ID.matcher(span.traceId()).matches()
                || !SPAN_ID.matcher(span.spanId()).matches()) {
            return new Nonsense("The span has no id.");
        }
        Split split = tells ? Split.of(span, input.orElse(0L), output.orElse(0L)) : Split.UNKNOWN;
        return new Inference(
                call(span, operation.orElse("chat"), asked.or(() -> answered).get(), answered.get(), split));
    }

    private boolean wentToGateway(Span span) {
        return span.text("server.address").filter(gatewayHosts::contains).isPresent();
    }

    private static Call call(Span span, String operation, String asked, String answered, Split split) {
        return new Call(
                span.traceId() + span.spanId(),
                span.text("leasehold.lease_id").flatMap(GenAiSpans::id).orElse(null),
                provider(span).orElse(null),
                cut(answered),
                cut(asked),
                operation,
                false,
                span.startedAt(),
                span.endedAt(),
                status(span),
                span.text("error.type").map(GenAiSpans::cut).orElse(null),
                split.tokens(),
                split.problem(),
                0,
                span.text("openai.response.service_tier", "gen_ai.openai.response.service_tier")
                        .map(GenAiSpans::cut)
                        .orElse(null),
                span.text("gen_ai.agent.name").map(GenAiSpans::cut).orElse(null),
                span.text("gen_ai.conversation.id").map(GenAiSpans::cut).orElse(null),
                span.text("gen_ai.response.id").map(GenAiSpans::cut).orElse(null));
    }

    /** Where it went says more than the library that it went through. */
    private static Optional<String> provider(Span span) {
        String host = span.text("server.address").orElse("").toLowerCase(Locale.ROOT);
        if (host.endsWith("openrouter.ai")) {
            return Optional.of("openrouter");
        }
        if (host.endsWith(".openai.azure.com")) {
            return Optional.of("azure-openai");
        }
        return span.text("gen_ai.provider.name", "gen_ai.system")
                .map(name -> name.toLowerCase(Locale.ROOT))
                .map(name -> PROVIDERS.getOrDefault(name, name))
                .map(GenAiSpans::cut);
    }

    private static int status(Span span) {
        return span.number("http.response.status_code")
                .filter(code -> code >= 100 && code <= 599)
                .map(Long::intValue)
                .orElse(span.failed() ? FAILED : OK);
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    private static String cut(String text) {
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT);
    }

    /**
     * Tokens in classes that don't overlap: the conventions' input includes what caches had, and their output reasoning.
     *
     * @param problem why they can't be told apart
     */
    private record Split(Tokens tokens, @Nullable String problem) {
        private static final Split UNKNOWN = new Split(Tokens.NONE, "The span does not say what was used.");

        private static Split of(Span span, long input, long output) {
            long read = span.number("gen_ai.usage.cache_read.input_tokens").orElse(0L);
            long written =
                    span.number("gen_ai.usage.cache_creation.input_tokens").orElse(0L);
            long reasoning = span.number("gen_ai.usage.reasoning.output_tokens").orElse(0L);
            long uncached = input - read - written;
            long plain = output - reasoning;
            boolean adds = uncached >= 0 && plain >= 0;
            return new Split(
                    new Tokens(adds ? uncached : input, read, written, 0, adds ? plain : output, reasoning, 0, 0, 0),
                    adds ? null : "The span's tokens don't add up: a part is more than the whole.");
        }
    }
}
