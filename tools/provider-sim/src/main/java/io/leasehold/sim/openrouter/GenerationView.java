package io.leasehold.sim.openrouter;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.leasehold.sim.http.Serial;
import io.leasehold.sim.ledger.LedgerRow;
import io.leasehold.sim.ledger.Outcome;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A finished request. The native counts are the ones that are billed; here there are no others. */
record GenerationView(
        String id,
        String upstreamId,
        String requestId,
        String model,
        String providerName,
        String apiType,
        Instant createdAt,
        String origin,
        boolean streamed,
        boolean cancelled,
        long latency,
        long generationTime,
        long tokensPrompt,
        long tokensCompletion,
        long nativeTokensPrompt,
        long nativeTokensCompletion,
        int nativeTokensCompletionImages,
        int nativeTokensReasoning,
        long nativeTokensCached,
        BigDecimal totalCost,
        BigDecimal usage,
        @JsonProperty("is_byok") boolean byok,
        String dataRegion,
        @Nullable String workspaceId) {

    /** What the simulator has no notion of; null, as the document allows. */
    private static final List<String> NOT_SIMULATED = List.of(
            "app_id",
            "finish_reason",
            "native_finish_reason",
            "moderation_latency",
            "num_media_prompt",
            "num_input_audio_prompt",
            "num_media_completion",
            "num_search_results",
            "num_fetches",
            "web_search_engine",
            "upstream_inference_cost",
            "cache_discount",
            "service_tier",
            "router",
            "preset_id",
            "external_user",
            "http_referer",
            "user_agent",
            "session_id",
            "response_cache_source_id",
            "provider_responses");

    static GenerationView of(LedgerRow row, OpenRouterModel model) {
        long took = row.finishedAt() - row.startedAt();
        long prompt = row.tokens().totalInput();
        long completion = row.tokens().output();
        BigDecimal cost = row.cost().dollars();
        return new GenerationView(
                GenerationEndpoint.generationId(row.serial()),
                Serial.spell("chatcmpl-", row.serial(), 8),
                Serial.spell("req-" + row.startedAt() / 1000 + "-", row.serial(), 3),
                model.id(),
                model.providerName(),
                "completions",
                Instant.ofEpochMilli(row.startedAt()),
                "",
                row.streamed(),
                row.outcome() != Outcome.COMPLETED,
                took,
                took,
                prompt,
                completion,
                prompt,
                completion,
                0,
                0,
                row.tokens().cacheRead(),
                cost,
                cost,
                false,
                "global",
                row.workspaceId());
    }

    @JsonAnyGetter
    Map<String, @Nullable Object> notSimulated() {
        Map<String, @Nullable Object> nulls = new LinkedHashMap<>();
        NOT_SIMULATED.forEach(name -> nulls.put(name, null));
        return nulls;
    }
}
