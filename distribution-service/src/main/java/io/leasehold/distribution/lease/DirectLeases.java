package io.leasehold.distribution.lease;

import io.leasehold.contracts.Scope;
import io.leasehold.distribution.hold.DirectHolds;
import io.leasehold.distribution.limit.ScopeKey;
import io.leasehold.kit.audit.Audit;
import io.leasehold.kit.caller.Caller;
import io.leasehold.kit.problem.UnavailableProblem;
import io.leasehold.kit.secret.SecretPath;
import io.leasehold.kit.secret.SecretSource;
import io.leasehold.kit.secret.SecretStoreProblem;
import io.leasehold.kit.workspace.WorkspaceStore;
import io.leasehold.providers.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Provider;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** What is peculiar to leases whose node gets the secret itself: money that is set aside, and secrets that are read. */
@ApplicationScoped
class DirectLeases {
    /** Asked for when it is needed: who has no direct leases needs no secret store. */
    private final Provider<SecretSource> secrets;

    private final Audit audit;

    DirectLeases(Provider<SecretSource> secrets, Audit audit) {
        this.secrets = secrets;
        this.audit = audit;
    }

    /**
     * Sets the lease's whole limit aside until its end.
     *
     * @return where there is too little left; the transaction must be rolled back to where it was before, then
     */
    Optional<LimitReachedProblem> hold(Handle handle, Lease lease, Instant now) {
        BigDecimal amount = Objects.requireNonNull(lease.spendLimit(), "a direct lease has a limit");
        Optional<DirectHolds.Shortfall> shortfall = DirectHolds.take(
                handle, lease.workspaceId(), lease.leaseId(), scopes(handle, lease), amount, now, lease.expiresAt());
        if (shortfall.isEmpty()) {
            LeaseStore.noteHeld(handle, lease, true);
        }
        return shortfall.map(missing -> new LimitReachedProblem(amount, missing));
    }

    /** What a lease counts for beside itself. */
    private static List<ScopeKey> scopes(Handle handle, Lease lease) {
        List<ScopeKey> scopes = new ArrayList<>();
        scopes.add(scope(lease, Scope.KEY, lease.keyId().toString()));
        scopes.add(scope(lease, Scope.NODE, lease.nodeId().toString()));
        scopes.add(scope(lease, Scope.WORKSPACE, lease.workspaceId().toString()));
        String domain = lease.domain();
        if (domain != null) {
            scopes.add(scope(lease, Scope.DOMAIN, domainId(handle, lease, domain)));
        }
        String user = lease.userName();
        if (user != null) {
            scopes.add(scope(lease, Scope.USER, user));
        }
        return scopes;
    }

    /** Its name where the workspace has not registered it, as with requests. */
    private static String domainId(Handle handle, Lease lease, String name) {
        return WorkspaceStore.find(handle, lease.workspaceId()).stream()
                .flatMap(workspace -> workspace.domains().stream())
                .filter(domain -> domain.name().equals(name))
                .map(domain -> domain.domainId().toString())
                .findFirst()
                .orElse(name);
    }

    private static ScopeKey scope(Lease lease, Scope scope, String id) {
        return new ScopeKey(lease.workspaceId(), scope, id);
    }

    /** Notes, before it is read, that a node is given the secret of its lease's key. */
    void recordReading(Handle handle, Caller caller, Lease lease) {
        audit.record(
                handle,
                caller,
                lease.workspaceId(),
                "secret.read",
                "key",
                lease.keyId(),
                Map.of(
                        "secret_version",
                        Integer.toString(version(lease)),
                        "purpose",
                        "direct lease",
                        "lease",
                        lease.leaseId().toString()));
    }

    /** Exactly the version that the lease names; blocks, and so is not for a transaction. */
    Secret read(Lease lease) {
        try {
            return secrets.get().read(SecretPath.ofKey(lease.workspaceId(), lease.keyId()), version(lease));
        } catch (SecretStoreProblem problem) {
            if (problem.reason().isOutage()) {
                throw problem;
            }
            // It was rotated a moment ago: whoever asks again gets the version after it.
            throw new UnavailableProblem("the secret of key '" + lease.keyName() + "'", problem);
        }
    }

    private static int version(Lease lease) {
        return Objects.requireNonNull(lease.secretVersion(), "a direct lease names a version");
    }
}
