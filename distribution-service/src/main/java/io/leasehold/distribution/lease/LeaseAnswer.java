package io.leasehold.distribution.lease;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.leasehold.contracts.LeaseMode;
import io.leasehold.contracts.LeaseState;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A lease. */
@Schema(name = "Lease")
record LeaseAnswer(
        @Schema(description = "The id of the lease.", examples = "0199f0a2-5c1e-7bd0-9f1c-2d3e4f5a6b7c")
        UUID id,

        @Schema(description = "The node that has it.", examples = "0199f0a2-5c1e-7bd0-9f1c-2d3e4f5a6b7d")
        UUID nodeId,

        @Schema(description = "What the node is called.", examples = "node-a")
        String nodeName,

        @Schema(description = "Whose keys it gives the right to use.", examples = "anthropic")
        String provider,

        @Schema(description = "How its node gets at keys; gateway is the only one so far.", examples = "gateway")
        LeaseMode mode,

        @Schema(description = "Where it is in its life; active and draining ones can be used.", examples = "active")
        LeaseState state,

        @Schema(
                description = "The key that is tried first; every request tells the one that it really used.",
                examples = "0199f0a2-5c1e-7bd0-9f1c-2d3e4f5a6b7e")
        UUID keyId,

        @Schema(description = "What that key is called.", examples = "claude-prod")
        String keyName,

        @Schema(description = "The domain that its traffic counts for.", examples = "app.example.com", nullable = true)
        @Nullable
        String domain,

        @Schema(description = "The user that its traffic counts for.", examples = "jane@example.com", nullable = true)
        @Nullable
        String user,

        @Schema(
                description = "The models that it may call; empty means all that the key allows.",
                examples = "[\"claude-sonnet-4-5\"]")
        List<String> models,

        @Schema(description = "What its node calls it.", examples = "nightly-batch", nullable = true) @Nullable
        String name,

        @Schema(
                description = "The most that it may ever cost, in USD; null where only other limits apply.",
                examples = "1",
                nullable = true)
        @Nullable
        BigDecimal spendLimit,

        @Schema(description = "When it was granted.", examples = "2026-11-21T10:00:00Z")
        Instant issuedAt,

        @Schema(description = "When it ends unless it is renewed.", examples = "2026-11-22T10:00:00Z")
        Instant expiresAt,

        @Schema(description = "When its node should renew it.", examples = "2026-11-22T01:50:24Z")
        Instant renewAfter,

        @Schema(description = "When it was renewed last.", examples = "2026-11-21T12:00:00Z", nullable = true) @Nullable
        Instant renewedAt,

        @Schema(
                description = "When it was released, revoked or expired.",
                examples = "2026-11-21T13:00:00Z",
                nullable = true)
        @Nullable
        Instant endedAt,

        @Schema(description = "Why it ended.", examples = "released by its node", nullable = true) @Nullable
        String endReason,

        @Schema(
                description = "Where its token works, in the provider's own dialect.",
                examples = "http://localhost:8080/anthropic")
        URI baseUrl,

        @Schema(
                description = "In the answer to asking for it, and never again: works as the API key at base_url.",
                examples = "lh_…")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        String token,

        @Schema(description = "Raised with every change.", examples = "2")
        long version) {

    static LeaseAnswer of(Lease lease, URI gateway) {
        return of(lease, gateway, null);
    }

    static LeaseAnswer of(Granted granted, URI gateway) {
        return of(granted.lease(), gateway, granted.token().text());
    }

    private static LeaseAnswer of(Lease lease, URI gateway, @Nullable String token) {
        return new LeaseAnswer(
                lease.leaseId(),
                lease.nodeId(),
                lease.nodeName(),
                lease.provider(),
                lease.mode(),
                lease.state(),
                lease.keyId(),
                lease.keyName(),
                lease.domain(),
                lease.userName(),
                lease.models(),
                lease.label(),
                lease.spendLimit(),
                lease.issuedAt(),
                lease.expiresAt(),
                LeaseTimes.renewAfter(lease),
                lease.renewedAt(),
                lease.endedAt(),
                lease.endReason(),
                gateway.resolve("/" + lease.provider()),
                token,
                lease.version());
    }

    /** Without the token, as this could end up in a log. */
    @Override
    public String toString() {
        return "LeaseAnswer[id=" + id + ", state=" + state + "]";
    }
}
