package io.leasehold.distribution.lease;

import io.leasehold.contracts.LeaseMode;
import io.leasehold.contracts.LeaseState;
import io.leasehold.contracts.OpaqueToken;
import io.leasehold.contracts.TokenKind;
import io.leasehold.contracts.event.EventType;
import io.leasehold.contracts.event.LeaseView;
import io.leasehold.distribution.key.PoolKey;
import io.leasehold.distribution.node.Node;
import io.leasehold.kit.audit.Audit;
import io.leasehold.kit.caller.Caller;
import io.leasehold.kit.id.Ids;
import io.leasehold.kit.outbox.Outbox;
import io.leasehold.kit.outbox.OutgoingEvent;
import io.leasehold.kit.trace.TraceContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Gives leases away, each with a token of its own, in the transaction of whoever decided that. */
@ApplicationScoped
class LeaseGrants {
    private static final String BEFORE_GRANT = "before_grant";

    private final LeaseJournal journal;
    private final DirectLeases direct;
    private final Outbox outbox;
    private final Audit audit;
    private final LeaseTimes times;
    private final SecureRandom random = new SecureRandom();

    LeaseGrants(LeaseJournal journal, DirectLeases direct, Outbox outbox, Audit audit, LeaseConfig config) {
        this.journal = journal;
        this.direct = direct;
        this.outbox = outbox;
        this.audit = audit;
        this.times = LeaseTimes.of(config);
    }

    /** A gateway lease that is to be given. */
    record NewLease(Ask ask, Node node, PoolKey key, AskCommand command) {}

    /** Gateway leases of one workspace, each with a token, in their order and in one go. */
    List<Granted> giveAll(Handle handle, List<NewLease> wanted, Instant now) {
        Instant unasked = endUnasked(handle, wanted, now);
        List<Granted> given = wanted.stream()
                .map(each -> withToken(
                        each,
                        now,
                        each.command().ttl() == null
                                ? unasked
                                : times.expiry(each.command().ttl(), now)))
                .toList();
        LeaseStore.insertAll(handle, given.stream().map(Granted::lease).toList());
        List<OutgoingEvent> events = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            Ask ask = wanted.get(i).ask();
            Lease lease = given.get(i).lease();
            TraceContext.within(ask.traceParent(), () -> events.addAll(grant(ask.caller(), lease)));
        }
        outbox.appendAll(handle, events);
        return given;
    }

    /** When those of a workspace end whose nodes don't say how long they need them. */
    private Instant endUnasked(Handle handle, List<NewLease> wanted, Instant now) {
        boolean endless = wanted.stream().anyMatch(each -> each.command().ttl() == null)
                && Endless.shallBe(handle, wanted.getFirst().node().workspaceId(), LeaseMode.GATEWAY, null);
        return endless ? LeaseView.NEVER : times.expiry(null, now);
    }

    private Granted withToken(NewLease wanted, Instant now, Instant end) {
        OpaqueToken token = TokenKind.LEASE.mint(random);
        Lease lease = newLease(wanted.node(), wanted.key(), wanted.command(), List.of(token.sha256()), null, now, end);
        return new Granted(lease, token, null, true);
    }

    /** What came of asking for a direct lease. */
    sealed interface DirectGrant {
        record Given(Granted granted) implements DirectGrant {}

        /** Nothing was changed. */
        record Refused(LimitReachedProblem why) implements DirectGrant {}
    }

    /** A direct lease, whose secret is yet to be read, with its whole limit set aside. */
    DirectGrant giveDirect(Handle handle, Caller caller, Node node, PoolKey key, AskCommand command, Instant now) {
        handle.savepoint(BEFORE_GRANT);
        Instant end = times.expiry(command.ttl(), now);
        Lease lease = newLease(node, key, command, List.of(), key.secretVersion(), now, end);
        LeaseStore.insertAll(handle, List.of(lease));
        Optional<LimitReachedProblem> refused = direct.hold(handle, lease, now);
        if (refused.isPresent()) {
            handle.rollbackToSavepoint(BEFORE_GRANT);
            return new DirectGrant.Refused(refused.get());
        }
        outbox.appendAll(handle, grant(caller, lease));
        direct.recordReading(handle, caller, lease);
        return new DirectGrant.Given(new Granted(lease, null, null, true));
    }

    /** With the key that it has. @return empty when the lease ended a moment ago */
    Optional<Granted> giveAgain(Handle handle, Caller caller, Lease standing, PoolKey key, Instant now) {
        return LeaseStore.lock(handle, standing.workspaceId(), standing.leaseId())
                .flatMap(lease -> lease.usable(now))
                .map(usable -> usable.lease().mode() == LeaseMode.DIRECT
                        ? deliver(handle, caller, usable, key)
                        : addToken(handle, caller, usable));
    }

    /** A gateway lease, with another key. @return empty when the lease ended a moment ago */
    Optional<Granted> giveWith(Handle handle, Caller caller, Lease standing, PoolKey key, Instant now) {
        return LeaseStore.lock(handle, standing.workspaceId(), standing.leaseId())
                .flatMap(lease -> lease.usable(now))
                .map(usable -> addToken(handle, caller, new UsableLease(usable.moveTo(key, now))));
    }

    /** Ends a direct lease that another one takes the place of. */
    void replace(Handle handle, Lease standing, Instant now) {
        LeaseStore.lock(handle, standing.workspaceId(), standing.leaseId())
                .flatMap(lease -> lease.usable(now))
                .ifPresent(usable -> {
                    String why = "key '" + usable.lease().keyName() + "' went out of use";
                    audit.recordOwn(
                            handle,
                            standing.workspaceId(),
                            "lease.revoke",
                            "lease",
                            standing.leaseId(),
                            Map.of("reason", why));
                    journal.write(handle, EventType.LEASE_REVOKED, usable.revoke(now, why));
                });
    }

    private Granted deliver(Handle handle, Caller caller, UsableLease usable, PoolKey key) {
        Lease lease = journal.write(handle, EventType.LEASE_RENEWED, usable.delivered(key));
        record(handle, caller, "lease.secret", lease);
        direct.recordReading(handle, caller, lease);
        return new Granted(lease, null, null, false);
    }

    private Granted addToken(Handle handle, Caller caller, UsableLease usable) {
        OpaqueToken token = TokenKind.LEASE.mint(random);
        Lease before = usable.lease();
        List<String> hashes = LeaseTokenStore.add(handle, before.workspaceId(), before.leaseId(), token);
        Lease lease = journal.write(handle, EventType.LEASE_RENEWED, usable.withTokens(hashes));
        record(handle, caller, "lease.token", lease);
        return new Granted(lease, token, null, false);
    }

    private Lease newLease(
            Node node,
            PoolKey key,
            AskCommand command,
            List<String> hashes,
            @Nullable Integer secretVersion,
            Instant now,
            Instant end) {
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
                key.secretVersion(),
                key.endpoint(),
                command.domain(),
                command.user(),
                command.models(),
                command.tags(),
                secretVersion,
                command.label(),
                command.spendLimit(),
                command.rates().requestsPerMinute(),
                command.rates().tokensPerMinute(),
                command.rates().concurrentRequests(),
                hashes,
                now,
                end,
                null,
                null,
                null,
                1);
    }

    private List<OutgoingEvent> grant(Caller caller, Lease lease) {
        return List.of(
                new OutgoingEvent(EventType.LEASE_GRANTED, lease.toView()), audited(caller, "lease.grant", lease));
    }

    private void record(Handle handle, Caller caller, String action, Lease lease) {
        outbox.appendAll(handle, List.of(audited(caller, action, lease)));
    }

    private OutgoingEvent audited(Caller caller, String action, Lease lease) {
        return audit.event(
                caller,
                lease.workspaceId(),
                action,
                "lease",
                lease.leaseId(),
                Map.of("provider", lease.provider(), "key", lease.keyName(), "node", lease.nodeName()));
    }
}
