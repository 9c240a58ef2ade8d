package io.leasehold.key.apikey;

import io.leasehold.key.secret.SecretReader;
import io.leasehold.kit.audit.Audit;
import io.leasehold.kit.caller.Caller;
import io.leasehold.kit.database.Database;
import io.leasehold.kit.problem.ConflictProblem;
import io.leasehold.kit.problem.Problem;
import io.leasehold.providers.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Binds a key to the provider's id that an admin confirms, after it was checked there. */
@ApplicationScoped
class BindKeyService {
    private final Database database;
    private final SecretReader secrets;
    private final KeyBinder binder;
    private final KeyChanges changes;
    private final Audit audit;

    BindKeyService(Database database, SecretReader secrets, KeyBinder binder, KeyChanges changes, Audit audit) {
        this.database = database;
        this.secrets = secrets;
        this.binder = binder;
        this.changes = changes;
        this.audit = audit;
    }

    /** @throws ConflictProblem when the key has ended, or the id is another key's */
    ApiKey bind(Caller caller, String idOrName, String providerKeyId) {
        LiveKey target = database.inWorkspace(
                caller.workspaceId(), handle -> LiveKey.get(handle, caller.workspaceId(), idOrName));
        try (Secret secret = secrets.readFor(caller, target.key().secretPath(), target.secretVersion(), "bind")) {
            binder.bind(caller, target.account(), secret, providerKeyId);
        }
        return database.inWorkspace(caller.workspaceId(), handle -> keep(handle, caller, target.key(), providerKeyId));
    }

    private ApiKey keep(Handle handle, Caller caller, ApiKey key, String providerKeyId) {
        Optional<Problem> taken = PoolCheck.alreadyBound(handle, key.workspaceId(), key.accountId(), providerKeyId);
        if (taken.isPresent() && !providerKeyId.equals(key.providerKeyId())) {
            throw taken.get();
        }
        ApiKey bound = changes.bound(handle, key.workspaceId(), key.keyId(), providerKeyId);
        audit.record(
                handle,
                caller,
                key.workspaceId(),
                "key.bind",
                "key",
                key.keyId(),
                Map.of("provider_key_id", providerKeyId));
        return bound;
    }
}
