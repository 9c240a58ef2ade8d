package io.leasehold.contracts.event;

import io.leasehold.contracts.NodeState;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * A node as it stands.
 *
 * @param identity who it proved to be: the issuer's subject, bound to one workspace at enrolment
 * @param lastSeenAt when it was heard of, as of this change; heartbeats are no events
 */
public record NodeView(
        UUID nodeId,
        UUID workspaceId,
        String name,
        String identity,
        NodeState state,
        Map<String, String> labels,
        Instant enrolledAt,
        Instant lastSeenAt,
        long version)
        implements EventData {

    @Override
    public String aggregateKey() {
        return nodeId.toString();
    }
}
