package io.leasehold.key.apikey;

import io.leasehold.key.account.AccountAccess;
import io.leasehold.key.provider.ProviderDirectory;
import io.leasehold.key.secret.SecretReader;
import io.leasehold.kit.audit.Audit;
import io.leasehold.kit.caller.Caller;
import io.leasehold.kit.database.Database;
import io.leasehold.providers.Secret;
import io.leasehold.providers.key.KeyCheck;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Asks the provider what it thinks of a key now. */
@ApplicationScoped
class VerifyKeyService {
    private final Database database;
    private final SecretReader secrets;
    private final ProviderDirectory providers;
    private final AccountAccess access;
    private final KeyChanges changes;
    private final Audit audit;

    VerifyKeyService(
            Database database,
            SecretReader secrets,
            ProviderDirectory providers,
            AccountAccess access,
            KeyChanges changes,
            Audit audit) {
        this.database = database;
        this.secrets = secrets;
        this.providers = providers;
        this.access = access;
        this.changes = changes;
        this.audit = audit;
    }

    KeyCheck verify(Caller caller, String idOrName) {
        LiveKey target = database.inWorkspace(
                caller.workspaceId(), handle -> LiveKey.get(handle, caller.workspaceId(), idOrName));
        KeyCheck check = ask(caller, target);
        database.useWorkspace(caller.workspaceId(), handle -> keep(handle, caller, target.key(), check));
        return check;
    }

    private KeyCheck ask(Caller caller, LiveKey target) {
        try (Secret secret = secrets.readFor(caller, target.key().secretPath(), target.secretVersion(), "verify")) {
            return providers.keyAdmin(target.key().provider()).check(access.with(target.account(), secret));
        }
    }

    private void keep(Handle handle, Caller caller, ApiKey key, KeyCheck check) {
        if (check instanceof KeyCheck.Valid) {
            changes.verified(handle, key.workspaceId(), key.keyId());
        }
        audit.record(
                handle, caller, key.workspaceId(), "key.verify", "key", key.keyId(), Map.of("result", check.result()));
    }
}
