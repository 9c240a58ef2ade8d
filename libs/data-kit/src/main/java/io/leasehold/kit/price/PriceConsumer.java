package io.leasehold.kit.price;

import io.leasehold.contracts.Topic;
import io.leasehold.contracts.event.PriceOverridesView;
import io.leasehold.kit.consume.EventHandler;
import io.leasehold.kit.event.ReceivedEvent;
import io.quarkus.arc.lookup.LookupIfProperty;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Learns of the prices that workspaces have set for themselves, in services that keep a copy of them. */
@Singleton
@LookupIfProperty(name = "leasehold.prices.copied", stringValue = "true")
class PriceConsumer implements EventHandler {
    @Override
    public String name() {
        return "prices";
    }

    @Override
    public Set<Topic> topics() {
        return Set.of(Topic.PRICES);
    }

    @Override
    public void handle(Handle handle, List<ReceivedEvent> batch) {
        for (ReceivedEvent event : batch) {
            if (event.data() instanceof PriceOverridesView view) {
                PriceOverrideStore.put(handle, view);
            }
        }
    }
}
