package io.leasehold.distribution.lease;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.leasehold.contracts.LeaseMode;
import io.leasehold.contracts.LeaseState;
import io.leasehold.contracts.OpaqueToken;
import io.leasehold.kit.rate.Rates;
import io.leasehold.providers.Secret;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A lease. */
@Schema(name = "Lease")
public record LeaseAnswer(
        @Schema(description = "The id of the lease.", examples = "0199f0a2-5c1e-7bd0-9f1c-2d3e4f5a6b7c")
        UUID leaseId,

        @Schema(
                description = "For how many seconds it was granted or renewed last; 0 where it has no end.",
                examples = "86400")
        long leaseDuration,

        @Schema(description = "Whether renewing it can still make it last longer.", examples = "true")
        boolean renewable,

        @Schema(description = "When it was granted.", examples = "2026-11-21T10:00:00Z")
        Instant issueTime,

        @Schema(
                description =
                        "When it ends unless it is renewed; null where it goes on until it is released or revoked, or its"
                                + " node is gone.",
                examples = "2026-11-22T10:00:00Z",
                nullable = true)
        @Nullable
        Instant expireTime,

        @Schema(description = "When it was renewed last.", examples = "2026-11-21T12:00:00Z", nullable = true) @Nullable
        Instant lastRenewalTime,

        @Schema(
                description = "How many seconds are left of it; 0 once it has ended, and where it has no end.",
                examples = "79200")
        long ttl,

        @Schema(
                description =
                        "How many seconds it can last at the most, counted from its issue_time, however often it is "
                                + "renewed; 0 where it has no end.",
                examples = "604800")
        long maxTtl,

        @Schema(
                description = "When its node should renew it; null where it has no end.",
                examples = "2026-11-22T01:50:24Z",
                nullable = true)
        @Nullable
        Instant renewAfter,

        @Schema(description = "The node that has it.", examples = "0199f0a2-5c1e-7bd0-9f1c-2d3e4f5a6b7d")
        UUID nodeId,

        @Schema(description = "What the node is called.", examples = "node-a")
        String nodeName,

        @Schema(description = "Whose keys it gives the right to use.", examples = "anthropic")
        String provider,

        @Schema(description = "How its node gets at keys: by the gateway, or direct.", examples = "gateway")
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

        @Schema(description = "The tags that its keys must have.", examples = "[\"team:web\"]")
        List<String> tags,

        @Schema(description = "What its node calls it.", examples = "nightly-batch", nullable = true) @Nullable
        String name,

        @Schema(
                description = "The most that it may ever cost, in USD; null where only other limits apply.",
                examples = "1",
                nullable = true)
        @Nullable
        BigDecimal spendLimit,

        @Schema(
                description = "How fast it may be used; null where only other limits apply.",
                examples = "{\"requests_per_minute\":60}",
                nullable = true)
        @Nullable
        Rates rates,

        @Schema(
                description = "When it was released, revoked or expired.",
                examples = "2026-11-21T13:00:00Z",
                nullable = true)
        @Nullable
        Instant endedAt,

        @Schema(description = "Why it ended.", examples = "released by its node", nullable = true) @Nullable
        String endReason,

        @Schema(
                description =
                        "Where its token or secret works, in the provider's own dialect; null for a direct lease whose key is"
                                + " for the provider's own address.",
                examples = "http://localhost:8080/anthropic",
                nullable = true)
        @Nullable
        URI baseUrl,

        @Schema(
                description = "Of a direct lease: the version of the secret that its node was given last.",
                examples = "1",
                nullable = true)
        @Nullable
        Integer secretVersion,

        @Schema(
                description =
                        "Of a direct lease: in_use while it lasts; afterwards exposed_until_rotated, as whoever had the"
                                + " secret has it still, until its key has another one: rotated.",
                examples = "exposed_until_rotated",
                nullable = true)
        @Nullable
        Exposure exposure,

        @Schema(
                description = "In the answer to asking for it, and never again: works as the API key at base_url.",
                examples = "lh_…")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        String token,

        @Schema(
                description = "In the answer to asking for a direct lease: the key itself.",
                examples = "sk-ant-api03-…")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        String secret,

        @Schema(description = "Raised with every change.", examples = "2")
        long version) {

    /**
     * @param token for the one answer that shows it
     * @param secret for the one answer that shows it
     */
    static LeaseAnswer of(
            Lease lease,
            LeaseTimes times,
            Instant now,
            URI gateway,
            @Nullable OpaqueToken token,
            @Nullable Secret secret) {
        boolean endless = lease.endless();
        return new LeaseAnswer(
                lease.leaseId(),
                endless ? 0 : LeaseTimes.granted(lease).toSeconds(),
                times.renewable(lease, now),
                lease.issuedAt(),
                endless ? null : lease.expiresAt(),
                lease.renewedAt(),
                endless ? 0 : LeaseTimes.left(lease, now).toSeconds(),
                endless ? 0 : times.maxTtl().toSeconds(),
                endless ? null : LeaseTimes.renewAfter(lease),
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
                lease.tags(),
                lease.label(),
                lease.spendLimit(),
                lease.rates().isEmpty() ? null : Rates.of(lease.rates()),
                lease.endedAt(),
                lease.endReason(),
                baseUrl(lease, gateway),
                lease.secretVersion(),
                Exposure.of(lease),
                token == null ? null : token.text(),
                secret == null ? null : secret.reveal(),
                lease.version());
    }

    private static @Nullable URI baseUrl(Lease lease, URI gateway) {
        if (lease.mode() == LeaseMode.GATEWAY) {
            return gateway.resolve("/" + lease.provider());
        }
        return lease.keyEndpoint() == null ? null : URI.create(lease.keyEndpoint());
    }

    /** Without the token and the secret, as this could end up in a log. */
    @Override
    public String toString() {
        return "LeaseAnswer[leaseId=" + leaseId + ", state=" + state + "]";
    }
}
