package io.leasehold.distribution.settle;

import io.leasehold.contracts.Topic;
import io.leasehold.contracts.event.RequestCompleted;
import io.leasehold.contracts.event.UsageReported;
import io.leasehold.kit.consume.EventHandler;
import io.leasehold.kit.event.ReceivedEvent;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Settles what nodes say that they used with keys of their own. It is spent as gateway traffic is, and taken out of what
 * their direct lease holds, so that nothing is free before the provider's bill says so. A consumer of its own: how far the
 * gateways' requests were settled says when holds of lost replicas are closed, and this tells nothing of that.
 */
@Singleton
class ReportConsumer implements EventHandler {
    private final Settlement settlement;

    ReportConsumer(Settlement settlement) {
        this.settlement = settlement;
    }

    @Override
    public String name() {
        return "reports";
    }

    @Override
    public Set<Topic> topics() {
        return Set.of(Topic.USAGE);
    }

    @Override
    public void handle(Handle handle, List<ReceivedEvent> batch) {
        Map<UUID, RequestCompleted> requests = new LinkedHashMap<>();
        for (ReceivedEvent event : batch) {
            if (event.data() instanceof UsageReported report) {
                requests.putIfAbsent(report.requestId(), report.asRequest());
            }
        }
        if (!requests.isEmpty()) {
            settlement.settle(handle, requests.values());
        }
    }
}
