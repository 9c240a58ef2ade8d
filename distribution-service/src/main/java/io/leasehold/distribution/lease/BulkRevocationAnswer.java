package io.leasehold.distribution.lease;

import io.leasehold.contracts.LeaseState;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One of many leases that were revoked, or would be. */
@Schema(name = "RevokedLease")
public record BulkRevocationAnswer(
        @Schema(description = "The id of the lease.", examples = "0199f0a2-5c1e-7bd0-9f1c-2d3e4f5a6b7c")
        UUID leaseId,

        @Schema(description = "The node that had it.", examples = "0199f0a2-5c1e-7bd0-9f1c-2d3e4f5a6b7d")
        UUID nodeId,

        @Schema(description = "What the node is called.", examples = "node-a")
        String nodeName,

        @Schema(description = "The key that it had.", examples = "0199f0a2-5c1e-7bd0-9f1c-2d3e4f5a6b7e")
        UUID keyId,

        @Schema(description = "What that key is called.", examples = "claude-prod")
        String keyName,

        @Schema(description = "revoked; as it was, for a dry run.", examples = "revoked")
        LeaseState state) {

    static BulkRevocationAnswer of(Lease lease) {
        return new BulkRevocationAnswer(
                lease.leaseId(), lease.nodeId(), lease.nodeName(), lease.keyId(), lease.keyName(), lease.state());
    }
}
