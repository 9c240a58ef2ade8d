package io.leasehold.distribution.settle;

import io.leasehold.contracts.Topic;
import io.leasehold.contracts.event.RequestCompleted;
import io.leasehold.distribution.hold.SettleProgress;
import io.leasehold.distribution.key.KeyTroubles;
import io.leasehold.distribution.stored.StoredResponseService;
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

/** Settles the requests that gateways tell, and learns from them which keys are refused, and whose stored answers are. */
@Singleton
class SettleConsumer implements EventHandler {
    private final Settlement settlement;
    private final KeyTroubles troubles;
    private final StoredResponseService stored;

    SettleConsumer(Settlement settlement, KeyTroubles troubles, StoredResponseService stored) {
        this.settlement = settlement;
        this.troubles = troubles;
        this.stored = stored;
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
        Collection<RequestCompleted> requests = newestRevisions(batch);
        settlement.settle(handle, requests);
        troubles.note(handle, requests);
        stored.note(handle, requests);
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
