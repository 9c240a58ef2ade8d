package io.leasehold.key.apikey;

import io.leasehold.key.source.SourcedKey;
import io.leasehold.key.source.SourcedKeyStore;
import io.leasehold.kit.audit.Audit;
import io.leasehold.kit.caller.Caller;
import io.leasehold.kit.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;

/** Lets keys leave the places that they take their secrets from, such as one that the operator has given up. */
@ApplicationScoped
class LeaveSourceService {
    private final Database database;
    private final KeyService keys;
    private final Audit audit;

    LeaveSourceService(Database database, KeyService keys, Audit audit) {
        this.database = database;
        this.keys = keys;
        this.audit = audit;
    }

    /** Can be repeated. */
    LimitedKey leave(Caller caller, String idOrName) {
        return database.inWorkspace(caller.workspaceId(), handle -> {
            ApiKey key = ApiKeyStore.get(handle, caller.workspaceId(), idOrName);
            Optional<SourcedKey> sourced = SourcedKeyStore.find(handle, key.workspaceId(), key.keyId());
            if (sourced.isPresent() && SourcedKeyStore.remove(handle, key.workspaceId(), key.keyId())) {
                audit.record(
                        handle,
                        caller,
                        key.workspaceId(),
                        "key.leave_source",
                        "key",
                        key.keyId(),
                        Map.of("source", sourced.get().source()));
            }
            return keys.whole(handle, key);
        });
    }
}
