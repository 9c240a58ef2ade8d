package io.leasehold.key.usage;

import io.leasehold.contracts.Topic;
import io.leasehold.contracts.event.RequestCompleted;
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

/** Notes when each version of a key's secret was last used: one row for a batch, however many requests it holds. */
@Singleton
class RequestConsumer implements EventHandler {
    /** Two replicas that write the same rows do so in the same order. */
    private static final Comparator<KeyUsageStore.Use> IN_LOCK_ORDER = Comparator.comparing(
                    KeyUsageStore.Use::workspaceId)
            .thenComparing(KeyUsageStore.Use::keyId)
            .thenComparingInt(KeyUsageStore.Use::secretVersion);

    @Override
    public String name() {
        return "key-use";
    }

    @Override
    public Set<Topic> topics() {
        return Set.of(Topic.REQUESTS);
    }

    @Override
    public void handle(Handle handle, List<ReceivedEvent> batch) {
        Map<KeyUsageStore.Use, Instant> uses = new TreeMap<>(IN_LOCK_ORDER);
        for (ReceivedEvent event : batch) {
            if (event.data() instanceof RequestCompleted request) {
                uses.merge(
                        new KeyUsageStore.Use(request.workspaceId(), request.keyId(), request.secretVersion()),
                        request.completedAt(),
                        (one, other) -> one.isBefore(other) ? other : one);
            }
        }
        if (!uses.isEmpty()) {
            KeyUsageStore.used(handle, uses);
        }
    }
}
