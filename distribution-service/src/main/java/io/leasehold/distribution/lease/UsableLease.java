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
        return changed(
                lease.state(),
                lease.keyId(),
                lease.keyName(),
                lease.keySince(),
                lease.tokenHashes(),
                until,
                now,
                null,
                null);
    }

    Lease moveTo(PoolKey key, Instant now) {
        return changed(
                lease.state(),
                key.keyId(),
                key.name(),
                now,
                lease.tokenHashes(),
                lease.expiresAt(),
                lease.renewedAt(),
                null,
                null);
    }

    /** @param hashes those of all live tokens, the newest last */
    Lease withTokens(List<String> hashes) {
        return changed(
                lease.state(),
                lease.keyId(),
                lease.keyName(),
                lease.keySince(),
                hashes,
                lease.expiresAt(),
                lease.renewedAt(),
                null,
                null);
    }

    Lease release(Instant now) {
        return end(LeaseState.RELEASED, now, "released by its node");
    }

    Lease expire(Instant now) {
        return end(LeaseState.EXPIRED, now, "its time was over");
    }

    Lease revoke(Instant now, String reason) {
        return end(LeaseState.REVOKED, now, reason);
    }

    private Lease end(LeaseState ended, Instant now, String reason) {
        return changed(
                ended,
                lease.keyId(),
                lease.keyName(),
                lease.keySince(),
                lease.tokenHashes(),
                lease.expiresAt(),
                lease.renewedAt(),
                now,
                reason);
    }

    private Lease changed(
            LeaseState state,
            UUID keyId,
            String keyName,
            @Nullable Instant keySince,
            List<String> tokenHashes,
            Instant expiresAt,
            @Nullable Instant renewedAt,
            @Nullable Instant endedAt,
            @Nullable String endReason) {
        return new Lease(
                lease.workspaceId(),
                lease.leaseId(),
                lease.nodeId(),
                lease.nodeName(),
                lease.provider(),
                lease.mode(),
                state,
                keyId,
                keyName,
                keySince,
                lease.domain(),
                lease.userName(),
                lease.models(),
                lease.tags(),
                lease.secretVersion(),
                lease.label(),
                lease.spendLimit(),
                tokenHashes,
                lease.issuedAt(),
                expiresAt,
                renewedAt,
                endedAt,
                endReason,
                lease.version() + 1);
    }
}
