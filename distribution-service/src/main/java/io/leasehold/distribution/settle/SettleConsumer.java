package io.leasehold.distribution.settle;

import io.leasehold.contracts.Topic;
import io.leasehold.contracts.event.RequestCompleted;
import io.leasehold.distribution.hold.SettleProgress;
import io.leasehold.kit.consume.EventHandler;
import io.leasehold.kit.event.ReceivedEvent;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Settles the requests that gateways tell. */
@Singleton
class SettleConsumer implements EventHandler {
    private final Settlement settlement;

    SettleConsumer(Settlement settlement) {
        this.settlement = settlement;
    }

    @Override
    public String name() {
        return SettleProgress.CONSUMER;
    }

    @Override
    public Set<Topic> topics() {
        return Set.of(Topic.REQUESTS);
    }

    @Override
    public void handle(Handle handle, List<ReceivedEvent> batch) {
        settlement.settle(handle, newestRevisions(batch));
    }

    private static Collection<RequestCompleted> newestRevisions(List<ReceivedEvent> batch) {
        Map<UUID, RequestCompleted> newest = new LinkedHashMap<>();
        for (ReceivedEvent event : batch) {
            if (event.data() instanceof RequestCompleted request) {
                newest.merge(
                        request.requestId(), request, (one, other) -> other.revision() > one.revision() ? other : one);
            }
        }
        return newest.values();
    }
}
