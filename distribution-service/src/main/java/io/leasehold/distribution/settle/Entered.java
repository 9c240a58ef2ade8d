package io.leasehold.distribution.settle;

import io.leasehold.contracts.Scope;
import io.leasehold.contracts.event.RequestCompleted;
import io.leasehold.distribution.limit.ScopeKey;
import io.leasehold.distribution.spend.LedgerStore;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A request and what its entry in the ledger has changed. */
record Entered(RequestCompleted request, LedgerStore.Change change) {

    /** Every scope but the lease itself, as the ledger has them: a later revision counts where the first one did. */
    List<ScopeKey> scopes() {
        List<ScopeKey> scopes = new ArrayList<>();
        add(scopes, Scope.KEY, request.keyId().toString());
        add(scopes, Scope.NODE, request.nodeId().toString());
        add(scopes, Scope.DOMAIN, change.domainId());
        add(scopes, Scope.USER, change.userName());
        add(scopes, Scope.WORKSPACE, request.workspaceId().toString());
        return scopes;
    }

    private void add(List<ScopeKey> scopes, Scope scope, @Nullable String scopeId) {
        if (scopeId != null) {
            scopes.add(new ScopeKey(request.workspaceId(), scope, scopeId));
        }
    }
}
