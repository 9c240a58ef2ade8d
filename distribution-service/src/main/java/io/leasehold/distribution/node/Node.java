package io.leasehold.distribution.node;

import io.leasehold.contracts.NodeState;
import io.leasehold.contracts.event.NodeView;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * A machine, pod or process that uses keys.
 *
 * @param issuer who vouches for it
 * @param subject never changes and is unique at the issuer; bound to one workspace
 * @param lastSeenAt when it was heard of, to within some seconds
 */
public record Node(
        UUID workspaceId,
        UUID nodeId,
        String name,
        String issuer,
        String subject,
        NodeState state,
        Instant enrolledAt,
        Instant lastSeenAt,
        long version) {

    Node seen(Instant at) {
        return new Node(workspaceId, nodeId, name, issuer, subject, state, enrolledAt, at, version);
    }

    Node back(Instant at) {
        return new Node(workspaceId, nodeId, name, issuer, subject, NodeState.ENROLLED, enrolledAt, at, version + 1);
    }

    Node lost() {
        return new Node(
                workspaceId, nodeId, name, issuer, subject, NodeState.LOST, enrolledAt, lastSeenAt, version + 1);
    }

    NodeView toView() {
        return new NodeView(
                nodeId, workspaceId, name, issuer + "#" + subject, state, Map.of(), enrolledAt, lastSeenAt, version);
    }
}
