package io.leasehold.gateway.limit;

import io.leasehold.contracts.Period;
import io.leasehold.contracts.Scope;
import io.leasehold.contracts.event.KeyView;
import io.leasehold.contracts.event.LeaseView;
import io.leasehold.contracts.event.LimitsView;
import io.leasehold.gateway.hold.LimitId;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

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

    /** In the order of scopes; empty where nothing limits. */
    public List<LimitId> of(LeaseView lease, KeyView key) {
        UUID workspaceId = lease.workspaceId();
        List<LimitId> found = new ArrayList<>(4);
        if (lease.spendLimit() != null) {
            found.add(lease(lease));
        }
        add(found, workspaceId, Scope.KEY, key.keyId().toString());
        add(found, workspaceId, Scope.NODE, lease.nodeId().toString());
        if (lease.domain() != null) {
            add(found, workspaceId, Scope.DOMAIN, domains.findId(workspaceId, lease.domain()));
        }
        add(found, workspaceId, Scope.USER, lease.user());
        add(found, workspaceId, Scope.WORKSPACE, workspaceId.toString());
        return found;
    }

    /** A lease's own spend limit. */
    public static LimitId lease(LeaseView lease) {
        return new LimitId(lease.workspaceId(), Scope.LEASE, lease.leaseId().toString(), Period.LEASE);
    }

    private void add(List<LimitId> found, UUID workspaceId, Scope scope, @Nullable String scopeId) {
        if (scopeId == null) {
            return;
        }
        List<LimitsView.Limit> ofScope = limits.find(workspaceId, scope, scopeId);
        for (int i = 0; i < ofScope.size(); i++) {
            found.add(new LimitId(workspaceId, scope, scopeId, ofScope.get(i).period()));
        }
    }
}
