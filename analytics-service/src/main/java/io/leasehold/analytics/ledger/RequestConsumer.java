package io.leasehold.analytics.ledger;

import io.leasehold.analytics.live.LiveFeed;
import io.leasehold.contracts.Topic;
import io.leasehold.contracts.event.RequestCompleted;
import io.leasehold.kit.consume.EventHandler;
import io.leasehold.kit.event.ReceivedEvent;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Takes the gateway's requests into the ledger. */
@Singleton
class RequestConsumer implements EventHandler {
    private final Ledger ledger;
    private final LiveFeed live;
    private final LedgerConfig config;
    private final Clock clock;

    RequestConsumer(Ledger ledger, LiveFeed live, LedgerConfig config, Clock clock) {
        this.ledger = ledger;
        this.live = live;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "requests";
    }

    @Override
    public Set<Topic> topics() {
        return Set.of(Topic.REQUESTS);
    }

    @Override
    public void handle(Handle handle, List<ReceivedEvent> batch) {
        List<RequestCompleted> requests = batch.stream()
                .map(ReceivedEvent::data)
                .filter(RequestCompleted.class::isInstance)
                .map(RequestCompleted.class::cast)
                .toList();
        if (requests.isEmpty()) {
            return;
        }
        KeptTime kept = KeptTime.at(clock.instant(), config.retention());
        requests.forEach(request -> RequestCheck.check(request, kept));
        if (ledger.take(handle, requests) > 0) {
            handle.afterCommit(live::wake);
        }
    }
}
