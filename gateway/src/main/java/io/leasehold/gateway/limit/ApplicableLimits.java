package io.leasehold.gateway.limit;

import io.leasehold.contracts.Period;
import io.leasehold.contracts.Scope;
import io.leasehold.contracts.event.KeyView;
import io.leasehold.contracts.event.LeaseView;
import io.leasehold.gateway.hold.LimitId;
import io.leasehold.gateway.rate.RateId;
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

    /**
     * What applies to a request, each in the order of scopes; empty where nothing limits.
     *
     * @param spend how much may be spent
     * @param rates how fast
     */
    public record Applicable(List<LimitId> spend, List<RateId> rates) {
        private void add(Limits.Found found) {
            spend.addAll(found.limits());
            rates.addAll(found.rates());
        }
    }

    public Applicable of(LeaseView lease, KeyView key) {
        UUID workspaceId = lease.workspaceId();
        Applicable found = new Applicable(new ArrayList<>(4), new ArrayList<>(0));
        if (lease.spendLimit() != null) {
            found.spend.add(lease(lease));
        }
        found.rates.addAll(RateId.of(workspaceId, Scope.LEASE, lease.leaseId().toString(), lease.rateLimits()));
        found.add(limits.find(workspaceId, Scope.KEY, key.keyId()));
        found.add(limits.find(workspaceId, Scope.NODE, lease.nodeId()));
        UUID domainId = lease.domain() == null ? null : domains.findId(workspaceId, lease.domain());
        if (domainId != null) {
            found.add(limits.find(workspaceId, Scope.DOMAIN, domainId));
        }
        if (lease.user() != null) {
            found.add(limits.findOfUser(workspaceId, lease.user()));
        }
        found.add(limits.find(workspaceId, Scope.WORKSPACE, workspaceId));
        return found;
    }

    /** A lease's own spend limit. */
    public static LimitId lease(LeaseView lease) {
        return new LimitId(lease.workspaceId(), Scope.LEASE, lease.leaseId().toString(), Period.LEASE);
    }
}
