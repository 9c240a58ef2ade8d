package io.leasehold.analytics.billing;

import io.leasehold.contracts.Topic;
import io.leasehold.contracts.event.CostReported;
import io.leasehold.contracts.event.ProviderStatus;
import io.leasehold.kit.consume.EventHandler;
import io.leasehold.kit.consume.PermanentEventException;
import io.leasehold.kit.event.ReceivedEvent;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Learns what providers charged and whether they answer. */
@Singleton
class BillConsumer implements EventHandler {
    @Override
    public String name() {
        return "bills";
    }

    @Override
    public Set<Topic> topics() {
        return Set.of(Topic.USAGE);
    }

    @Override
    public void handle(Handle handle, List<ReceivedEvent> batch) {
        for (ReceivedEvent event : batch) {
            switch (event.data()) {
                case CostReported report -> BillStore.put(handle, checked(report));
                case ProviderStatus status -> BillStore.put(handle, status);
                case null, default -> {
                    // Other news of the accounts is none of ours.
                }
            }
        }
    }

    /** The record's types say so, but it was read from outside. What else may be missing, the database refuses. */
    private static CostReported checked(CostReported report) {
        List<CostReported.Line> lines = report.lines();
        if (Objects.isNull(lines) || lines.stream().anyMatch(Objects::isNull)) {
            throw new PermanentEventException("A report without its lines says nothing");
        }
        return report;
    }
}
