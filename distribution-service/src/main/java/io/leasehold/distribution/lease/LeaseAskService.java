package io.leasehold.distribution.lease;

import io.leasehold.contracts.LeaseMode;
import io.leasehold.contracts.LeaseState;
import io.leasehold.contracts.LeaseToken;
import io.leasehold.contracts.event.EventType;
import io.leasehold.distribution.key.KeyChoice.Outcome;
import io.leasehold.distribution.key.PoolEmptyReason;
import io.leasehold.distribution.key.PoolKey;
import io.leasehold.distribution.key.PoolKeyStore;
import io.leasehold.distribution.node.Node;
import io.leasehold.distribution.node.NodeRegistry;
import io.leasehold.kit.audit.Audit;
import io.leasehold.kit.caller.Caller;
import io.leasehold.kit.database.Database;
import io.leasehold.kit.id.Ids;
import io.leasehold.kit.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Gives a node a lease: the one it has, or a new one. Rows are locked in the order node, key, lease, as everywhere here.
 */
@ApplicationScoped
class LeaseAskService {
    private final Database database;
    private final NodeRegistry nodes;
    private final KeyPool pool;
    private final LeaseJournal journal;
    private final Outbox outbox;
    private final Audit audit;
    private final LeaseTimes times;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    LeaseAskService(
            Database database,
            NodeRegistry nodes,
            KeyPool pool,
            LeaseJournal journal,
            Outbox outbox,
            Audit audit,
            LeaseConfig config,
            Clock clock) {
        this.database = database;
        this.nodes = nodes;
        this.pool = pool;
        this.journal = journal;
        this.outbox = outbox;
        this.audit = audit;
        this.times = new LeaseTimes(config.defaultTtl(), config.maxTtl());
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
        if (standing.isPresent() && keyIsActive(handle, standing.get())) {
            Optional<Granted> again = giveAgain(handle, caller, standing.get(), Optional.empty(), now);
            if (again.isPresent()) {
                return new Answer.Given(again.get());
            }
        }
        return switch (pool.choose(handle, caller.workspaceId(), command.provider(), command.models(), now)) {
            case Outcome.Empty(PoolEmptyReason reason) -> {
                refuse(handle, caller, node, command, reason);
                yield new Answer.Refused(reason);
            }
            case Outcome.Chosen(PoolKey key) ->
                new Answer.Given(standing.flatMap(lease -> giveAgain(handle, caller, lease, Optional.of(key), now))
                        .orElseGet(() -> give(handle, caller, node, key, command, now)));
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

    /** @return empty when the lease ended a moment ago */
    private Optional<Granted> giveAgain(
            Handle handle, Caller caller, Lease standing, Optional<PoolKey> otherKey, Instant now) {
        return LeaseStore.lock(handle, standing.workspaceId(), standing.leaseId())
                .flatMap(lease -> lease.usable(now))
                .map(usable -> {
                    LeaseToken token = LeaseToken.mint(random);
                    List<String> hashes =
                            LeaseTokenStore.add(handle, standing.workspaceId(), standing.leaseId(), token);
                    Lease moved = otherKey.map(usable::moveTo).orElse(usable.lease());
                    Lease lease =
                            journal.write(handle, EventType.LEASE_RENEWED, new UsableLease(moved).withTokens(hashes));
                    record(handle, caller, "lease.token", lease);
                    return new Granted(lease, token, false);
                });
    }

    private Granted give(Handle handle, Caller caller, Node node, PoolKey key, AskCommand command, Instant now) {
        LeaseToken token = LeaseToken.mint(random);
        Lease lease = newLease(node, key, command, token, now);
        LeaseStore.insert(handle, lease);
        LeaseTokenStore.add(handle, lease.workspaceId(), lease.leaseId(), token);
        outbox.append(handle, EventType.LEASE_GRANTED, lease.toView());
        record(handle, caller, "lease.grant", lease);
        return new Granted(lease, token, true);
    }

    private Lease newLease(Node node, PoolKey key, AskCommand command, LeaseToken token, Instant now) {
        UUID id = Ids.next();
        return new Lease(
                node.workspaceId(),
                id,
                node.nodeId(),
                node.name(),
                command.provider(),
                LeaseMode.GATEWAY,
                LeaseState.ACTIVE,
                key.keyId(),
                key.name(),
                command.domain(),
                command.user(),
                command.models(),
                command.label(),
                command.spendLimit(),
                List.of(token.sha256()),
                now,
                times.expiry(command.ttl(), now),
                null,
                null,
                null,
                1);
    }

    private void refuse(Handle handle, Caller caller, Node node, AskCommand command, PoolEmptyReason reason) {
        audit.recordRefused(
                handle,
                caller,
                caller.workspaceId(),
                "lease.grant",
                "node",
                node.nodeId(),
                Map.of("provider", command.provider(), "reason", reason.name().toLowerCase(Locale.ROOT)));
    }

    private void record(Handle handle, Caller caller, String action, Lease lease) {
        audit.record(
                handle,
                caller,
                lease.workspaceId(),
                action,
                "lease",
                lease.leaseId(),
                Map.of("provider", lease.provider(), "key", lease.keyName(), "node", lease.nodeName()));
    }
}
