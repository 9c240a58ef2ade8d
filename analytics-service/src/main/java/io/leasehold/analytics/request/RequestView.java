package io.leasehold.analytics.request;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A call through the gateway.
 *
 * @param nodeName null while the node's own event is still under way
 * @param status what the client got; 499 when it hung up first
 * @param inputTokens all classes of input; {@code cache_*} are parts of it
 * @param outputTokens all classes of output; {@code reasoning_tokens} is a part of it
 * @param cost in USD; null when it is not known, and then {@code cost_reason} says why
 * @param latencyUs from the first byte of the request to the last byte of the answer
 */
@Schema(name = "Request")
public record RequestView(
        @Schema(examples = "0199f2a0-7c1e-7aaa-8bbb-0123456789ab")
        UUID id,

        @Schema(examples = "2026-11-21T10:00:00Z") Instant admittedAt,
        @Schema(examples = "2026-11-21T10:00:02Z") Instant completedAt,
        @Schema(examples = "anthropic") String provider,
        @Schema(examples = "claude-opus-5") String model,
        @Schema(examples = "claude-opus-5") String requestedModel,
        @Schema(examples = "POST /v1/messages") String route,
        @Schema(examples = "true") boolean streamed,
        @Schema(examples = "200") int status,

        @Schema(examples = "overloaded_error", nullable = true) @Nullable
        String errorType,

        @Schema(examples = "app.example.com", nullable = true) @Nullable
        String domain,

        @Schema(examples = "mia", nullable = true) @Nullable String user,

        @Schema(examples = "0199f2a0-7c1e-7aaa-8bbb-0123456789ac")
        UUID leaseId,

        @Schema(examples = "0199f2a0-7c1e-7aaa-8bbb-0123456789ad")
        UUID nodeId,

        @Schema(examples = "node-a", nullable = true) @Nullable
        String nodeName,

        @Schema(examples = "0199f2a0-7c1e-7aaa-8bbb-0123456789ae")
        UUID keyId,

        @Schema(examples = "prod-1", nullable = true) @Nullable
        String keyName,

        @Schema(examples = "0199f2a0-7c1e-7aaa-8bbb-0123456789af")
        UUID accountId,

        @Schema(examples = "1200") long inputTokens,
        @Schema(examples = "300") long cacheReadTokens,
        @Schema(examples = "0") long cacheWriteTokens,
        @Schema(examples = "250") long outputTokens,
        @Schema(examples = "0") long reasoningTokens,
        @Schema(examples = "reported") String usageSource,

        @Schema(examples = "0.012345000", nullable = true) @Nullable
        BigDecimal cost,

        @Schema(examples = "gateway", nullable = true) @Nullable
        String costProvenance,

        @Schema(examples = "unknown model", nullable = true) @Nullable
        String costReason,

        @Schema(examples = "812", nullable = true) @Nullable Long firstByteUs,

        @Schema(examples = "2034000") long latencyUs) {}
