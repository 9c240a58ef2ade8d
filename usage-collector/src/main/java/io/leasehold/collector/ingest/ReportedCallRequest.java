package io.leasehold.collector.ingest;

import io.leasehold.contracts.Tokens;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A call to a provider that a node made with the key of its direct lease. */
@Schema(name = "ReportedCall")
record ReportedCallRequest(
        @NotBlank
        @Size(max = 200)
        @Schema(
                description = "The node's own name for it; told again under the same name it changes nothing",
                examples = "req_011CSHoEeqs5C35K2UUqR7Fy")
        String id,

        @Schema(
                description = "The direct lease whose key was used; found by provider and time where left out",
                examples = "0199f0a2-5c1e-7bd0-9f1c-2d3e4f5a6b7c")
        @Nullable
        UUID leaseId,

        @Size(max = 100)
        @Schema(description = "Whom it went to; the lease's provider where left out", examples = "anthropic")
        @Nullable
        String provider,

        @NotBlank @Size(max = 200) @Schema(description = "The model that answered", examples = "claude-opus-5")
        String model,

        @Size(max = 200)
        @Schema(
                description = "The model that was asked for; the one that answered where left out",
                examples = "claude-opus-5")
        @Nullable
        String requestedModel,

        @Size(max = 100) @Schema(description = "What was called; chat where left out", examples = "chat") @Nullable
        String operation,

        @Schema(description = "Whether the answer was streamed; false where left out", examples = "true") @Nullable
        Boolean streamed,

        @NotNull @Schema(description = "When it began", examples = "2026-11-30T10:00:00Z")
        Instant startedAt,

        @NotNull @Schema(description = "When its answer was complete", examples = "2026-11-30T10:00:04Z")
        Instant endedAt,

        @Min(100) @Max(599) @Schema(description = "The HTTP status; 200 where left out", examples = "200") @Nullable
        Integer status,

        @Size(max = 200)
        @Schema(description = "The provider's type of error; none where left out", examples = "overloaded_error")
        @Nullable
        String errorType,

        @NotNull @Valid @Schema(description = "What was used, in classes that don't overlap")
        ReportedTokens tokens,

        @Min(0)
        @Schema(description = "Web searches that are paid for one by one; 0 where left out", examples = "0")
        @Nullable
        Long webSearches,

        @Size(max = 100) @Schema(description = "As the provider calls it", examples = "standard") @Nullable
        String serviceTier,

        @Size(max = 200) @Schema(description = "The agent it was made for", examples = "summariser") @Nullable
        String agent,

        @Size(max = 200) @Schema(description = "What it is a part of", examples = "conv-4711") @Nullable
        String conversation,

        @Size(max = 200)
        @Schema(description = "The provider's id of the answer", examples = "msg_01XFDUDYJgAACzvnptvVoYEL")
        @Nullable
        String providerRequestId) {
    private static final int OK = 200;

    @Schema(name = "ReportedTokens")
    record ReportedTokens(
            @Min(0) @Schema(description = "Input that no cache had or got", examples = "1200") @Nullable
            Long input,

            @Min(0) @Schema(description = "Input out of a cache", examples = "8000") @Nullable
            Long cacheRead,

            @Min(0) @Schema(description = "Written to a cache for five minutes", examples = "0") @Nullable
            Long cacheWrite5m,

            @Min(0) @Schema(description = "Written to a cache for an hour", examples = "0") @Nullable
            Long cacheWrite1h,

            @Min(0)
            @Schema(description = "Output without reasoning, where they are told apart", examples = "350")
            @Nullable
            Long output,

            @Min(0) @Schema(description = "Reasoning", examples = "0") @Nullable
            Long reasoning,

            @Min(0) @Schema(description = "Audio that was heard", examples = "0") @Nullable
            Long audioIn,

            @Min(0) @Schema(description = "Audio that was spoken", examples = "0") @Nullable
            Long audioOut,

            @Min(0) @Schema(description = "Images", examples = "0") @Nullable
            Long image) {
        private Tokens counted() {
            return new Tokens(
                    count(input),
                    count(cacheRead),
                    count(cacheWrite5m),
                    count(cacheWrite1h),
                    count(output),
                    count(reasoning),
                    count(audioIn),
                    count(audioOut),
                    count(image));
        }

        private static long count(@Nullable Long said) {
            return said == null ? 0 : said;
        }
    }

    Call call() {
        return new Call(
                id,
                leaseId,
                provider,
                model,
                requestedModel == null ? model : requestedModel,
                operation == null ? "chat" : operation,
                Boolean.TRUE.equals(streamed),
                startedAt.truncatedTo(ChronoUnit.MICROS),
                endedAt.truncatedTo(ChronoUnit.MICROS),
                status == null ? OK : status,
                errorType,
                tokens.counted(),
                null,
                webSearches == null ? 0 : webSearches,
                serviceTier,
                agent,
                conversation,
                providerRequestId);
    }
}
