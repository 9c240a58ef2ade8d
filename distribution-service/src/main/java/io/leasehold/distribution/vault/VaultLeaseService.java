package io.leasehold.distribution.vault;

import io.leasehold.distribution.lease.BulkRevocationAnswer;
import io.leasehold.distribution.lease.BulkRevocationService;
import io.leasehold.distribution.lease.LeaseAnswer;
import io.leasehold.distribution.lease.LeaseAnswers;
import io.leasehold.distribution.lease.LeaseFilter;
import io.leasehold.distribution.lease.LeaseService;
import io.leasehold.kit.caller.Caller;
import io.leasehold.kit.caller.Role;
import io.leasehold.kit.database.Database;
import io.leasehold.kit.page.Page;
import io.leasehold.kit.page.PageRequest;
import io.leasehold.kit.problem.NotFoundProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Says in Vault's words what the real services do. */
@ApplicationScoped
class VaultLeaseService {
    private static final int AT_ONCE = 500;
    private static final String REASON = "revoked by vault lease";

    private final LeaseService leases;
    private final BulkRevocationService revocations;
    private final LeaseAnswers answers;
    private final Database database;
    private final Clock clock;

    VaultLeaseService(
            LeaseService leases,
            BulkRevocationService revocations,
            LeaseAnswers answers,
            Database database,
            Clock clock) {
        this.leases = leases;
        this.revocations = revocations;
        this.answers = answers;
        this.database = database;
        this.clock = clock;
    }

    LeaseAnswer lookup(Caller caller, String id) {
        try {
            return answers.of(leases.get(caller, leaseOf(id)));
        } catch (NotFoundProblem unknown) {
            throw VaultProblem.invalidLease();
        }
    }

    /** @param increment in seconds; null or 0 for the usual time */
    LeaseAnswer renew(Caller caller, String id, @Nullable Long increment) {
        Duration ttl = increment == null || increment <= 0 ? null : Duration.ofSeconds(increment);
        try {
            return answers.of(leases.renew(caller, leaseOf(id), ttl));
        } catch (NotFoundProblem unknown) {
            throw VaultProblem.invalidLease();
        }
    }

    /** A node gives its own lease back, people revoke it; what has ended already is left as it is. */
    void revoke(Caller caller, String id) {
        try {
            if (caller.role() == Role.NODE) {
                leases.release(caller, leaseOf(id));
            } else {
                leases.revoke(caller, leaseOf(id), REASON);
            }
        } catch (NotFoundProblem unknown) {
            throw VaultProblem.invalidLease();
        }
    }

    void revokeAll(Caller caller, VaultPrefix prefix) {
        if (prefix.isAll()) {
            throw new VaultProblem("A prefix is needed; all leases of a workspace are not revoked by leaving it out.");
        }
        String node = prefix.node();
        UUID nodeId = node == null
                ? null
                : database.inWorkspace(caller.workspaceId(), handle -> nodeId(handle, caller, node));
        LeaseFilter filter = new LeaseFilter(null, nodeId, null, prefix.provider());
        Page<BulkRevocationAnswer> page;
        String cursor = null;
        do {
            page = revocations.revoke(caller, filter, PageRequest.of(AT_ONCE, cursor), REASON, false);
            cursor = page.nextCursor();
        } while (cursor != null);
    }

    /** What comes next in the names that begin so; what goes on ends with a slash. */
    List<String> list(Caller caller, VaultPrefix prefix) {
        return database.inWorkspace(caller.workspaceId(), handle -> {
            String provider = prefix.provider();
            String node = prefix.node();
            if (provider == null) {
                return folders(VaultLeaseStore.listProviders(handle, caller.workspaceId(), clock.instant()));
            }
            if (node == null) {
                return folders(VaultLeaseStore.listNodes(handle, caller.workspaceId(), provider, clock.instant()));
            }
            return VaultLeaseStore.listLeases(
                    handle, caller.workspaceId(), provider, nodeId(handle, caller, node), clock.instant());
        });
    }

    private static List<String> folders(List<String> names) {
        return names.stream().map(name -> name + "/").toList();
    }

    private static UUID nodeId(Handle handle, Caller caller, String idOrName) {
        return VaultLeaseStore.findNode(handle, caller.workspaceId(), idOrName)
                .orElseThrow(() -> new VaultProblem("There is no node '" + idOrName + "' in this workspace."));
    }

    private static UUID leaseOf(String id) {
        return VaultLeaseId.leaseOf(id).orElseThrow(VaultProblem::invalidLease);
    }
}
