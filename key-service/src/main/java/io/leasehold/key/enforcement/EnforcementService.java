package io.leasehold.key.enforcement;

import io.leasehold.key.apikey.ApiKey;
import io.leasehold.key.apikey.ApiKeyStore;
import io.leasehold.kit.caller.Caller;
import io.leasehold.kit.database.Database;
import io.leasehold.kit.problem.NotFoundProblem;
import jakarta.enterprise.context.ApplicationScoped;

/** What people may know of what providers enforce. */
@ApplicationScoped
class EnforcementService {
    private final Database database;

    EnforcementService(Database database) {
        this.database = database;
    }

    /** @throws NotFoundProblem where the workspace has no such key */
    Enforcement get(Caller caller, String idOrName) {
        return database.inWorkspace(caller.workspaceId(), handle -> {
            ApiKey key = ApiKeyStore.get(handle, caller.workspaceId(), idOrName);
            return new Enforcement(
                    ProviderLimitStore.find(handle, key.workspaceId(), key.keyId())
                            .orElse(null),
                    DirectStopStore.find(handle, key.workspaceId(), key.keyId()).orElse(null));
        });
    }
}
