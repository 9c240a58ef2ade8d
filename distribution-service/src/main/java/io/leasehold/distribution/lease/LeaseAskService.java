package io.leasehold.distribution.lease;

import io.leasehold.contracts.LeaseMode;
import io.leasehold.contracts.ProblemType;
import io.leasehold.distribution.direct.DirectUseStore;
import io.leasehold.distribution.key.KeyChoice.Outcome;
import io.leasehold.distribution.key.KeyWish;
import io.leasehold.distribution.key.PoolEmptyReason;
import io.leasehold.distribution.key.PoolKey;
import io.leasehold.distribution.key.PoolKeyStore;
import io.leasehold.distribution.lease.LeaseGrants.DirectGrant;
import io.leasehold.distribution.node.Admission;
import io.leasehold.distribution.node.AdmissionRefusal;
import io.leasehold.distribution.node.Node;
import io.leasehold.distribution.node.NodeNotAdmittedProblem;
import io.leasehold.distribution.node.NodePolicy;
import io.leasehold.distribution.node.NodeRegistry;
import io.leasehold.kit.audit.Audit;
import io.leasehold.kit.caller.Caller;
import io.leasehold.kit.database.Database;
import io.leasehold.kit.idempotency.Idempotency;
import io.leasehold.kit.problem.ConflictProblem;
import io.leasehold.kit.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Finds a lease for a node: the one it has, or a new one. Rows are locked in the order node, key, lease, as everywhere. */
@ApplicationScoped
class LeaseAskService {
    private static final PolicyCheck.Result.Forbidden TOO_MANY =
            new PolicyCheck.Result.Forbidden("leases", "no more leases than it has");

    private final Database database;
    private final NodeRegistry nodes;
    private final KeyPool pool;
    private final LeaseGrants grants;
    private final DirectLeases direct;
    private final Idempotency idempotency;
    private final Audit audit;
    private final LeaseTimes times;
    private final Clock clock;

    LeaseAskService(
            Database database,
            NodeRegistry nodes,
            KeyPool pool,
            LeaseGrants grants,
            DirectLeases direct,
            Idempotency idempotency,
            Audit audit,
            LeaseConfig config,
            Clock clock) {
        this.database = database;
        this.nodes = nodes;
        this.pool = pool;
        this.grants = grants;
        this.direct = direct;
        this.idempotency = idempotency;
        this.audit = audit;
        this.times = LeaseTimes.of(config);
        this.clock = clock;
    }

    /** What came of it; a refusal is kept too, so it must not undo the transaction. */
    private sealed interface Answer {
        record Given(Granted granted) implements Answer {}

        record Refused(Problem why) implements Answer {}
    }

    /**
     * @throws NodeNotAdmittedProblem when the node is not let in
     * @throws LeaseNotAllowedProblem when the node's policy forbids it
     * @throws LimitReachedProblem when a direct lease's limit can't be set aside
     * @throws PoolEmptyProblem when no key can be leased; all of them are recorded
     */
    Granted ask(Caller caller, AskCommand command) {
        Answer answer = database.inWorkspace(caller.workspaceId(), handle -> {
            Answer found = answer(handle, caller, command);
            if (found instanceof Answer.Given(Granted granted)) {
                idempotency.keepId(handle, granted.lease().leaseId());
            }
            return found;
        });
        return switch (answer) {
            case Answer.Given(Granted granted) -> withSecret(granted);
            case Answer.Refused(Problem why) -> throw why;
        };
    }

    /** Outside of the transaction, as the secret store may take its time; when it fails, asking again gets the lease. */
    private Granted withSecret(Granted granted) {
        return granted.lease().mode() == LeaseMode.DIRECT ? granted.with(direct.read(granted.lease())) : granted;
    }

    private Answer answer(Handle handle, Caller caller, AskCommand command) {
        return switch (nodes.admit(handle, caller)) {
            case Admission.In(Node node) -> answer(handle, caller, node, command);
            case Admission.Refused(Node node, AdmissionRefusal reason) -> {
                if (node != null) {
                    recordRefusal(handle, caller, node, command.provider(), reason.wireName());
                }
                yield new Answer.Refused(new NodeNotAdmittedProblem(reason));
            }
        };
    }

    private Answer answer(Handle handle, Caller caller, Node node, AskCommand asked) {
        // As finely as it is kept, so that who asks now and who looks later are told the same.
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Optional<UUID> before = idempotency.keptId();
        if (before.isPresent()) {
            return answerAgain(handle, caller, node, before.get(), now);
        }
        return switch (PolicyCheck.check(asked, node.policy())) {
            case PolicyCheck.Result.Forbidden forbidden -> forbidden(handle, caller, node, asked, forbidden);
            case PolicyCheck.Result.Allowed(AskCommand command) -> {
                Optional<LeaseStore.Known> last = command.additional()
                        ? Optional.empty()
                        : LeaseStore.findLast(handle, node.workspaceId(), node.nodeId(), command, now);
                Optional<Lease> standing = last.filter(LeaseStore.Known::usable)
                        .flatMap(lease -> LeaseStore.find(handle, node.workspaceId(), lease.leaseId()))
                        .filter(lease -> !times.wornOut(lease, now));
                UUID lastKey = last.map(LeaseStore.Known::keyId).orElse(null);
                yield standing.flatMap(lease -> activeKey(handle, lease)
                                .flatMap(key -> grants.giveAgain(handle, caller, lease, key, now)))
                        .<Answer>map(Answer.Given::new)
                        .orElseGet(() ->
                                withKeyOfChoice(handle, caller, node, command, standing.orElse(null), lastKey, now));
            }
        };
    }

    private Answer forbidden(
            Handle handle, Caller caller, Node node, AskCommand asked, PolicyCheck.Result.Forbidden why) {
        recordRefusal(handle, caller, node, asked.provider(), "policy: " + why.reason());
        return new Answer.Refused(why.problem());
    }

    /** What the first attempt got, with a token that works; another lease would be a second effect. */
    private Answer answerAgain(Handle handle, Caller caller, Node node, UUID leaseId, Instant now) {
        Lease lease = LeaseStore.find(handle, node.workspaceId(), leaseId)
                .flatMap(found -> found.usable(now))
                .map(UsableLease::lease)
                .orElseThrow(() -> hasEnded(leaseId));
        Optional<PoolKey> active = activeKey(handle, lease);
        if (active.isPresent()) {
            return given(grants.giveAgain(handle, caller, lease, active.get(), now), leaseId);
        }
        if (lease.mode() == LeaseMode.DIRECT) {
            return poolEmpty(
                    handle,
                    caller,
                    node,
                    lease.provider(),
                    isStopped(handle, lease) ? PoolEmptyReason.DIRECT_STOPPED : PoolEmptyReason.DISABLED);
        }
        return switch (pool.choose(handle, lease.workspaceId(), lease.provider(), lease.wish(), now)) {
            case Outcome.Empty(PoolEmptyReason reason) -> poolEmpty(handle, caller, node, lease.provider(), reason);
            case Outcome.Chosen(PoolKey key) -> given(grants.giveWith(handle, caller, lease, key, now), leaseId);
        };
    }

    private static Answer given(Optional<Granted> granted, UUID leaseId) {
        return new Answer.Given(granted.orElseThrow(() -> hasEnded(leaseId)));
    }

    private static ConflictProblem hasEnded(UUID leaseId) {
        return new ConflictProblem(
                ProblemType.WRONG_STATE,
                "Lease '" + leaseId + "', which this Idempotency-Key got, has ended. Ask anew with another one.");
    }

    private Answer withKeyOfChoice(
            Handle handle,
            Caller caller,
            Node node,
            AskCommand command,
            @Nullable Lease standing,
            @Nullable UUID lastKey,
            Instant now) {
        if (standing == null && hasAllItMay(handle, node, now)) {
            return forbidden(handle, caller, node, command, TOO_MANY);
        }
        KeyWish wish = new KeyWish(command.models(), command.tags(), command.mode() == LeaseMode.DIRECT, lastKey);
        return switch (pool.choose(handle, caller.workspaceId(), command.provider(), wish, now)) {
            case Outcome.Empty(PoolEmptyReason reason) -> poolEmpty(handle, caller, node, command.provider(), reason);
            case Outcome.Chosen(PoolKey key)
            when command.mode() == LeaseMode.DIRECT -> giveDirect(handle, caller, node, key, command, standing, now);
            case Outcome.Chosen(PoolKey key) ->
                new Answer.Given(Optional.ofNullable(standing)
                        .flatMap(lease -> grants.giveWith(handle, caller, lease, key, now))
                        .orElseGet(() -> grants.give(handle, caller, node, key, command, now)));
        };
    }

    /** A direct lease has one key for its whole life, so one whose key went out of use makes room for another. */
    private Answer giveDirect(
            Handle handle,
            Caller caller,
            Node node,
            PoolKey key,
            AskCommand command,
            @Nullable Lease standing,
            Instant now) {
        return switch (grants.giveDirect(handle, caller, node, key, command, now)) {
            case DirectGrant.Refused(LimitReachedProblem why) -> {
                recordRefusal(handle, caller, node, command.provider(), "limit: " + why.scope());
                yield new Answer.Refused(why);
            }
            case DirectGrant.Given(Granted granted) -> {
                if (standing != null) {
                    grants.replace(handle, standing, now);
                }
                yield new Answer.Given(granted);
            }
        };
    }

    private static boolean hasAllItMay(Handle handle, Node node, Instant now) {
        NodePolicy policy = node.policy();
        Integer most = policy == null ? null : policy.maxLeases();
        return most != null && LeaseStore.countUsableOfNode(handle, node.workspaceId(), node.nodeId(), now) >= most;
    }

    /** The key of a lease, if it may be used for it still. */
    private static Optional<PoolKey> activeKey(Handle handle, Lease lease) {
        return PoolKeyStore.find(handle, lease.workspaceId(), lease.keyId())
                .filter(PoolKey::leasable)
                .filter(key ->
                        lease.mode() == LeaseMode.GATEWAY || (key.canBeHandedOut() && !isStopped(handle, lease)));
    }

    private static boolean isStopped(Handle handle, Lease lease) {
        return DirectUseStore.isStopped(handle, lease.workspaceId(), lease.keyId());
    }

    private Answer poolEmpty(Handle handle, Caller caller, Node node, String provider, PoolEmptyReason reason) {
        recordRefusal(handle, caller, node, provider, reason.wireName());
        return new Answer.Refused(new PoolEmptyProblem(provider, reason));
    }

    private void recordRefusal(Handle handle, Caller caller, Node node, String provider, String reason) {
        audit.recordRefused(
                handle,
                caller,
                caller.workspaceId(),
                "lease.grant",
                "node",
                node.nodeId(),
                Map.of("provider", provider, "reason", reason));
    }
}
