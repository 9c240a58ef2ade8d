package io.leasehold.analytics.live;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The data of a {@code request} event: what a list of passing requests shows. The rest is in {@code GET /api/v1/requests}. */
@Schema(name = "LiveRequest")
public record LiveRequest(
        @Schema(description = "The request", examples = "0199f2a0-7c1e-7aaa-8bbb-0123456789ab")
        UUID id,

        @Schema(description = "Above 1 where it takes the place of one that was told before", examples = "1")
        int revision,

        @Schema(description = "When it was admitted", examples = "2026-11-21T10:00:00Z")
        Instant admittedAt,

        @Schema(description = "When its last byte was sent", examples = "2026-11-21T10:00:02Z")
        Instant completedAt,

        @Schema(description = "Whom it was sent to", examples = "anthropic")
        String provider,

        @Schema(description = "The model that was used", examples = "claude-opus-5")
        String model,

        @Schema(
                description = "The domain of its lease; null where it has none",
                examples = "app.example.com",
                nullable = true)
        @Nullable
        String domain,

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

        @Schema(description = "The HTTP status that the client got; 499 when it hung up first", examples = "200")
        int status,

        @Schema(
                description = "The type of error; null when all went well",
                examples = "overloaded_error",
                nullable = true)
        @Nullable
        String errorType,

        @Schema(description = "Tokens of all classes of input", examples = "1200")
        long inputTokens,

        @Schema(description = "Tokens of all classes of output", examples = "250")
        long outputTokens,

        @Schema(description = "In USD; null when it is not known", examples = "0.012345", nullable = true) @Nullable
        BigDecimal cost,

        @Schema(
                description = "Microseconds from the first byte of the request to the last byte of the answer",
                examples = "2034000")
        long latencyUs) {}
