package io.leasehold.gateway.hold;

import io.leasehold.contracts.Period;
import io.leasehold.contracts.Scope;
import io.leasehold.contracts.hold.WindowKey;
import java.util.UUID;

/**
 * Names a limit: one period of one scope, whichever of its windows is current.
 *
 * @param scopeId as in a window's key
 */
public record LimitId(UUID workspaceId, Scope scope, String scopeId, Period period) {
    static LimitId of(WindowKey window) {
        return new LimitId(window.workspaceId(), window.scope(), window.scopeId(), window.period());
    }
}
