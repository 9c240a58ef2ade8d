package io.leasehold.distribution.lease;

import io.leasehold.contracts.LeaseState;
import io.leasehold.contracts.LeaseToken;
import io.leasehold.contracts.event.EventType;
import io.leasehold.distribution.key.PoolKey;
import io.leasehold.distribution.node.Node;
import io.leasehold.kit.audit.Audit;
import io.leasehold.kit.caller.Caller;
import io.leasehold.kit.id.Ids;
import io.leasehold.kit.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/** Gives leases away, each with a token of its own, in the transaction of whoever decided that. */
@ApplicationScoped
class LeaseGrants {
    private final LeaseJournal journal;
    private final Outbox outbox;
    private final Audit audit;
    private final LeaseTimes times;
    private final SecureRandom random = new SecureRandom();

    LeaseGrants(LeaseJournal journal, Outbox outbox, Audit audit, LeaseConfig config) {
        this.journal = journal;
        this.outbox = outbox;
        this.audit = audit;
        this.times = LeaseTimes.of(config);
    }

    Granted give(Handle handle, Caller caller, Node node, PoolKey key, AskCommand command, Instant now) {
        LeaseToken token = LeaseToken.mint(random);
        Lease lease = newLease(node, key, command, token, now);
        LeaseStore.insert(handle, lease);
        LeaseTokenStore.add(handle, lease.workspaceId(), lease.leaseId(), token);
        outbox.append(handle, EventType.LEASE_GRANTED, lease.toView());
        record(handle, caller, "lease.grant", lease);
        return new Granted(lease, token, true);
    }

    /** @return empty when the lease ended a moment ago */
    Optional<Granted> giveAgain(Handle handle, Caller caller, Lease standing, Instant now) {
        return giveAgain(handle, caller, standing, now, UsableLease::lease);
    }

    /** {@link #giveAgain}, with another key. */
    Optional<Granted> giveAgain(Handle handle, Caller caller, Lease standing, PoolKey key, Instant now) {
        return giveAgain(handle, caller, standing, now, usable -> usable.moveTo(key, now));
    }

    private Optional<Granted> giveAgain(
            Handle handle, Caller caller, Lease standing, Instant now, Function<UsableLease, Lease> change) {
        return LeaseStore.lock(handle, standing.workspaceId(), standing.leaseId())
                .flatMap(lease -> lease.usable(now))
                .map(usable -> addToken(handle, caller, new UsableLease(change.apply(usable))));
    }

    private Granted addToken(Handle handle, Caller caller, UsableLease usable) {
        LeaseToken token = LeaseToken.mint(random);
        Lease before = usable.lease();
        List<String> hashes = LeaseTokenStore.add(handle, before.workspaceId(), before.leaseId(), token);
        Lease lease = journal.write(handle, EventType.LEASE_RENEWED, usable.withTokens(hashes));
        record(handle, caller, "lease.token", lease);
        return new Granted(lease, token, false);
    }

    private Lease newLease(Node node, PoolKey key, AskCommand command, LeaseToken token, Instant now) {
        return new Lease(
                node.workspaceId(),
                Ids.next(),
                node.nodeId(),
                node.name(),
                command.provider(),
                command.mode(),
                LeaseState.ACTIVE,
                key.keyId(),
                key.name(),
                null,
                command.domain(),
                command.user(),
                command.models(),
                command.tags(),
                null,
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
