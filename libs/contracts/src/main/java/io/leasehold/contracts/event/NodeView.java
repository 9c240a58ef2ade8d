package io.leasehold.contracts.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.leasehold.contracts.NodeState;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A node as it stands.
 *
 * @param identity who it proved to be: the issuer's subject, bound to one workspace at enrolment
 * @param lastSeenAt when it was heard of, as of this change; heartbeats are no events
 * @param credentialSha256 of the credential of a node that came with an enrolment token, in lower-case hex; null for all others
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
        long version,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String credentialSha256)
        implements EventData {

    /** One that proves who it is by somebody else's token. */
    public NodeView(
            UUID nodeId,
            UUID workspaceId,
            String name,
            String identity,
            NodeState state,
            Map<String, String> labels,
            Instant enrolledAt,
            Instant lastSeenAt,
            long version) {
        this(nodeId, workspaceId, name, identity, state, labels, enrolledAt, lastSeenAt, version, null);
    }

    @Override
    public String aggregateKey() {
        return nodeId.toString();
    }
}
