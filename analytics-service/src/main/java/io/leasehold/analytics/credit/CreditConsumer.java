package io.leasehold.analytics.credit;

import io.leasehold.contracts.Period;
import io.leasehold.contracts.Scope;
import io.leasehold.contracts.Topic;
import io.leasehold.contracts.event.KeyView;
import io.leasehold.contracts.event.SpendView;
import io.leasehold.kit.consume.EventHandler;
import io.leasehold.kit.consume.PermanentEventException;
import io.leasehold.kit.event.ReceivedEvent;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Learns what is presumed spent of keys, and whose bills can say that it was not. */
@Singleton
class CreditConsumer implements EventHandler {
    /** A day is over long before its bill is final, so that nothing is granted of it any more. */
    private static final Set<Period> PERIODS = Set.of(Period.MONTH, Period.TOTAL);

    @Override
    public String name() {
        return "credits";
    }

    @Override
    public Set<Topic> topics() {
        return Set.of(Topic.SPEND, Topic.KEYS);
    }

    @Override
    public void handle(Handle handle, List<ReceivedEvent> batch) {
        for (ReceivedEvent event : batch) {
            switch (event.data()) {
                case SpendView window
                when window.scope() == Scope.KEY && PERIODS.contains(window.period()) ->
                    CreditStore.put(handle, window, keyId(window));
                case KeyView key -> CreditStore.put(handle, key, isBilledByItself(key));
                case null, default -> {
                    // Windows that no bill tells anything of.
                }
            }
        }
    }

    private static UUID keyId(SpendView window) {
        try {
            return UUID.fromString(window.scopeId());
        } catch (IllegalArgumentException noId) {
            throw new PermanentEventException("A window of a key names it by id");
        }
    }

    /** A key's charges are found by its provider's id of it; those of one that nodes may have are not only gateways'. */
    private static boolean isBilledByItself(KeyView key) {
        return key.providerKeyId() != null && key.endpoint() == null && !key.directAllowed();
    }
}
