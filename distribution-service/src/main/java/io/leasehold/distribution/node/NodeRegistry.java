package io.leasehold.distribution.node;

import io.leasehold.contracts.NodeState;
import io.leasehold.contracts.event.EventType;
import io.leasehold.kit.audit.Audit;
import io.leasehold.kit.caller.Caller;
import io.leasehold.kit.id.Ids;
import io.leasehold.kit.outbox.Outbox;
import io.leasehold.kit.problem.ForbiddenProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Who the nodes are, in the transaction of whoever asks: enrols those that come first, and notes who was heard of. */
@ApplicationScoped
public class NodeRegistry {
    private static final String SERVICE_ACCOUNT = "service-account-";

    private final Outbox outbox;
    private final Audit audit;
    private final NodeConfig config;
    private final Clock clock;

    NodeRegistry(Outbox outbox, Audit audit, NodeConfig config, Clock clock) {
        this.outbox = outbox;
        this.audit = audit;
        this.config = config;
        this.clock = clock;
    }

    /**
     * The node that calls, enrolled if this is its first call. Its row stays locked, so that a node's calls that change
     * something come one after another.
     */
    public Node admit(Handle handle, Caller caller) {
        Optional<Node> known = lock(handle, caller);
        if (known.isEmpty()) {
            Node node = firstSight(caller, clock.instant());
            if (NodeStore.insert(handle, node)) {
                outbox.append(handle, EventType.NODE_ENROLLED, node.toView());
                audit.record(
                        handle,
                        caller,
                        node.workspaceId(),
                        "node.enrol",
                        "node",
                        node.nodeId(),
                        Map.of("name", node.name()));
                return node;
            }
            known = lock(handle, caller);
        }
        return heardOf(handle, known.orElseThrow(NodeRegistry::enrolledElsewhere));
    }

    /** The node that calls, if it was ever enrolled here. */
    public Optional<Node> find(Handle handle, Caller caller) {
        return NodeStore.findByIdentity(handle, caller.workspaceId(), caller.issuer(), caller.subject());
    }

    /** Nodes whose requests went through a gateway just now; whoever is busy is heard of another time. */
    public void heardOf(Handle handle, Collection<UUID> nodeIds) {
        Instant now = clock.instant();
        NodeStore.lockSeenBefore(handle, nodeIds, now.minus(precision())).forEach(node -> note(handle, node, now));
    }

    private Node heardOf(Handle handle, Node node) {
        if (node.state() == NodeState.REMOVED) {
            throw new ForbiddenProblem("Node '" + node.name() + "' was removed from this workspace. Ask an admin.");
        }
        Instant now = clock.instant();
        boolean fresh = node.lastSeenAt().isAfter(now.minus(precision())) && node.state() == NodeState.ENROLLED;
        return fresh ? node : note(handle, node, now);
    }

    private Node note(Handle handle, Node node, Instant now) {
        boolean wasLost = node.state() == NodeState.LOST;
        Node noted = wasLost ? node.back(now) : node.seen(now);
        NodeStore.save(handle, noted);
        if (wasLost) {
            outbox.append(handle, EventType.NODE_BACK, noted.toView());
        }
        return noted;
    }

    /** Being heard of is written down rarely: it happens all the time. */
    private Duration precision() {
        return config.lostAfter().dividedBy(10);
    }

    private static Optional<Node> lock(Handle handle, Caller caller) {
        return NodeStore.lockByIdentity(handle, caller.workspaceId(), caller.issuer(), caller.subject());
    }

    private static Node firstSight(Caller caller, Instant now) {
        String name = caller.name().startsWith(SERVICE_ACCOUNT)
                ? caller.name().substring(SERVICE_ACCOUNT.length())
                : caller.name();
        return new Node(
                caller.workspaceId(),
                Ids.next(),
                name,
                caller.issuer(),
                caller.subject(),
                NodeState.ENROLLED,
                now,
                now,
                1);
    }

    private static ForbiddenProblem enrolledElsewhere() {
        return new ForbiddenProblem(
                "This identity is enrolled in another workspace. Use an identity of its own for each workspace.");
    }
}
