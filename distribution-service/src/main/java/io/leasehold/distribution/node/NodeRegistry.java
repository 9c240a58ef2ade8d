package io.leasehold.distribution.node;

import io.leasehold.contracts.Enrolment;
import io.leasehold.contracts.NodeState;
import io.leasehold.contracts.event.WorkspaceView;
import io.leasehold.kit.audit.Audit;
import io.leasehold.kit.caller.Caller;
import io.leasehold.kit.id.Ids;
import io.leasehold.kit.problem.ForbiddenProblem;
import io.leasehold.kit.workspace.WorkspaceStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Who the nodes are, in the transaction of whoever asks: enrols those that come first, and notes who was heard of. */
@ApplicationScoped
public class NodeRegistry {
    private static final String SERVICE_ACCOUNT = "service-account-";

    private final NodeJournal journal;
    private final Audit audit;
    private final NodeConfig config;
    private final Clock clock;

    NodeRegistry(NodeJournal journal, Audit audit, NodeConfig config, Clock clock) {
        this.journal = journal;
        this.audit = audit;
        this.config = config;
        this.clock = clock;
    }

    /**
     * Lets the node that calls in, or says why not; one that nobody knows yet is enrolled, or waits, as the workspace has
     * it. Its row stays locked, so that a node's calls that change something come one after another.
     */
    public Admission admit(Handle handle, Caller caller) {
        return admitAll(handle, caller.workspaceId(), List.of(caller)).getFirst();
    }

    /** {@link #admit} for several nodes of a workspace, each once. @return their admissions, in the order of the callers */
    public List<Admission> admitAll(Handle handle, UUID workspaceId, List<Caller> callers) {
        Map<NodeIdentity, Node> known = lock(handle, workspaceId, callers).stream()
                .collect(Collectors.toMap(NodeIdentity::of, Function.identity()));
        return callers.stream()
                .map(caller -> Optional.ofNullable(known.get(NodeIdentity.of(caller)))
                        .map(NodeRegistry::known)
                        .orElseGet(() -> enrol(handle, caller)))
                .toList();
    }

    private Admission enrol(Handle handle, Caller caller) {
        Enrolment policy = policy(handle, caller);
        if (policy == Enrolment.CLOSED) {
            return new Admission.Refused(null, AdmissionRefusal.CLOSED);
        }
        Node node = firstSight(caller, policy, clock.instant());
        if (NodeStore.insert(handle, node)) {
            return welcome(handle, caller, node);
        }
        return lock(handle, caller.workspaceId(), List.of(caller)).stream()
                .findFirst()
                .map(NodeRegistry::known)
                .orElseThrow(NodeRegistry::enrolledElsewhere);
    }

    private static Enrolment policy(Handle handle, Caller caller) {
        return WorkspaceStore.find(handle, caller.workspaceId())
                .map(WorkspaceView::enrolmentPolicy)
                .orElse(Enrolment.CLOSED);
    }

    private Admission welcome(Handle handle, Caller caller, Node node) {
        boolean in = node.state() == NodeState.ENROLLED;
        journal.tell(handle, node, in ? NodeChange.ENROLLED : NodeChange.PENDING, null, null);
        audit.record(
                handle,
                caller,
                node.workspaceId(),
                in ? "node.enrol" : "node.ask",
                "node",
                node.nodeId(),
                Map.of("name", node.name()));
        return in ? new Admission.In(node) : new Admission.Refused(node, AdmissionRefusal.PENDING);
    }

    private static Admission known(Node node) {
        return switch (node.state()) {
            case REMOVED -> new Admission.Refused(node, AdmissionRefusal.REMOVED);
            case PENDING -> new Admission.Refused(node, AdmissionRefusal.PENDING);
            case ENROLLED, LOST -> new Admission.In(node);
        };
    }

    /**
     * Enrols a node that an admin has let in beforehand.
     *
     * @param issuer vouches for it; its subject there is its id
     * @param letInBy who that was
     */
    public Node enrol(
            Handle handle,
            UUID workspaceId,
            UUID nodeId,
            String name,
            String issuer,
            Map<String, String> labels,
            String letInBy) {
        Instant now = clock.instant();
        Node node = new Node(
                workspaceId, nodeId, name, issuer, nodeId.toString(), NodeState.ENROLLED, labels, null, now, now, 1);
        NodeStore.insert(handle, node);
        journal.tell(handle, node, NodeChange.ENROLLED, letInBy, null);
        audit.recordOwn(handle, workspaceId, "node.enrol", "node", nodeId, Map.of("name", name, "token_of", letInBy));
        return node;
    }

    /** The node that calls, if it was ever enrolled here. */
    public Optional<Node> find(Handle handle, Caller caller) {
        return NodeStore.findByIdentity(handle, caller.workspaceId(), caller.issuer(), caller.subject());
    }

    /** Nodes whose requests went through a gateway just now; whoever is busy is heard of another time. */
    public void heardOf(Handle handle, Collection<UUID> nodeIds) {
        Instant now = clock.instant();
        note(handle, NodeStore.lockSeenBefore(handle, nodeIds, now.minus(precision())), now);
    }

    /** Those of the callers' nodes that are known, which are heard of thereby. */
    private List<Node> lock(Handle handle, UUID workspaceId, List<Caller> callers) {
        return note(handle, NodeStore.lockByIdentity(handle, workspaceId, callers), clock.instant());
    }

    /** @return the nodes as they are then, in their order */
    private List<Node> note(Handle handle, List<Node> locked, Instant now) {
        Instant recently = now.minus(precision());
        List<Node> nodes = locked.stream()
                .map(node -> switch (node.state()) {
                    case REMOVED -> node;
                    case LOST -> journal.write(handle, node.back(now), NodeChange.BACK);
                    case PENDING, ENROLLED -> node.lastSeenAt().isAfter(recently) ? node : node.seen(now);
                })
                .toList();
        List<Node> seen =
                nodes.stream().filter(node -> node.lastSeenAt().equals(now)).toList();
        if (!seen.isEmpty()) {
            NodeStore.saveSeen(handle, seen, now);
        }
        return nodes;
    }

    /** Being heard of is written down rarely: it happens all the time. */
    private Duration precision() {
        return config.lostAfter().dividedBy(10);
    }

    private static Node firstSight(Caller caller, Enrolment policy, Instant now) {
        String name = caller.name().startsWith(SERVICE_ACCOUNT)
                ? caller.name().substring(SERVICE_ACCOUNT.length())
                : caller.name();
        return new Node(
                caller.workspaceId(),
                Ids.next(),
                name,
                caller.issuer(),
                caller.subject(),
                policy == Enrolment.AUTO ? NodeState.ENROLLED : NodeState.PENDING,
                Map.of(),
                null,
                now,
                now,
                1);
    }

    private static ForbiddenProblem enrolledElsewhere() {
        return new ForbiddenProblem(
                "This identity is enrolled in another workspace. Use an identity of its own for each workspace.");
    }
}
