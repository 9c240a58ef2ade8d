package io.leasehold.analytics.names;

import io.leasehold.contracts.Topic;
import io.leasehold.contracts.event.AccountView;
import io.leasehold.contracts.event.KeyView;
import io.leasehold.contracts.event.NodeView;
import io.leasehold.kit.consume.EventHandler;
import io.leasehold.kit.event.ReceivedEvent;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Learns what nodes, keys and accounts are called. */
@Singleton
class NameConsumer implements EventHandler {
    @Override
    public String name() {
        return "names";
    }

    @Override
    public Set<Topic> topics() {
        return Set.of(Topic.NODES, Topic.KEYS, Topic.ACCOUNTS);
    }

    @Override
    public void handle(Handle handle, List<ReceivedEvent> batch) {
        for (ReceivedEvent event : batch) {
            switch (event.data()) {
                case NodeView node -> NameStore.put(handle, node);
                case KeyView key -> NameStore.put(handle, key);
                case AccountView account -> NameStore.put(handle, account);
                case null, default -> {
                    // Nothing that has a name.
                }
            }
        }
    }
}
