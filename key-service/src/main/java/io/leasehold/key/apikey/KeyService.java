package io.leasehold.key.apikey;

import io.leasehold.contracts.event.LimitsView;
import io.leasehold.key.limit.LimitStore;
import io.leasehold.kit.caller.Caller;
import io.leasehold.kit.database.Database;
import io.leasehold.kit.page.Page;
import io.leasehold.kit.page.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Reads keys, with the limits that are set on them. */
@ApplicationScoped
class KeyService {
    private final Database database;

    KeyService(Database database) {
        this.database = database;
    }

    Page<LimitedKey> list(Caller caller, KeyFilter filter, PageRequest request) {
        UUID workspaceId = caller.workspaceId();
        return database.inWorkspace(
                workspaceId,
                handle -> Page.of(
                        withLimits(handle, workspaceId, ApiKeyStore.list(handle, workspaceId, filter, request)),
                        request,
                        limited -> limited.key().keyId().toString()));
    }

    LimitedKey get(Caller caller, String idOrName) {
        UUID workspaceId = caller.workspaceId();
        return database.inWorkspace(
                workspaceId,
                handle -> withLimits(handle, workspaceId, List.of(ApiKeyStore.get(handle, workspaceId, idOrName)))
                        .getFirst());
    }

    private static List<LimitedKey> withLimits(Handle handle, UUID workspaceId, List<ApiKey> keys) {
        Map<UUID, List<LimitsView.Limit>> limits = LimitStore.ofKeys(
                handle, workspaceId, keys.stream().map(ApiKey::keyId).toList());
        return keys.stream()
                .map(key -> new LimitedKey(key, limits.getOrDefault(key.keyId(), List.of())))
                .toList();
    }
}
