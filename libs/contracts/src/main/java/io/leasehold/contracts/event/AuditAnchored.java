package io.leasehold.contracts.event;

import java.util.UUID;

/**
 * How a workspace's audit log ended at some time, kept outside of its database: as the log is a chain, this holds for all
 * of it up to there.
 *
 * @param seq the place of its last entry
 * @param hash of that entry, in hex
 */
public record AuditAnchored(UUID workspaceId, long seq, String hash) implements EventData {
    @Override
    public String aggregateKey() {
        return workspaceId.toString();
    }
}
