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
import io.leasehold.distribution.lease.LeaseGrants.NewLease;
import io.leasehold.distribution.lease.LeaseStore.Known;
import io.leasehold.distribution.lease.LeaseStore.Purpose;
import io.leasehold.distribution.node.Admission;
import io.leasehold.distribution.node.AdmissionRefusal;
import io.leasehold.distribution.node.Node;
import io.leasehold.distribution.node.NodeIdentity;
import io.leasehold.distribution.node.NodeNotAdmittedProblem;
import io.leasehold.distribution.node.NodePolicy;
import io.leasehold.distribution.node.NodeRegistry;
import io.leasehold.kit.audit.Audit;
import io.leasehold.kit.caller.Caller;
import io.leasehold.kit.problem.ConflictProblem;
import io.leasehold.kit.trace.TraceContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Answers what nodes of one workspace ask for, in the transaction of whoever gathered that. Nodes, the leases that they had
 * and the leases that are new are looked for, locked and written once for all of them; what else an ask comes to, once for
 * each. Rows are locked in the order node, key, lease, as everywhere, and leases from the newest on.
 */
@ApplicationScoped
class LeaseAsks {
    private static final PolicyCheck.Result.Forbidden TOO_MANY =
            new PolicyCheck.Result.Forbidden("leases", "no more leases than it has");

    private final NodeRegistry nodes;
    private final KeyPool pool;
    private final LeaseGrants grants;
    private final Audit audit;
    private final LeaseTimes times;
    private final Clock clock;

    LeaseAsks(NodeRegistry nodes, KeyPool pool, LeaseGrants grants, Audit audit, LeaseConfig config, Clock clock) {
        this.nodes = nodes;
        this.pool = pool;
        this.grants = grants;
        this.audit = audit;
        this.times = LeaseTimes.of(config);
        this.clock = clock;
    }

    /**
     * An ask under way.
     *
     * @param node is in, and locked
     * @param pinned keys that stay as they are to the end of the transaction
     * @param now as finely as it is kept, so that who asks now and who looks later are told the same
     */
    private record Asking(Handle handle, Ask ask, Node node, Set<PoolKey> pinned, Instant now) {
        Caller caller() {
            return ask.caller();
        }

        UUID workspaceId() {
            return node.workspaceId();
        }
    }

    /** What an ask comes to. */
    private sealed interface Step {
        record Answered(AskAnswer answer) implements Step {}

        /** A new gateway lease, for which a key is yet to be chosen. */
        record Fresh(Asking asking, AskCommand command, KeyWish wish) implements Step {}
    }

    /**
     * @param asks of one workspace; one at least
     * @return an answer to each, in their order
     */
    List<AskAnswer> answer(Handle handle, List<Ask> asks) {
        IdentityHashMap<Ask, AskAnswer> answers = new IdentityHashMap<>();
        Set<PoolKey> pinned = new HashSet<>();
        List<Ask> left = asks;
        while (!left.isEmpty()) {
            // What a node asks for next may be what it is given now.
            Set<NodeIdentity> asking = new HashSet<>();
            List<Ask> round = left.stream()
                    .filter(ask -> asking.add(NodeIdentity.of(ask.caller())))
                    .toList();
            answerRound(handle, round, pinned, answers);
            left = left.stream().filter(ask -> !answers.containsKey(ask)).toList();
        }
        return asks.stream().map(answers::get).toList();
    }

    private void answerRound(
            Handle handle, List<Ask> asks, Set<PoolKey> pinned, IdentityHashMap<Ask, AskAnswer> answers) {
        List<Asking> admitted = admit(handle, asks, pinned, answers);
        List<Step.Fresh> fresh = new ArrayList<>();
        for (Decision decision : decisions(handle, admitted)) {
            Ask ask = decision.asking().ask();
            TraceContext.within(ask.traceParent(), () -> {
                switch (step(decision)) {
                    case Step.Answered(AskAnswer answer) -> answers.put(ask, answer);
                    case Step.Fresh begun -> fresh.add(begun);
                }
            });
        }
        give(handle, fresh, answers);
    }

    private void give(Handle handle, List<Step.Fresh> fresh, IdentityHashMap<Ask, AskAnswer> answers) {
        List<NewLease> leases = new ArrayList<>();
        fresh.stream()
                .collect(Collectors.groupingBy(each -> each.command().provider()))
                .forEach((provider, some) -> {
                    List<Outcome> outcomes = chooseAll(handle, provider, some);
                    for (int i = 0; i < some.size(); i++) {
                        Asking asking = some.get(i).asking();
                        switch (outcomes.get(i)) {
                            case Outcome.Chosen(PoolKey key) ->
                                leases.add(new NewLease(
                                        asking.ask(),
                                        asking.node(),
                                        key,
                                        some.get(i).command()));
                            case Outcome.Empty(PoolEmptyReason reason) ->
                                TraceContext.within(
                                        asking.ask().traceParent(),
                                        () -> answers.put(asking.ask(), poolEmpty(asking, provider, reason)));
                        }
                    }
                });
        if (!leases.isEmpty()) {
            List<Granted> given =
                    grants.giveAll(handle, leases, fresh.getFirst().asking().now());
            for (int i = 0; i < given.size(); i++) {
                answers.put(leases.get(i).ask(), new AskAnswer.Given(given.get(i)));
            }
        }
    }

    private List<Outcome> chooseAll(Handle handle, String provider, List<Step.Fresh> some) {
        Asking first = some.getFirst().asking();
        List<KeyWish> wishes = some.stream().map(Step.Fresh::wish).toList();
        return pool.chooseAll(handle, first.workspaceId(), provider, wishes, first.pinned(), first.now());
    }

    /** Those whose nodes are in; the others are answered. */
    private List<Asking> admit(
            Handle handle, List<Ask> asks, Set<PoolKey> pinned, IdentityHashMap<Ask, AskAnswer> answers) {
        List<Admission> admissions = nodes.admitAll(
                handle,
                asks.getFirst().caller().workspaceId(),
                asks.stream().map(Ask::caller).toList());
        // Once they are locked, and enrolled where they are new.
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<Asking> admitted = new ArrayList<>();
        for (int i = 0; i < asks.size(); i++) {
            Ask ask = asks.get(i);
            switch (admissions.get(i)) {
                case Admission.In(Node node) -> admitted.add(new Asking(handle, ask, node, pinned, now));
                case Admission.Refused(Node node, AdmissionRefusal reason) -> {
                    if (node != null) {
                        TraceContext.within(
                                ask.traceParent(),
                                () -> recordRefusal(
                                        new Asking(handle, ask, node, pinned, now),
                                        ask.command().provider(),
                                        reason.wireName()));
                    }
                    answers.put(ask, new AskAnswer.Refused(new NodeNotAdmittedProblem(reason)));
                }
            }
        }
        return admitted;
    }

    /**
     * What an ask is decided by.
     *
     * @param last the lease that its node has or had for the same purpose; null where there is none or another one is wanted
     */
    private record Decision(
            Asking asking,
            PolicyCheck.Result policy,
            @Nullable Known last) {
        /** Leases that are gone on with come first and in the order in which others lock them. */
        static final Comparator<Decision> ORDER = Comparator.comparing(
                decision -> decision.last() == null ? null : decision.last().leaseId(),
                Comparator.nullsLast(
                        Comparator.<UUID, String>comparing(UUID::toString).reversed()));
    }

    private static List<Decision> decisions(Handle handle, List<Asking> admitted) {
        List<PolicyCheck.Result> policies = admitted.stream()
                .map(asking ->
                        PolicyCheck.check(asking.ask().command(), asking.node().policy()))
                .toList();
        List<Purpose> purposes = new ArrayList<>();
        for (int i = 0; i < admitted.size(); i++) {
            Asking asking = admitted.get(i);
            if (asking.ask().before() == null
                    && policies.get(i) instanceof PolicyCheck.Result.Allowed(AskCommand command)
                    && !command.additional()) {
                purposes.add(command.purpose(i, asking.node().nodeId()));
            }
        }
        if (admitted.isEmpty()) {
            return List.of();
        }
        Asking first = admitted.getFirst();
        Map<Integer, Known> last = LeaseStore.findLast(handle, first.workspaceId(), purposes, first.now());
        List<Decision> decisions = new ArrayList<>();
        for (int i = 0; i < admitted.size(); i++) {
            decisions.add(new Decision(admitted.get(i), policies.get(i), last.get(i)));
        }
        decisions.sort(Decision.ORDER);
        return decisions;
    }

    private Step step(Decision decision) {
        Asking asking = decision.asking();
        UUID before = asking.ask().before();
        if (before != null) {
            return new Step.Answered(answerAgain(asking, before));
        }
        return switch (decision.policy()) {
            case PolicyCheck.Result.Forbidden forbidden -> forbidden(asking, forbidden);
            case PolicyCheck.Result.Allowed(AskCommand command) -> goOnOrBegin(asking, command, decision.last());
        };
    }

    private Step goOnOrBegin(Asking asking, AskCommand command, @Nullable Known last) {
        Optional<Lease> standing = Optional.ofNullable(last)
                .filter(Known::usable)
                .flatMap(lease -> LeaseStore.find(asking.handle(), asking.workspaceId(), lease.leaseId()))
                .filter(lease -> !times.wornOut(lease, asking.now()));
        return standing.flatMap(lease -> activeKey(asking.handle(), lease)
                        .flatMap(key -> grants.giveAgain(asking.handle(), asking.caller(), lease, key, asking.now())))
                .map(LeaseAsks::given)
                .orElseGet(() ->
                        withKeyOfChoice(asking, command, standing.orElse(null), last == null ? null : last.keyId()));
    }

    private Step forbidden(Asking asking, PolicyCheck.Result.Forbidden why) {
        recordRefusal(asking, asking.ask().command().provider(), "policy: " + why.reason());
        return refused(new AskAnswer.Refused(why.problem()));
    }

    /** What the first attempt got, with a token that works; another lease would be a second effect. */
    private AskAnswer answerAgain(Asking asking, UUID leaseId) {
        Handle handle = asking.handle();
        Lease lease = LeaseStore.find(handle, asking.workspaceId(), leaseId)
                .flatMap(found -> found.usable(asking.now()))
                .map(UsableLease::lease)
                .orElseThrow(() -> hasEnded(leaseId));
        Optional<PoolKey> active = activeKey(handle, lease);
        if (active.isPresent()) {
            return again(grants.giveAgain(handle, asking.caller(), lease, active.get(), asking.now()), leaseId);
        }
        if (lease.mode() == LeaseMode.DIRECT) {
            return poolEmpty(
                    asking,
                    lease.provider(),
                    isStopped(handle, lease) ? PoolEmptyReason.DIRECT_STOPPED : PoolEmptyReason.DISABLED);
        }
        return switch (choose(asking, lease.provider(), lease.wish())) {
            case Outcome.Empty(PoolEmptyReason reason) -> poolEmpty(asking, lease.provider(), reason);
            case Outcome.Chosen(PoolKey key) ->
                again(grants.giveWith(handle, asking.caller(), lease, key, asking.now()), leaseId);
        };
    }

    private static AskAnswer again(Optional<Granted> granted, UUID leaseId) {
        return new AskAnswer.Given(granted.orElseThrow(() -> hasEnded(leaseId)));
    }

    private static ConflictProblem hasEnded(UUID leaseId) {
        return new ConflictProblem(
                ProblemType.WRONG_STATE,
                "Lease '" + leaseId + "', which this Idempotency-Key got, has ended. Ask anew with another one.");
    }

    private Step withKeyOfChoice(Asking asking, AskCommand command, @Nullable Lease standing, @Nullable UUID lastKey) {
        if (standing == null && hasAllItMay(asking)) {
            return forbidden(asking, TOO_MANY);
        }
        boolean isDirect = command.mode() == LeaseMode.DIRECT;
        KeyWish wish = new KeyWish(command.models(), command.tags(), isDirect, lastKey);
        if (standing == null && !isDirect) {
            return new Step.Fresh(asking, command, wish);
        }
        return switch (choose(asking, command.provider(), wish)) {
            case Outcome.Empty(PoolEmptyReason reason) -> refused(poolEmpty(asking, command.provider(), reason));
            case Outcome.Chosen(PoolKey key) when isDirect -> giveDirect(asking, key, command, standing);
            case Outcome.Chosen(PoolKey key) ->
                grants.giveWith(asking.handle(), asking.caller(), Objects.requireNonNull(standing), key, asking.now())
                        .map(LeaseAsks::given)
                        .orElseGet(() -> new Step.Fresh(asking, command, wish));
        };
    }

    /** A direct lease has one key for its whole life, so one whose key went out of use makes room for another. */
    private Step giveDirect(Asking asking, PoolKey key, AskCommand command, @Nullable Lease standing) {
        DirectGrant grant =
                grants.giveDirect(asking.handle(), asking.caller(), asking.node(), key, command, asking.now());
        return switch (grant) {
            case DirectGrant.Refused(LimitReachedProblem why) -> {
                recordRefusal(asking, command.provider(), "limit: " + why.scope());
                yield refused(new AskAnswer.Refused(why));
            }
            case DirectGrant.Given(Granted granted) -> {
                if (standing != null) {
                    grants.replace(asking.handle(), standing, asking.now());
                }
                yield given(granted);
            }
        };
    }

    private Outcome choose(Asking asking, String provider, KeyWish wish) {
        return pool.choose(asking.handle(), asking.workspaceId(), provider, wish, asking.pinned(), asking.now());
    }

    private static boolean hasAllItMay(Asking asking) {
        NodePolicy policy = asking.node().policy();
        Integer most = policy == null ? null : policy.maxLeases();
        return most != null
                && LeaseStore.countUsableOfNode(
                                asking.handle(),
                                asking.workspaceId(),
                                asking.node().nodeId(),
                                asking.now())
                        >= most;
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

    private static Step given(Granted granted) {
        return new Step.Answered(new AskAnswer.Given(granted));
    }

    private static Step refused(AskAnswer refusal) {
        return new Step.Answered(refusal);
    }

    private AskAnswer poolEmpty(Asking asking, String provider, PoolEmptyReason reason) {
        recordRefusal(asking, provider, reason.wireName());
        return new AskAnswer.Refused(new PoolEmptyProblem(provider, reason));
    }

    private void recordRefusal(Asking asking, String provider, String reason) {
        audit.recordRefused(
                asking.handle(),
                asking.caller(),
                asking.caller().workspaceId(),
                "lease.grant",
                "node",
                asking.node().nodeId(),
                Map.of("provider", provider, "reason", reason));
    }
}
