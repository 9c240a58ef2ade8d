package io.leasehold.sim.openrouter;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.leasehold.sim.http.Serial;
import io.leasehold.sim.ledger.LedgerRow;
import io.leasehold.sim.ledger.Outcome;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A finished request; what the simulator has no notion of is null, as it may be. */
record GenerationView(
        String id,
        String upstreamId,
        String requestId,
        String model,
        String providerName,
        String apiType,
        Instant createdAt,
        String origin,
        @Nullable Long appId,
        boolean streamed,
        boolean cancelled,
        @Nullable String finishReason,
        @Nullable String nativeFinishReason,
        long latency,
        long generationTime,
        @Nullable Long moderationLatency,
        int tokensPrompt,
        int tokensCompletion,
        int nativeTokensPrompt,
        int nativeTokensCompletion,
        int nativeTokensCompletionImages,
        int nativeTokensReasoning,
        int nativeTokensCached,
        @Nullable Integer numMediaPrompt,
        @Nullable Integer numInputAudioPrompt,
        int numMediaCompletion,
        @Nullable Integer numSearchResults,
        @Nullable Integer numFetches,
        @Nullable String webSearchEngine,
        BigDecimal totalCost,
        BigDecimal usage,
        @Nullable BigDecimal upstreamInferenceCost,
        @Nullable BigDecimal cacheDiscount,
        @JsonProperty("is_byok") boolean byok,
        @Nullable String serviceTier,
        @Nullable String router,
        @Nullable String presetId,
        @Nullable String externalUser,
        @Nullable String httpReferer,
        @Nullable String userAgent,
        @Nullable String sessionId,
        String dataRegion,
        @Nullable String workspaceId,
        @Nullable String responseCacheSourceId,
        @Nullable Object providerResponses) {

    static GenerationView of(LedgerRow row, OpenRouterModel model) {
        boolean completed = row.outcome() == Outcome.COMPLETED;
        String finish = completed ? "stop" : null;
        long took = row.finishedAt() - row.startedAt();
        int prompt = row.tokens().totalInput();
        int completion = row.tokens().output();
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
                null,
                row.streamed(),
                !completed,
                finish,
                finish,
                took,
                took,
                null,
                prompt,
                completion,
                prompt,
                completion,
                0,
                0,
                row.tokens().cacheRead(),
                null,
                null,
                0,
                null,
                null,
                null,
                cost,
                cost,
                null,
                null,
                false,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                "global",
                row.workspaceId(),
                null,
                null);
    }
}
