package io.leasehold.distribution.hold;

import io.leasehold.contracts.Topic;
import io.leasehold.contracts.event.HoldCredited;
import io.leasehold.contracts.hold.WindowKey;
import io.leasehold.distribution.spend.SpendWindowStore;
import io.leasehold.kit.consume.EventHandler;
import io.leasehold.kit.event.ReceivedEvent;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Takes down what is presumed spent, where the provider's bill says that it was not. */
@Singleton
class CreditConsumer implements EventHandler {
    private final HoldConfig config;

    CreditConsumer(HoldConfig config) {
        this.config = config;
    }

    @Override
    public String name() {
        return "credits";
    }

    @Override
    public Set<Topic> topics() {
        return Set.of(Topic.CREDITS);
    }

    @Override
    public void handle(Handle handle, List<ReceivedEvent> batch) {
        Map<WindowKey, BigDecimal> told = new HashMap<>();
        for (ReceivedEvent event : batch) {
            if (event.data() instanceof HoldCredited credit) {
                told.merge(window(credit), credit.credited(), BigDecimal::max);
            }
        }
        if (!told.isEmpty()) {
            credit(handle, told);
        }
    }

    private static WindowKey window(HoldCredited credit) {
        return new WindowKey(
                credit.workspaceId(), credit.scope(), credit.scopeId(), credit.period(), credit.windowStart());
    }

    /** First the windows, as their locks are those of their holds too. What was a direct lease's no bill can tell apart. */
    private void credit(Handle handle, Map<WindowKey, BigDecimal> told) {
        SpendWindowStore.lock(handle, told.keySet());
        Map<WindowKey, BigDecimal> news = SpendWindowStore.credit(handle, told);
        if (news.isEmpty()) {
            return;
        }
        Set<UUID> gone = HoldStore.goneReplicas(handle, news.keySet(), HoldConfig.silence(config));
        WindowBooks books = WindowBooks.lock(handle, news.keySet(), gone);
        books.all().forEach(book -> book.release(news.getOrDefault(book.key(), BigDecimal.ZERO)));
        books.save(handle);
    }
}
