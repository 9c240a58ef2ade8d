package io.leasehold.collector.history;

import io.leasehold.contracts.event.QuotaObserved;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a provider said was left of an account, or of one of its keys. */
@Schema(name = "QuotaHistoryItem")
record QuotaHistoryItem(
        @Schema(description = "Never changes", examples = "0199f2a0-7c1e-7aaa-8bbb-0123456789ad")
        UUID id,

        @Schema(description = "The provider account", examples = "0199f2a0-7c1e-7aaa-8bbb-0123456789ab")
        UUID accountId,

        @Schema(description = "Whose account it is", examples = "github-copilot")
        String provider,

        @Schema(
                description = "Whose it is, where each key has its own; null for the account's",
                examples = "0199f2a0-7c1e-7aaa-8bbb-0123456789ac",
                nullable = true)
        @Nullable
        UUID keyId,

        @Schema(description = "The provider's name of the user or account", examples = "octocat", nullable = true)
        @Nullable
        String holder,

        @Schema(description = "The provider's word for what was bought", examples = "business", nullable = true)
        @Nullable
        String plan,

        @Schema(description = "From when on it was so", examples = "2026-11-21T09:45:12Z")
        Instant asOf,

        @Schema(description = "What was left of each thing") List<Left> quotas) {

    /** How much was left of one thing. What is null was not told. */
    @Schema(name = "QuotaLeft")
    record Left(
            @Schema(description = "The provider's name of it", examples = "premium_interactions")
            String name,

            @Schema(description = "A currency by ISO 4217, else a word", examples = "ai_credits")
            String unit,

            @Schema(description = "Whether there is no end to it", examples = "false")
            boolean unlimited,

            @Schema(description = "What may be used until resets_at", examples = "1900", nullable = true) @Nullable
            BigDecimal entitlement,

            @Schema(description = "What is left of it", examples = "1423.4", nullable = true) @Nullable
            BigDecimal remaining,

            @Schema(description = "What was used beyond it", examples = "0", nullable = true) @Nullable
            BigDecimal overage,

            @Schema(description = "When it starts again", examples = "2026-12-01T00:00:00Z", nullable = true) @Nullable
            Instant resetsAt) {

        static Left of(QuotaObserved.Quota quota) {
            return new Left(
                    quota.name(),
                    quota.unit(),
                    quota.unlimited(),
                    quota.entitlement(),
                    quota.remaining(),
                    quota.overage(),
                    quota.resetsAt());
        }
    }
}
