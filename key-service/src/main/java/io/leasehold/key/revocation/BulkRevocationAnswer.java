package io.leasehold.key.revocation;

import io.leasehold.contracts.RevocationOutcome;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What became of one of many keys. */
@Schema(name = "BulkRevocation")
record BulkRevocationAnswer(
        @Schema(description = "Of the key", examples = "0199f2a4-7c1e-7b0a-9d52-5a3b0c0e7a11")
        UUID id,

        @Schema(description = "What people call it", examples = "production-1")
        String name,

        @Schema(
                description = "Of its revocation; planned for a dry run, null where it could not be begun",
                examples = "running")
        @Nullable
        RevocationState state,

        @Schema(
                description = "What came of it, or what hinders it; null while it goes its way",
                examples = "rate_limited")
        @Nullable
        RevocationOutcome outcome,

        @Schema(description = "How many usable leases name the key", examples = "3")
        int leasesAffected,

        @Schema(description = "Why it does not go on or could not be begun", examples = "Anthropic does not answer.")
        @Nullable
        String reason) {
    static BulkRevocationAnswer of(RevocationAnswer revocation) {
        return new BulkRevocationAnswer(
                revocation.keyId(),
                revocation.keyName(),
                revocation.state(),
                revocation.outcome(),
                revocation.leasesAffected(),
                revocation.reason());
    }
}
