package io.leasehold.analytics.ledger;

import io.leasehold.analytics.live.LiveFeed;
import io.leasehold.contracts.Topic;
import io.leasehold.contracts.event.RequestCompleted;
import io.leasehold.contracts.event.UsageReported;
import io.leasehold.kit.consume.EventHandler;
import io.leasehold.kit.event.ReceivedEvent;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Takes the gateways' requests into the ledger, and what nodes tell of calls of their own. */
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
        return Set.of(Topic.REQUESTS, Topic.USAGE);
    }

    @Override
    public void handle(Handle handle, List<ReceivedEvent> batch) {
        List<RequestCompleted> requests = batch.stream()
                .map(RequestConsumer::request)
                .flatMap(Optional::stream)
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

    private static Optional<RequestCompleted> request(ReceivedEvent event) {
        return switch (event.data()) {
            case RequestCompleted request -> Optional.of(request);
            case UsageReported report -> Optional.of(report.asRequest());
            case null, default -> Optional.empty();
        };
    }
}
