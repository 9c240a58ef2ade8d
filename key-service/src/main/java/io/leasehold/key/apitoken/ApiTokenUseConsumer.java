package io.leasehold.key.apitoken;

import io.leasehold.contracts.Topic;
import io.leasehold.contracts.event.ApiTokenUsed;
import io.leasehold.kit.consume.EventHandler;
import io.leasehold.kit.event.ReceivedEvent;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/** Notes in which hour each token was last used, whichever service it was used at. */
@Singleton
class ApiTokenUseConsumer implements EventHandler {
    /** Two replicas that write the same rows do so in the same order. */
    private static final Comparator<ApiTokenStore.Use> IN_LOCK_ORDER =
            Comparator.comparing(ApiTokenStore.Use::workspaceId).thenComparing(ApiTokenStore.Use::tokenId);

    @Override
    public String name() {
        return "api-token-use";
    }

    @Override
    public Set<Topic> topics() {
        return Set.of(Topic.AUDIT);
    }

    @Override
    public void handle(Handle handle, List<ReceivedEvent> batch) {
        Map<ApiTokenStore.Use, Instant> uses = new TreeMap<>(IN_LOCK_ORDER);
        for (ReceivedEvent event : batch) {
            if (event.data() instanceof ApiTokenUsed used) {
                uses.merge(
                        new ApiTokenStore.Use(used.workspaceId(), used.tokenId()),
                        used.at(),
                        (one, other) -> one.isBefore(other) ? other : one);
            }
        }
        if (!uses.isEmpty()) {
            ApiTokenStore.used(handle, uses);
        }
    }
}
