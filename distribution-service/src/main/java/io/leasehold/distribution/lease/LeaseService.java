package io.leasehold.distribution.lease;

import io.leasehold.contracts.LeaseMode;
import io.leasehold.contracts.ProblemType;
import io.leasehold.contracts.event.EventType;
import io.leasehold.contracts.event.LeaseView;
import io.leasehold.distribution.direct.DirectUseStore;
import io.leasehold.distribution.key.PoolEmptyReason;
import io.leasehold.distribution.node.Node;
import io.leasehold.distribution.node.NodeRegistry;
import io.leasehold.kit.audit.Audit;
import io.leasehold.kit.caller.Caller;
import io.leasehold.kit.caller.Role;
import io.leasehold.kit.database.Database;
import io.leasehold.kit.page.Page;
import io.leasehold.kit.page.PageRequest;
import io.leasehold.kit.problem.ConflictProblem;
import io.leasehold.kit.problem.InvalidRequestProblem;
import io.leasehold.kit.problem.NotFoundProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What becomes of leases once they are given. */
@ApplicationScoped
public class LeaseService {
    private final Database database;
    private final NodeRegistry nodes;
    private final LeaseJournal journal;
    private final DirectLeases direct;
    private final Audit audit;
    private final LeaseTimes times;
    private final Clock clock;

    LeaseService(
            Database database,
            NodeRegistry nodes,
            LeaseJournal journal,
            DirectLeases direct,
            Audit audit,
            LeaseConfig config,
            Clock clock) {
        this.database = database;
        this.nodes = nodes;
        this.journal = journal;
        this.direct = direct;
        this.audit = audit;
        this.times = LeaseTimes.of(config);
        this.clock = clock;
    }

    /** Whose role is for some domains only sees the leases for those. */
    Page<Lease> list(Caller caller, LeaseFilter filter, PageRequest page) {
        return database.inWorkspace(
                caller.workspaceId(),
                handle -> Page.of(
                        LeaseStore.list(handle, caller, filter, page),
                        page,
                        lease -> lease.leaseId().toString()));
    }

    /** Who held what at a time, with the keys that leases had then. */
    Page<Lease> listHeld(Caller caller, LeaseFilter filter, Instant at, PageRequest page) {
        if (filter.state() != null) {
            throw new InvalidRequestProblem("state", "is how a lease is now; leave it out, or at");
        }
        return database.inWorkspace(
                caller.workspaceId(),
                handle -> Page.of(
                        LeaseHistoryStore.listHeld(handle, caller, filter, at, page),
                        page,
                        lease -> lease.leaseId().toString()));
    }

    /** People see every lease of their workspace, or of their domains; a node sees its own. */
    public Lease get(Caller caller, UUID leaseId) {
        return database.inWorkspace(
                        caller.workspaceId(),
                        handle -> LeaseStore.find(handle, caller.workspaceId(), leaseId)
                                .filter(lease -> sees(handle, caller, lease)))
                .orElseThrow(() -> unknown(leaseId));
    }

    private boolean sees(Handle handle, Caller caller, Lease lease) {
        String domain = lease.domain();
        if (!caller.seesAll()) {
            return domain != null && caller.sees(domain);
        }
        return caller.role() != Role.NODE || isOwn(handle, caller, lease);
    }

    /** Who comes with a token, whichever workspace that is in. */
    Lease getByTokenHash(String hash) {
        return database.asSystem(handle -> LeaseStore.findByTokenHash(handle, hash))
                .orElseThrow(() -> new NotFoundProblem("lease with token hash", hash));
    }

    /**
     * @param ttl null for the usual time
     * @throws LimitReachedProblem when a direct lease's limit can't be set aside for that long
     * @throws PoolEmptyProblem when a direct lease's key has nearly reached a limit; another ask may get another key
     */
    public Lease renew(Caller caller, UUID leaseId, @Nullable Duration ttl) {
        return database.inWorkspace(caller.workspaceId(), handle -> {
            Instant now = clock.instant();
            UsableLease usable = lockOwn(handle, caller, leaseId).usable(now).orElseThrow(() -> ended(leaseId));
            Lease renewed = usable.renew(now, until(handle, usable.lease(), ttl, now));
            if (renewed.mode() == LeaseMode.DIRECT) {
                if (DirectUseStore.isStopped(handle, renewed.workspaceId(), renewed.keyId())) {
                    throw new PoolEmptyProblem(renewed.provider(), PoolEmptyReason.DIRECT_STOPPED);
                }
                direct.hold(handle, renewed, now).ifPresent(reached -> {
                    throw reached;
                });
            }
            record(handle, caller, "lease.renew", renewed, Map.of());
            return journal.write(handle, EventType.LEASE_RENEWED, renewed);
        });
    }

    private Instant until(Handle handle, Lease lease, @Nullable Duration ttl, Instant now) {
        return Endless.shallBe(handle, lease.workspaceId(), lease.mode(), ttl)
                ? LeaseView.NEVER
                : times.renewal(lease, ttl, now);
    }

    /** A lease that has ended already is left as it is: the node wanted to be rid of it. */
    public Lease release(Caller caller, UUID leaseId) {
        return database.inWorkspace(caller.workspaceId(), handle -> {
            Lease lease = lockOwn(handle, caller, leaseId);
            Instant now = clock.instant();
            Optional<Lease> released = lease.usable(now)
                    .map(usable -> usable.release(now, caller.role() == Role.NODE ? "its node" : caller.name()));
            released.ifPresent(ended -> {
                record(handle, caller, "lease.release", ended, Map.of());
                journal.write(handle, EventType.LEASE_RELEASED, ended);
            });
            return released.orElse(lease);
        });
    }

    /** A lease that has ended already is left as it is. */
    public Lease revoke(Caller caller, UUID leaseId, String reason) {
        return database.inWorkspace(caller.workspaceId(), handle -> {
            Lease lease = LeaseStore.lock(handle, caller.workspaceId(), leaseId).orElseThrow(() -> unknown(leaseId));
            Instant now = clock.instant();
            Optional<Lease> revoked = lease.usable(now).map(usable -> usable.revoke(now, reason));
            revoked.ifPresent(ended -> {
                record(handle, caller, "lease.revoke", ended, Map.of("reason", reason));
                journal.write(handle, EventType.LEASE_REVOKED, ended);
            });
            return revoked.orElse(lease);
        });
    }

    /** A node may do with its own leases what people may do with all of their workspace. */
    private Lease lockOwn(Handle handle, Caller caller, UUID leaseId) {
        return LeaseStore.lock(handle, caller.workspaceId(), leaseId)
                .filter(lease -> caller.role() != Role.NODE || isOwn(handle, caller, lease))
                .orElseThrow(() -> unknown(leaseId));
    }

    private boolean isOwn(Handle handle, Caller caller, Lease lease) {
        return nodes.find(handle, caller)
                .map(Node::nodeId)
                .filter(lease.nodeId()::equals)
                .isPresent();
    }

    private void record(Handle handle, Caller caller, String action, Lease lease, Map<String, String> details) {
        audit.record(handle, caller, lease.workspaceId(), action, "lease", lease.leaseId(), details);
    }

    private static NotFoundProblem unknown(UUID leaseId) {
        return new NotFoundProblem("lease", leaseId);
    }

    private static ConflictProblem ended(UUID leaseId) {
        return new ConflictProblem(
                ProblemType.WRONG_STATE,
                "Lease '" + leaseId + "' has ended. Ask for a new one with POST /api/v1/leases.");
    }
}
