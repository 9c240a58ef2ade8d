package io.leasehold.analytics.request;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A call through the gateway. */
@Schema(name = "Request")
public record RequestView(
        @Schema(description = "The request", examples = "0199f2a0-7c1e-7aaa-8bbb-0123456789ab")
        UUID id,

        @Schema(
                description = "When it was admitted; this decides which day it counts for",
                examples = "2026-11-21T10:00:00Z")
        Instant admittedAt,

        @Schema(description = "When its last byte was sent", examples = "2026-11-21T10:00:02Z")
        Instant completedAt,

        @Schema(description = "Whom it was sent to", examples = "anthropic")
        String provider,

        @Schema(description = "The model that the provider says it used", examples = "claude-opus-5")
        String model,

        @Schema(description = "The model that the client asked for", examples = "claude-opus-5")
        String requestedModel,

        @Schema(description = "The provider's method and path", examples = "POST /v1/messages")
        String route,

        @Schema(description = "Whether the answer came as a stream", examples = "true")
        boolean streamed,

        @Schema(description = "The HTTP status that the client got; 499 when it hung up first", examples = "200")
        int status,

        @Schema(
                description = "The provider's or the gateway's own type of error; null when all went well",
                examples = "overloaded_error",
                nullable = true)
        @Nullable
        String errorType,

        @Schema(
                description = "The domain of its lease; null where it has none",
                examples = "app.example.com",
                nullable = true)
        @Nullable
        String domain,

        @Schema(description = "The user of its lease; null where it has none", examples = "mia", nullable = true)
        @Nullable
        String user,

        @Schema(description = "The lease it was made with", examples = "0199f2a0-7c1e-7aaa-8bbb-0123456789ac")
        UUID leaseId,

        @Schema(description = "The node that made it", examples = "0199f2a0-7c1e-7aaa-8bbb-0123456789ad")
        UUID nodeId,

        @Schema(
                description = "What the node is called; null while its name is still under way",
                examples = "node-a",
                nullable = true)
        @Nullable
        String nodeName,

        @Schema(description = "The API key that was used", examples = "0199f2a0-7c1e-7aaa-8bbb-0123456789ae")
        UUID keyId,

        @Schema(
                description = "What the key is called; null while its name is still under way",
                examples = "prod-1",
                nullable = true)
        @Nullable
        String keyName,

        @Schema(description = "The provider account of the key", examples = "0199f2a0-7c1e-7aaa-8bbb-0123456789af")
        UUID accountId,

        @Schema(description = "Tokens of all classes of input", examples = "1200")
        long inputTokens,

        @Schema(description = "Those of input_tokens that were read from a cache", examples = "300")
        long cacheReadTokens,

        @Schema(description = "Those of input_tokens that were written to a cache", examples = "0")
        long cacheWriteTokens,

        @Schema(description = "Tokens of all classes of output", examples = "250")
        long outputTokens,

        @Schema(description = "Those of output_tokens that went into reasoning", examples = "0")
        long reasoningTokens,

        @Schema(
                description = "How sure the tokens are: reported, partial, estimated, none or unknown",
                examples = "reported")
        String usageSource,

        @Schema(
                description = "In USD; null when it is not known, and then cost_reason says why",
                examples = "0.012345",
                nullable = true)
        @Nullable
        BigDecimal cost,

        @Schema(
                description = "Where cost comes from: gateway, provider or estimated; null when it is not known",
                examples = "gateway",
                nullable = true)
        @Nullable
        String costProvenance,

        @Schema(description = "Why the cost is not known; null when it is", examples = "unknown model", nullable = true)
        @Nullable
        String costReason,

        @Schema(description = "Microseconds from the first byte of the request until it was admitted", examples = "310")
        long admissionUs,

        @Schema(
                description = "Microseconds until the first byte of the provider's answer; null when none came",
                examples = "812",
                nullable = true)
        @Nullable
        Long firstByteUs,

        @Schema(
                description = "Microseconds from the first byte of the request to the last byte of the answer",
                examples = "2034000")
        long latencyUs,

        @Schema(
                description =
                        "Those of latency_us that were the gateway's own, neither the provider's nor the client's",
                examples = "420")
        long overheadUs) {}
