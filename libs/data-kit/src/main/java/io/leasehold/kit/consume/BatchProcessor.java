package io.leasehold.kit.consume;

import io.leasehold.kit.database.Database;
import io.leasehold.kit.event.ReceivedEvent;
import io.leasehold.kit.event.UnreadableEventException;
import io.leasehold.kit.trace.TraceContext;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Takes a batch in with one transaction. Where an event spoils it for good, the batch is halved until that event is alone
 * and can be put aside.
 */
final class BatchProcessor {
    private final Database database;
    private final EventHandler handler;
    private final String consumer;
    private final PutAside aside;

    BatchProcessor(Database database, EventHandler handler, PutAside aside) {
        this.database = database;
        this.handler = handler;
        this.consumer = handler.name();
        this.aside = aside;
    }

    boolean concerns(ReceivedEvent event) {
        return event.data() != null || (event.isTombstone() && handler.takesTombstones());
    }

    /** Returns when every event has had its effect or lies with the dead letters; throws when it should be tried again. */
    void process(List<ReceivedEvent> batch) {
        if (batch.isEmpty()) {
            return;
        }
        try {
            TraceContext.within(
                    batch.getFirst().traceParent(), () -> database.useSystem(handle -> takeIn(handle, batch)));
        } catch (RuntimeException failure) {
            String reason = permanentReason(failure);
            if (reason == null) {
                throw failure;
            }
            setAsideOrHalve(batch, reason);
        }
    }

    private void setAsideOrHalve(List<ReceivedEvent> batch, String reason) {
        if (batch.size() == 1) {
            aside.put(batch.getFirst().source(), reason);
            return;
        }
        int middle = batch.size() / 2;
        process(batch.subList(0, middle));
        process(batch.subList(middle, batch.size()));
    }

    private void takeIn(Handle handle, List<ReceivedEvent> batch) {
        Map<UUID, ReceivedEvent> byId = new LinkedHashMap<>();
        batch.forEach(event -> byId.putIfAbsent(event.id(), event));
        Set<UUID> unseen = remember(handle, byId.keySet());
        List<ReceivedEvent> fresh = byId.values().stream()
                .filter(event -> unseen.contains(event.id()))
                .toList();
        if (!fresh.isEmpty()) {
            handler.handle(handle, fresh);
        }
    }

    private Set<UUID> remember(Handle handle, Set<UUID> ids) {
        return handle.createQuery("""
                        insert into processed_event (consumer, event_id)
                        select :consumer, unnest(:ids)
                        on conflict do nothing
                        returning event_id
                        """)
                .bind("consumer", consumer)
                .bindArray("ids", UUID.class, ids)
                .mapTo(UUID.class)
                .set();
    }

    /** Null when another attempt may succeed: anything that isn't known to be the event's own fault. */
    private static @Nullable String permanentReason(Throwable failure) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (at instanceof PermanentEventException || at instanceof UnreadableEventException) {
                return at.getMessage();
            }
            if (at instanceof SQLException sql && isDataFault(sql)) {
                return "The database refused it, SQLSTATE " + sql.getSQLState();
            }
        }
        return null;
    }

    /** Class 22: the value does not fit; class 23: a constraint says no; class 54: too much of it, for an index. */
    private static boolean isDataFault(SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        return state.startsWith("22") || state.startsWith("23") || state.startsWith("54");
    }
}
