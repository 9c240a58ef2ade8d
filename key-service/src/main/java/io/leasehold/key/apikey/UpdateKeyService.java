package io.leasehold.key.apikey;

import io.leasehold.contracts.ProblemType;
import io.leasehold.kit.audit.Audit;
import io.leasehold.kit.caller.Caller;
import io.leasehold.kit.database.Database;
import io.leasehold.kit.problem.ConflictProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Changes what is told of a key, also of one that has ended: it goes on standing in the history. */
@ApplicationScoped
class UpdateKeyService {
    private final Database database;
    private final KeyService keys;
    private final KeyChanges changes;
    private final Audit audit;

    UpdateKeyService(Database database, KeyService keys, KeyChanges changes, Audit audit) {
        this.database = database;
        this.keys = keys;
        this.changes = changes;
        this.audit = audit;
    }

    /** @throws ConflictProblem when the name is taken, or the key is not at the version that the caller has read */
    LimitedKey update(Caller caller, String idOrName, UpdateKeyRequest request) {
        return database.inWorkspace(caller.workspaceId(), handle -> {
            ApiKey found = ApiKeyStore.get(handle, caller.workspaceId(), idOrName);
            ApiKey key = ApiKeyStore.lock(handle, found.workspaceId(), found.keyId());
            requireVersion(key, request.version());
            return keys.whole(handle, keep(handle, caller, key, request.appliedTo(key)));
        });
    }

    private ApiKey keep(Handle handle, Caller caller, ApiKey key, ApiKey changed) {
        Map<String, String> differences = differences(key, changed);
        if (differences.isEmpty()) {
            return key;
        }
        ApiKey kept = changes.described(handle, changed);
        audit.record(handle, caller, key.workspaceId(), "key.update", "key", key.keyId(), differences);
        return kept;
    }

    private static void requireVersion(ApiKey key, @Nullable Long read) {
        if (read != null && read != key.version()) {
            throw new ConflictProblem(
                    ProblemType.CONFLICT,
                    "Key '%s' was changed meanwhile. Read it again, and change it with its version %d."
                            .formatted(key.name(), key.version()));
        }
    }

    private static Map<String, String> differences(ApiKey key, ApiKey changed) {
        Map<String, String> differences = new LinkedHashMap<>();
        note(differences, "name", key.name(), changed.name());
        note(differences, "label", key.label(), changed.label());
        note(differences, "models", key.models(), changed.models());
        note(differences, "tags", key.tags(), changed.tags());
        note(differences, "direct_allowed", key.directAllowed(), changed.directAllowed());
        note(differences, "rotate_after_direct", key.rotateAfterDirect(), changed.rotateAfterDirect());
        return differences;
    }

    private static void note(
            Map<String, String> differences, String what, @Nullable Object before, @Nullable Object after) {
        if (!Objects.equals(before, after)) {
            differences.put(what, after == null ? "" : after.toString());
        }
    }
}
