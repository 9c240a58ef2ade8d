package io.leasehold.key.apikey;

import io.leasehold.contracts.KeyState;
import io.leasehold.contracts.Period;
import io.leasehold.key.limit.LimitAnswer;
import io.leasehold.key.source.SourceOfKeyAnswer;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A key as its workspace sees it; the secret never leaves. */
@Schema(name = "Key")
record KeyAnswer(
        @Schema(description = "Never changes", examples = "0199f2a4-7c1e-7b0a-9d52-5a3b0c0e7a11")
        UUID id,

        @Schema(description = "What people call it; unique in the workspace", examples = "production-1")
        String name,

        @Schema(description = "What people note of it", examples = "Web team, paid by marketing") @Nullable
        String label,

        @Schema(
                description = "The provider account that the key belongs to",
                examples = "0199f2a4-7c1e-7b0a-9d52-5a3b0c0e7a10")
        UUID accountId,

        @Schema(description = "What people call that account", examples = "Acme production")
        String accountName,

        @Schema(description = "The id of the provider", examples = "anthropic")
        String provider,

        @Schema(description = "Where it is in its life; only an active key is leased", examples = "active")
        KeyState state,

        @Schema(description = "How its secret begins and ends, to recognise it by", examples = "sk-ant-…9fQ2")
        String masked,

        @Schema(
                description = "The last four characters of its secret; empty where the secret is too short to show any",
                examples = "9fQ2")
        String last4,

        @Schema(
                description =
                        "The same for the same secret in this workspace; keyed, so that it tells nothing of the secret",
                examples = "5f2b9c0e7a11d4c3")
        String fingerprint,

        @Schema(
                description = "Null until it is known which of the provider's keys it is",
                examples = "apikey_01Rj2N8SVvo6BePZj99NhmiT")
        @Nullable
        String providerKeyId,

        @Schema(
                description = "What the provider's hint points to; confirm it with POST …/bind",
                examples = "apikey_01Rj2N8SVvo6BePZj99NhmiT")
        @Nullable
        String bindingCandidate,

        @Schema(description = "Where it takes its secret from; null where people give it") @Nullable
        SourceOfKeyAnswer source,

        @Schema(description = "The models it may be used for; empty means all", examples = "[\"claude-opus-5\"]")
        List<String> models,

        @Schema(description = "Words to find it by", examples = "[\"team:web\"]")
        List<String> tags,

        @Schema(description = "Whether nodes may be given the key itself (direct leases)", examples = "false")
        boolean directAllowed,

        @Schema(
                description = "Whether it is rotated once a direct lease has ended, as its node still has the secret",
                examples = "false")
        boolean rotateAfterDirect,

        @Schema(
                description = "Why it is in its state, where that needs a reason",
                examples = "The provider does not answer.")
        @Nullable
        String reason,

        @Schema(description = "The spend limits that are set on it")
        List<LimitAnswer> limits,

        @Schema(
                description =
                        "The amount of its shortest limited period, in USD; null where it has no limit of its own",
                examples = "250")
        @Nullable
        BigDecimal limit,

        @Schema(
                description =
                        "What is left of that limit, as distribution-service last told; null until the key's first request in it",
                examples = "120.5")
        @Nullable
        BigDecimal limitRemaining,

        @Schema(description = "After which period that limit begins anew; null for never", examples = "month") @Nullable
        Period limitReset,

        @Schema(
                description =
                        "Spent in all, in USD, as distribution-service last told; null where no total limit applies. Costs of every key are told by analytics-service",
                examples = "129.5")
        @Nullable
        BigDecimal usage,

        @Schema(description = "Spent today, in USD, likewise; null where no daily limit applies", examples = "3.25")
        @Nullable
        BigDecimal usageDaily,

        @Schema(
                description = "Spent this month, in USD, likewise; null where no monthly limit applies",
                examples = "48.75")
        @Nullable
        BigDecimal usageMonthly,

        @Schema(
                description = "When a gateway last used it; null for never, or only by nodes that hold the key itself",
                examples = "2026-11-21T10:00:00Z")
        @Nullable
        Instant lastUsedAt,

        @Schema(description = "Rises with every change", examples = "1")
        long version,

        @Schema(description = "When it was added", examples = "2026-11-21T10:00:00Z")
        Instant createdAt,

        @Schema(description = "When it last changed", examples = "2026-11-21T10:00:00Z")
        Instant changedAt,

        @Schema(description = "When the provider last accepted it", examples = "2026-11-21T10:00:00Z") @Nullable
        Instant verifiedAt,

        @Schema(
                description = "When it ends at the provider by itself; null for never, or where that isn't known",
                examples = "2027-11-21T10:00:00Z")
        @Nullable
        Instant expiresAt) {
    /** Enough to tell keys of one workspace apart. */
    private static final int FINGERPRINT_BYTES = 8;

    URI location() {
        return URI.create("/api/v1/keys/" + id);
    }

    static KeyAnswer of(LimitedKey limited) {
        ApiKey key = limited.key();
        KeyFigures figures = KeyFigures.of(limited);
        return new KeyAnswer(
                key.keyId(),
                key.name(),
                key.label(),
                key.accountId(),
                key.accountName(),
                key.provider(),
                key.state(),
                key.masked(),
                key.last4(),
                HexFormat.of().formatHex(key.fingerprint(), 0, FINGERPRINT_BYTES),
                key.providerKeyId(),
                key.bindingCandidate(),
                SourceOfKeyAnswer.of(limited.source()),
                key.models(),
                key.tags(),
                key.directAllowed(),
                key.rotateAfterDirect(),
                key.reason(),
                LimitAnswer.listOf(limited.limits()),
                figures.limit(),
                figures.remaining(),
                figures.reset(),
                figures.total(),
                figures.daily(),
                figures.monthly(),
                limited.usage().lastUsedAt(),
                key.version(),
                key.createdAt(),
                key.changedAt(),
                key.verifiedAt(),
                key.expiresAt());
    }
}
