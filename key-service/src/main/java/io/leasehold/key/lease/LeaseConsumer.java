package io.leasehold.key.lease;

import io.leasehold.contracts.Topic;
import io.leasehold.contracts.event.LeaseView;
import io.leasehold.kit.consume.EventHandler;
import io.leasehold.kit.event.ReceivedEvent;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Keeps count of usable leases per key. Events of one lease come in order, so that the last one is how it stands. */
@Singleton
class LeaseConsumer implements EventHandler {
    @Override
    public String name() {
        return "leases";
    }

    @Override
    public Set<Topic> topics() {
        return Set.of(Topic.LEASES);
    }

    @Override
    public void handle(Handle handle, List<ReceivedEvent> batch) {
        for (ReceivedEvent event : batch) {
            if (event.data() instanceof LeaseView lease) {
                if (lease.state().usable()) {
                    KeyLeaseStore.put(handle, lease);
                } else {
                    KeyLeaseStore.remove(handle, lease);
                }
            }
        }
    }
}
