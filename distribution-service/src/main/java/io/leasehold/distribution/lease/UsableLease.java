package io.leasehold.distribution.lease;

import io.leasehold.contracts.LeaseState;
import io.leasehold.distribution.key.PoolKey;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A lease that has not ended, with every change that it can still go through; each raises its version. */
record UsableLease(Lease lease) {
    Lease renew(Instant now, Instant until) {
        Change change = new Change(lease);
        change.expiresAt = until;
        change.renewedAt = now;
        return change.made();
    }

    Lease moveTo(PoolKey key, Instant now) {
        Change change = new Change(lease);
        change.keyId = key.keyId();
        change.keyName = key.name();
        change.keySince = now;
        change.keySecretVersion = key.secretVersion();
        change.keyEndpoint = key.endpoint();
        return change.made();
    }

    /** @param hashes those of all live tokens, the newest last */
    Lease withTokens(List<String> hashes) {
        Change change = new Change(lease);
        change.tokenHashes = hashes;
        return change.made();
    }

    /** Its node is given the secret of its key as that is now. */
    Lease delivered(PoolKey key) {
        Change change = new Change(lease);
        change.state = LeaseState.ACTIVE;
        change.keySecretVersion = key.secretVersion();
        change.keyEndpoint = key.endpoint();
        change.secretVersion = key.secretVersion();
        return change.made();
    }

    /** Its node should come for another secret. */
    Lease drain() {
        Change change = new Change(lease);
        change.state = LeaseState.DRAINING;
        return change.made();
    }

    /** What it drained for was called off. */
    Lease goOn() {
        Change change = new Change(lease);
        change.state = LeaseState.ACTIVE;
        return change.made();
    }

    Lease release(Instant now, String by) {
        return end(LeaseState.RELEASED, now, "released by " + by);
    }

    Lease expire(Instant now) {
        return end(LeaseState.EXPIRED, now, "its time was over");
    }

    Lease revoke(Instant now, String reason) {
        return end(LeaseState.REVOKED, now, reason);
    }

    private Lease end(LeaseState ended, Instant now, String reason) {
        Change change = new Change(lease);
        change.state = ended;
        change.endedAt = now;
        change.endReason = reason;
        return change.made();
    }

    /** What can change of a lease, as it was until something is set. */
    private static final class Change {
        private final Lease before;
        private LeaseState state;
        private UUID keyId;
        private String keyName;
        private @Nullable Instant keySince;
        private @Nullable Integer keySecretVersion;
        private @Nullable String keyEndpoint;
        private @Nullable Integer secretVersion;
        private List<String> tokenHashes;
        private Instant expiresAt;
        private @Nullable Instant renewedAt;
        private @Nullable Instant endedAt;
        private @Nullable String endReason;

        Change(Lease before) {
            this.before = before;
            this.state = before.state();
            this.keyId = before.keyId();
            this.keyName = before.keyName();
            this.keySince = before.keySince();
            this.keySecretVersion = before.keySecretVersion();
            this.keyEndpoint = before.keyEndpoint();
            this.secretVersion = before.secretVersion();
            this.tokenHashes = before.tokenHashes();
            this.expiresAt = before.expiresAt();
            this.renewedAt = before.renewedAt();
        }

        Lease made() {
            return new Lease(
                    before.workspaceId(),
                    before.leaseId(),
                    before.nodeId(),
                    before.nodeName(),
                    before.provider(),
                    before.mode(),
                    state,
                    keyId,
                    keyName,
                    keySince,
                    keySecretVersion,
                    keyEndpoint,
                    before.domain(),
                    before.userName(),
                    before.models(),
                    before.tags(),
                    secretVersion,
                    before.label(),
                    before.spendLimit(),
                    before.requestsPerMinute(),
                    before.tokensPerMinute(),
                    before.concurrentRequests(),
                    tokenHashes,
                    before.issuedAt(),
                    expiresAt,
                    renewedAt,
                    endedAt,
                    endReason,
                    before.version() + 1);
        }
    }
}
