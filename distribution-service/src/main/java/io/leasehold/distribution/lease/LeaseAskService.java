package io.leasehold.distribution.lease;

import io.leasehold.distribution.key.KeyChoice.Outcome;
import io.leasehold.distribution.key.PoolEmptyReason;
import io.leasehold.distribution.key.PoolKey;
import io.leasehold.distribution.key.PoolKeyStore;
import io.leasehold.distribution.node.Node;
import io.leasehold.distribution.node.NodeRegistry;
import io.leasehold.kit.audit.Audit;
import io.leasehold.kit.caller.Caller;
import io.leasehold.kit.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Finds a lease for a node: the one it has, or a new one. Rows are locked in the order node, key, lease, as everywhere. */
@ApplicationScoped
class LeaseAskService {
    private final Database database;
    private final NodeRegistry nodes;
    private final KeyPool pool;
    private final LeaseGrants grants;
    private final Audit audit;
    private final Clock clock;

    LeaseAskService(Database database, NodeRegistry nodes, KeyPool pool, LeaseGrants grants, Audit audit, Clock clock) {
        this.database = database;
        this.nodes = nodes;
        this.pool = pool;
        this.grants = grants;
        this.audit = audit;
        this.clock = clock;
    }

    /** What came of it; a refusal is kept too, so it must not undo the transaction. */
    private sealed interface Answer {
        record Given(Granted granted) implements Answer {}

        record Refused(PoolEmptyReason reason) implements Answer {}
    }

    /** @throws PoolEmptyProblem when no key can be leased; that is recorded */
    Granted ask(Caller caller, AskCommand command) {
        Answer answer = database.inWorkspace(caller.workspaceId(), handle -> answer(handle, caller, command));
        return switch (answer) {
            case Answer.Given(Granted granted) -> granted;
            case Answer.Refused(PoolEmptyReason reason) -> throw new PoolEmptyProblem(command.provider(), reason);
        };
    }

    private Answer answer(Handle handle, Caller caller, AskCommand command) {
        Node node = nodes.admit(handle, caller);
        Instant now = clock.instant();
        Optional<Lease> standing = command.additional() ? Optional.empty() : findStanding(handle, node, command, now);
        return standing.filter(lease -> keyIsActive(handle, lease))
                .flatMap(lease -> grants.giveAgain(handle, caller, lease, now))
                .<Answer>map(Answer.Given::new)
                .orElseGet(() -> withKeyOfChoice(handle, caller, node, command, standing.orElse(null), now));
    }

    private Answer withKeyOfChoice(
            Handle handle, Caller caller, Node node, AskCommand command, @Nullable Lease standing, Instant now) {
        return switch (pool.choose(handle, caller.workspaceId(), command.provider(), command.models(), now)) {
            case Outcome.Empty(PoolEmptyReason reason) -> {
                recordRefusal(handle, caller, node, command, reason);
                yield new Answer.Refused(reason);
            }
            case Outcome.Chosen(PoolKey key) ->
                new Answer.Given(Optional.ofNullable(standing)
                        .flatMap(lease -> grants.giveAgain(handle, caller, lease, key, now))
                        .orElseGet(() -> grants.give(handle, caller, node, key, command, now)));
        };
    }

    private static Optional<Lease> findStanding(Handle handle, Node node, AskCommand command, Instant now) {
        return LeaseStore.findStanding(
                handle, node.workspaceId(), node.nodeId(), command.provider(), command.domain(), command.user(), now);
    }

    private static boolean keyIsActive(Handle handle, Lease lease) {
        return PoolKeyStore.find(handle, lease.workspaceId(), lease.keyId())
                .filter(PoolKey::leasable)
                .isPresent();
    }

    private void recordRefusal(Handle handle, Caller caller, Node node, AskCommand command, PoolEmptyReason reason) {
        audit.recordRefused(
                handle,
                caller,
                caller.workspaceId(),
                "lease.grant",
                "node",
                node.nodeId(),
                Map.of("provider", command.provider(), "reason", reason.name().toLowerCase(Locale.ROOT)));
    }
}
