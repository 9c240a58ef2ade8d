package io.leasehold.distribution.node;

import io.leasehold.contracts.NodeState;
import io.leasehold.contracts.event.NodeView;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A machine, pod or process that uses keys.
 *
 * @param issuer who vouches for it
 * @param subject never changes and is unique at the issuer; bound to one workspace
 * @param labels what it says of itself
 * @param policy what it may lease; null forbids nothing
 * @param enrolledAt when it was let in; when it knocked first, for one that waits
 * @param lastSeenAt when it was heard of, to within some seconds
 */
public record Node(
        UUID workspaceId,
        UUID nodeId,
        String name,
        String issuer,
        String subject,
        NodeState state,
        Map<String, String> labels,
        @Nullable NodePolicy policy,
        Instant enrolledAt,
        Instant lastSeenAt,
        long version) {

    public Node {
        labels = Map.copyOf(labels);
    }

    Node seen(Instant at) {
        return changed(state, labels, policy, enrolledAt, at, version);
    }

    Node back(Instant at) {
        return changed(NodeState.ENROLLED, labels, policy, enrolledAt, at, version + 1);
    }

    Node lost() {
        return changed(NodeState.LOST, labels, policy, enrolledAt, lastSeenAt, version + 1);
    }

    /** It waited, or was removed before. */
    Node letIn(Instant at) {
        return changed(NodeState.ENROLLED, labels, policy, at, at, version + 1);
    }

    Node remove() {
        return changed(NodeState.REMOVED, labels, policy, enrolledAt, lastSeenAt, version + 1);
    }

    Node labelled(Map<String, String> others) {
        return changed(state, others, policy, enrolledAt, lastSeenAt, version + 1);
    }

    Node restricted(@Nullable NodePolicy other) {
        return changed(state, labels, other, enrolledAt, lastSeenAt, version + 1);
    }

    private Node changed(
            NodeState newState,
            Map<String, String> newLabels,
            @Nullable NodePolicy newPolicy,
            Instant newEnrolledAt,
            Instant newLastSeenAt,
            long newVersion) {
        return new Node(
                workspaceId,
                nodeId,
                name,
                issuer,
                subject,
                newState,
                newLabels,
                newPolicy,
                newEnrolledAt,
                newLastSeenAt,
                newVersion);
    }

    /** @param credentialHash null for a node that has no credential of ours */
    NodeView toView(@Nullable String credentialHash) {
        return new NodeView(
                nodeId,
                workspaceId,
                name,
                issuer + "#" + subject,
                state,
                labels,
                enrolledAt,
                lastSeenAt,
                version,
                credentialHash);
    }
}
