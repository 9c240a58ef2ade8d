package io.leasehold.collector.ingest;

import io.leasehold.contracts.LeaseMode;
import io.leasehold.contracts.Topic;
import io.leasehold.contracts.event.LeaseView;
import io.leasehold.contracts.event.NodeView;
import io.leasehold.kit.consume.EventHandler;
import io.leasehold.kit.event.ReceivedEvent;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Learns which nodes hold keys themselves. */
@Singleton
class DirectLeaseConsumer implements EventHandler {
    @Override
    public String name() {
        return "direct-leases";
    }

    @Override
    public Set<Topic> topics() {
        return Set.of(Topic.LEASES, Topic.NODES);
    }

    @Override
    public void handle(Handle handle, List<ReceivedEvent> batch) {
        for (ReceivedEvent event : batch) {
            switch (event.data()) {
                case NodeView node -> DirectLeaseStore.put(handle, node);
                case LeaseView lease when lease.mode() == LeaseMode.DIRECT -> DirectLeaseStore.put(handle, lease);
                case null, default -> {
                    // What goes through a gateway is seen there.
                }
            }
        }
    }
}
