package io.leasehold.distribution.vault;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.leasehold.distribution.lease.LeaseAnswer;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An answer as Vault gives it. */
@Schema(name = "VaultAnswer")
record VaultAnswer(
        @Schema(description = "Of this answer.", examples = "0199f0a2-5c1e-7bd0-9f1c-2d3e4f5a6b7c")
        UUID requestId,

        @Schema(
                description = "The lease that was renewed; empty in other answers.",
                examples = "anthropic/0199f0a2-5c1e-7bd0-9f1c-2d3e4f5a6b7d/0199f0a2-5c1e-7bd0-9f1c-2d3e4f5a6b7c")
        String leaseId,

        @Schema(description = "Whether renewing it can still make it last longer.", examples = "true")
        boolean renewable,

        @Schema(description = "For how many seconds it was granted.", examples = "86400")
        long leaseDuration,

        @Schema(description = "What was asked for.", nullable = true) @Nullable
        Data data) {

    /** What is told of a lease, or the names that a list has. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "VaultData")
    record Data(
            @Schema(
                    description = "What the lease is called.",
                    examples = "anthropic/0199f0a2-5c1e-7bd0-9f1c-2d3e4f5a6b7d/0199f0a2-5c1e-7bd0-9f1c-2d3e4f5a6b7c",
                    nullable = true)
            @Nullable
            String id,

            @Schema(description = "When it was granted.", examples = "2026-11-21T10:00:00Z", nullable = true) @Nullable
            Instant issueTime,

            @Schema(description = "When it ends.", examples = "2026-11-22T10:00:00Z", nullable = true) @Nullable
            Instant expireTime,

            @Schema(description = "When it was renewed last.", examples = "2026-11-21T12:00:00Z", nullable = true)
            @Nullable
            Instant lastRenewal,

            @Schema(
                    description = "The same, as Vault's manual calls it.",
                    examples = "2026-11-21T12:00:00Z",
                    nullable = true)
            @Nullable
            Instant lastRenewalTime,

            @Schema(description = "Whether it can be renewed.", examples = "true", nullable = true) @Nullable
            Boolean renewable,

            @Schema(description = "How many seconds are left.", examples = "79200", nullable = true) @Nullable
            Long ttl,

            @Schema(description = "The names, of a list.", examples = "[\"anthropic/\"]", nullable = true) @Nullable
            List<String> keys) {}

    static VaultAnswer lookup(UUID requestId, LeaseAnswer lease) {
        return new VaultAnswer(
                requestId,
                "",
                false,
                0,
                new Data(
                        VaultLeaseId.of(lease),
                        lease.issueTime(),
                        lease.expireTime(),
                        lease.lastRenewalTime(),
                        lease.lastRenewalTime(),
                        lease.renewable(),
                        lease.ttl(),
                        null));
    }

    static VaultAnswer renewed(UUID requestId, LeaseAnswer lease) {
        return new VaultAnswer(requestId, VaultLeaseId.of(lease), lease.renewable(), lease.leaseDuration(), null);
    }

    static VaultAnswer list(UUID requestId, List<String> names) {
        return new VaultAnswer(requestId, "", false, 0, new Data(null, null, null, null, null, null, null, names));
    }
}
