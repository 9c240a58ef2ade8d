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

/**
 * A lease.
 *
 * @param keyId the key that is tried first; every request tells the one that it really used
 * @param renewAfter when its node should renew it
 * @param baseUrl where its token works, in the provider's own dialect
 * @param token in the answer to asking, and never again
 */
@Schema(name = "Lease")
record LeaseAnswer(
        @Schema(examples = "0199f0a2-5c1e-7bd0-9f1c-2d3e4f5a6b7c")
        UUID id,

        @Schema(examples = "0199f0a2-5c1e-7bd0-9f1c-2d3e4f5a6b7d")
        UUID nodeId,

        @Schema(examples = "node-a") String nodeName,
        @Schema(examples = "anthropic") String provider,

        @Schema(examples = "gateway") LeaseMode mode,

        @Schema(examples = "active") LeaseState state,

        @Schema(examples = "0199f0a2-5c1e-7bd0-9f1c-2d3e4f5a6b7e")
        UUID keyId,

        @Schema(examples = "claude-prod") String keyName,

        @Schema(examples = "app.example.com", nullable = true) @Nullable
        String domain,

        @Schema(examples = "jane@example.com", nullable = true) @Nullable
        String user,

        @Schema(examples = "[\"claude-sonnet-4-5\"]") List<String> models,

        @Schema(examples = "nightly-batch", nullable = true) @Nullable
        String name,

        @Schema(examples = "1.00", nullable = true) @Nullable
        BigDecimal spendLimit,

        @Schema(examples = "2026-11-21T10:00:00Z") Instant issuedAt,
        @Schema(examples = "2026-11-22T10:00:00Z") Instant expiresAt,
        @Schema(examples = "2026-11-22T01:50:24Z") Instant renewAfter,

        @Schema(examples = "2026-11-21T12:00:00Z", nullable = true) @Nullable
        Instant renewedAt,

        @Schema(examples = "2026-11-21T13:00:00Z", nullable = true) @Nullable
        Instant endedAt,

        @Schema(examples = "released by its node", nullable = true) @Nullable
        String endReason,

        @Schema(examples = "http://localhost:8080/anthropic")
        URI baseUrl,

        @Schema(examples = "lh_…") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
        String token,

        @Schema(examples = "2") long version) {

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
