package io.leasehold.kit.consume;

import io.leasehold.contracts.Topic;
import io.leasehold.kit.event.ReceivedEvent;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * Takes events in. Every bean of this type gets a consumer group of its own. Events of one key come in the order in which
 * they were written, each of them once in effect: what is done through the handle is kept together with the note that the
 * event was seen.
 */
public interface EventHandler {
    /** Names the consumer group after the service; never changes, else everything is read again. */
    String name();

    Set<Topic> topics();

    /** Whether tombstones are wanted, too: events with a key and no data. Others never see them. */
    default boolean takesTombstones() {
        return false;
    }

    /**
     * @param handle the transaction, in role {@code system}
     * @param batch not empty, without events that were taken in before; unknown types are left out
     * @throws PermanentEventException when an event can never be used; it goes to the dead letters
     */
    void handle(Handle handle, List<ReceivedEvent> batch);
}
