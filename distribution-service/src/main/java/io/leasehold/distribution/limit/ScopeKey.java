package io.leasehold.distribution.limit;

import io.leasehold.contracts.Scope;
import io.leasehold.contracts.hold.WindowKey;
import java.util.UUID;

/**
 * What a limit can be set on.
 *
 * @param scopeId an id, or the name where the scope is a user
 */
public record ScopeKey(UUID workspaceId, Scope scope, String scopeId) {
    public static ScopeKey of(WindowKey window) {
        return new ScopeKey(window.workspaceId(), window.scope(), window.scopeId());
    }
}
