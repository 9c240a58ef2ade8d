package io.leasehold.gateway.limit;

import io.leasehold.contracts.Period;
import io.leasehold.contracts.Scope;
import io.leasehold.contracts.event.KeyView;
import io.leasehold.contracts.event.LeaseView;
import io.leasehold.gateway.hold.LimitId;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Which limits a request counts towards. Domain and user count as bound by the lease and never by what a client says.
 */
@Singleton
public class ApplicableLimits {
    private final Limits limits;
    private final Domains domains;

    ApplicableLimits(Limits limits, Domains domains) {
        this.limits = limits;
        this.domains = domains;
    }

    /** Whether it can be said which limits apply; not while a domain may be one that could not be read. */
    public boolean areKnown(LeaseView lease) {
        return lease.domain() == null
                || domains.findId(lease.workspaceId(), lease.domain()) != null
                || !domains.mayBeMore(lease.workspaceId());
    }

    /** In the order of scopes; empty where nothing limits. */
    public List<LimitId> of(LeaseView lease, KeyView key) {
        UUID workspaceId = lease.workspaceId();
        List<LimitId> found = new ArrayList<>(4);
        if (lease.spendLimit() != null) {
            found.add(lease(lease));
        }
        found.addAll(limits.find(workspaceId, Scope.KEY, key.keyId()));
        found.addAll(limits.find(workspaceId, Scope.NODE, lease.nodeId()));
        UUID domainId = lease.domain() == null ? null : domains.findId(workspaceId, lease.domain());
        if (domainId != null) {
            found.addAll(limits.find(workspaceId, Scope.DOMAIN, domainId));
        }
        if (lease.user() != null) {
            found.addAll(limits.findOfUser(workspaceId, lease.user()));
        }
        found.addAll(limits.find(workspaceId, Scope.WORKSPACE, workspaceId));
        return found;
    }

    /** A lease's own spend limit. */
    public static LimitId lease(LeaseView lease) {
        return new LimitId(lease.workspaceId(), Scope.LEASE, lease.leaseId().toString(), Period.LEASE);
    }
}
