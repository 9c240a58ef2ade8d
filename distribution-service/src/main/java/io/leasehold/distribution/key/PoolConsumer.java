package io.leasehold.distribution.key;

import io.leasehold.contracts.Topic;
import io.leasehold.contracts.event.AccountView;
import io.leasehold.contracts.event.KeyView;
import io.leasehold.kit.consume.EventHandler;
import io.leasehold.kit.event.ReceivedEvent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Keeps this service's copy of keys and accounts. */
@Singleton
class PoolConsumer implements EventHandler {
    private final Event<PoolChanged> changed;

    PoolConsumer(Event<PoolChanged> changed) {
        this.changed = changed;
    }

    @Override
    public String name() {
        return "pool";
    }

    @Override
    public Set<Topic> topics() {
        return Set.of(Topic.KEYS, Topic.ACCOUNTS);
    }

    @Override
    public void handle(Handle handle, List<ReceivedEvent> batch) {
        for (ReceivedEvent event : batch) {
            switch (event.data()) {
                case AccountView account -> PoolKeyStore.put(handle, account);
                case KeyView key -> PoolKeyStore.put(handle, key);
                case null, default -> {
                    // Of no concern to leasing.
                }
            }
        }
        handle.afterCommit(() -> changed.fireAsync(new PoolChanged()));
    }
}
