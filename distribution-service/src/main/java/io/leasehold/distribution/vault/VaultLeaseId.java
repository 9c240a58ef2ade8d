package io.leasehold.distribution.vault;

import io.leasehold.distribution.lease.LeaseAnswer;
import java.util.Optional;
import java.util.UUID;

/** What a lease is called here: {@code <provider>/<node id>/<lease id>}, so that there are prefixes. */
final class VaultLeaseId {
    private VaultLeaseId() {}

    static String of(LeaseAnswer lease) {
        return lease.provider() + "/" + lease.nodeId() + "/" + lease.leaseId();
    }

    /** The lease that is meant, also where it is named by its own id alone; empty for what names none. */
    static Optional<UUID> leaseOf(String id) {
        try {
            return Optional.of(UUID.fromString(id.substring(id.lastIndexOf('/') + 1)));
        } catch (IllegalArgumentException other) {
            return Optional.empty();
        }
    }
}
