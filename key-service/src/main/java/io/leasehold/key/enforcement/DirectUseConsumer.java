package io.leasehold.key.enforcement;

import io.leasehold.contracts.Topic;
import io.leasehold.contracts.event.DirectUseView;
import io.leasehold.kit.consume.EventHandler;
import io.leasehold.kit.event.ReceivedEvent;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Learns which keys only their providers can stop. */
@Singleton
class DirectUseConsumer implements EventHandler {
    private final Clock clock;

    DirectUseConsumer(Clock clock) {
        this.clock = clock;
    }

    @Override
    public String name() {
        return "direct-use";
    }

    @Override
    public Set<Topic> topics() {
        return Set.of(Topic.SPEND);
    }

    @Override
    public void handle(Handle handle, List<ReceivedEvent> batch) {
        for (ReceivedEvent event : batch) {
            if (event.data() instanceof DirectUseView view) {
                DirectStopStore.put(handle, view, clock.instant());
            }
        }
    }
}
