package io.leasehold.key.apikey;

import io.leasehold.contracts.event.LimitsView;
import io.leasehold.key.limit.LimitStore;
import io.leasehold.key.source.SourcedKey;
import io.leasehold.key.source.SourcedKeyStore;
import io.leasehold.key.usage.KeyUsage;
import io.leasehold.key.usage.KeyUsageStore;
import io.leasehold.kit.caller.Caller;
import io.leasehold.kit.database.Database;
import io.leasehold.kit.page.Page;
import io.leasehold.kit.page.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Reads keys, with the limits that are set on them and what is known of their use. */
@ApplicationScoped
public class KeyService {
    private final Database database;
    private final Clock clock;

    KeyService(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    Page<LimitedKey> list(Caller caller, KeyFilter filter, KeySort sort, PageRequest request) {
        UUID workspaceId = caller.workspaceId();
        return database.inWorkspace(
                workspaceId,
                handle -> Page.of(
                        whole(handle, workspaceId, KeyListStore.list(handle, workspaceId, filter, sort, request)),
                        request,
                        limited -> sort.positionOf(limited.key())));
    }

    /** Newest first, for what is done with many keys. */
    public Page<ApiKey> find(Caller caller, KeyFilter filter, PageRequest request) {
        return list(caller, filter, KeySort.NEWEST, request).map(LimitedKey::key);
    }

    LimitedKey get(Caller caller, String idOrName) {
        UUID workspaceId = caller.workspaceId();
        return database.inWorkspace(
                workspaceId, handle -> whole(handle, ApiKeyStore.get(handle, workspaceId, idOrName)));
    }

    /** In the caller's transaction. */
    LimitedKey whole(Handle handle, ApiKey key) {
        return whole(handle, key.workspaceId(), List.of(key)).getFirst();
    }

    private List<LimitedKey> whole(Handle handle, UUID workspaceId, List<ApiKey> keys) {
        List<UUID> ids = keys.stream().map(ApiKey::keyId).toList();
        Map<UUID, List<LimitsView.Limit>> limits = LimitStore.ofKeys(handle, workspaceId, ids);
        Map<UUID, KeyUsage> usages = KeyUsageStore.ofKeys(handle, workspaceId, ids);
        Map<UUID, SourcedKey> sources = SourcedKeyStore.ofKeys(handle, workspaceId, ids);
        Instant now = clock.instant();
        return keys.stream()
                .map(key -> new LimitedKey(
                        key,
                        limits.getOrDefault(key.keyId(), List.of()),
                        usages.getOrDefault(key.keyId(), KeyUsage.NONE),
                        sources.get(key.keyId()),
                        now))
                .toList();
    }
}
