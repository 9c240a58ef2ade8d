package io.leasehold.distribution.lease;

import io.leasehold.contracts.LeaseMode;
import io.leasehold.contracts.LeaseState;
import io.leasehold.contracts.event.LeaseView;
import io.leasehold.contracts.event.RateLimits;
import io.leasehold.distribution.key.KeyWish;
import io.leasehold.distribution.limit.Usd;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A lease as it stands. What can be done with it while it may be used is on {@link UsableLease}.
 *
 * @param keySince since when it has its key; null means from the beginning
 * @param keySecretVersion the version of its key's secret that is used now; null once that is destroyed
 * @param keyEndpoint where requests with its key go; null is the provider's own address
 * @param tags what keys must have to serve it
 * @param secretVersion of a direct lease: the version of the secret that its node was given last
 * @param label what its node calls it
 * @param requestsPerMinute null where that is not limited, as for the other two
 * @param tokenHashes SHA-256 of its tokens in hex, the newest last
 */
public record Lease(
        UUID workspaceId,
        UUID leaseId,
        UUID nodeId,
        String nodeName,
        String provider,
        LeaseMode mode,
        LeaseState state,
        UUID keyId,
        String keyName,
        @Nullable Instant keySince,
        @Nullable Integer keySecretVersion,
        @Nullable String keyEndpoint,
        @Nullable String domain,
        @Nullable String userName,
        List<String> models,
        List<String> tags,
        @Nullable Integer secretVersion,
        @Nullable String label,
        @Nullable BigDecimal spendLimit,
        @Nullable Long requestsPerMinute,
        @Nullable Long tokensPerMinute,
        @Nullable Long concurrentRequests,
        List<String> tokenHashes,
        Instant issuedAt,
        Instant expiresAt,
        @Nullable Instant renewedAt,
        @Nullable Instant endedAt,
        @Nullable String endReason,
        long version) {

    public Lease {
        spendLimit = Usd.plainOrNull(spendLimit);
    }

    /** Empty once it has ended, also where nobody has noted yet that its time is over. */
    Optional<UsableLease> usable(Instant now) {
        return state.usable() && expiresAt.isAfter(now) ? Optional.of(new UsableLease(this)) : Optional.empty();
    }

    /** Whether it goes on until somebody ends it. */
    boolean endless() {
        return expiresAt.equals(LeaseView.NEVER);
    }

    /** Whether its node was given a secret that works still, for all that is known. */
    boolean isExposed() {
        return mode == LeaseMode.DIRECT && secretVersion != null && secretVersion.equals(keySecretVersion);
    }

    /** How fast it may be used. */
    RateLimits rates() {
        return new RateLimits(requestsPerMinute, tokensPerMinute, concurrentRequests);
    }

    /** What another key for it must be like. */
    KeyWish wish() {
        return new KeyWish(models, tags, mode == LeaseMode.DIRECT, null);
    }

    LeaseView toView() {
        return new LeaseView(
                leaseId,
                workspaceId,
                nodeId,
                nodeName,
                provider,
                mode,
                state,
                keyId,
                domain,
                userName,
                models,
                spendLimit,
                tokenHashes,
                issuedAt,
                expiresAt,
                renewedAt,
                endedAt,
                endReason,
                version,
                tags,
                rates().isEmpty() ? null : rates(),
                secretVersion);
    }
}
