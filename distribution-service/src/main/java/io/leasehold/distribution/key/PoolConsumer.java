package io.leasehold.distribution.lease;

import io.leasehold.contracts.Topic;
import io.leasehold.contracts.event.AccountView;
import io.leasehold.contracts.event.KeyView;
import io.leasehold.distribution.key.PoolKey;
import io.leasehold.distribution.key.PoolKeyStore;
import io.leasehold.kit.consume.EventHandler;
import io.leasehold.kit.event.ReceivedEvent;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Keeps this service's copy of keys and accounts, and takes leases off keys that are gone. */
@Singleton
class PoolConsumer implements EventHandler {
    private final KeyExit exit;

    PoolConsumer(KeyExit exit) {
        this.exit = exit;
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
                case KeyView key -> takeIn(handle, key);
                case null, default -> {
                    // Of no concern to leasing.
                }
            }
        }
    }

    private void takeIn(Handle handle, KeyView view) {
        PoolKeyStore.put(handle, view);
        PoolKeyStore.find(handle, view.workspaceId(), view.keyId())
                .filter(PoolKey::gone)
                .ifPresent(key -> exit.takeLeasesOff(handle, key, view.reason()));
    }
}
