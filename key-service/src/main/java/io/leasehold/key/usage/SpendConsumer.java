package io.leasehold.key.usage;

import io.leasehold.contracts.Scope;
import io.leasehold.contracts.Topic;
import io.leasehold.contracts.event.SpendView;
import io.leasehold.key.EntityName;
import io.leasehold.kit.consume.EventHandler;
import io.leasehold.kit.event.ReceivedEvent;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Keeps what keys' windows stand at, to be shown with the keys. What counts is distribution-service's own. */
@Singleton
class SpendConsumer implements EventHandler {
    @Override
    public String name() {
        return "key-spend";
    }

    @Override
    public Set<Topic> topics() {
        return Set.of(Topic.SPEND);
    }

    @Override
    public void handle(Handle handle, List<ReceivedEvent> batch) {
        for (ReceivedEvent event : batch) {
            if (event.data() instanceof SpendView view && view.scope() == Scope.KEY) {
                EntityName.asId(view.scopeId()).ifPresent(keyId -> KeyUsageStore.spent(handle, keyId, view));
            }
        }
    }
}
