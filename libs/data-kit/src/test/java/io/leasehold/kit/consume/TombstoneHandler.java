package io.leasehold.kit.consume;

import io.leasehold.contracts.Topic;
import io.leasehold.kit.event.ReceivedEvent;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jdbi.v3.core.Handle;

/** Takes workspaces in, and hears that they are gone. */
@Singleton
class TombstoneHandler implements EventHandler {
    final Queue<String> gone = new ConcurrentLinkedQueue<>();

    @Override
    public String name() {
        return "tombstones";
    }

    @Override
    public Set<Topic> topics() {
        return Set.of(Topic.WORKSPACES);
    }

    @Override
    public boolean takesTombstones() {
        return true;
    }

    @Override
    public void handle(Handle handle, List<ReceivedEvent> batch) {
        batch.stream()
                .filter(ReceivedEvent::isTombstone)
                .map(ReceivedEvent::key)
                .forEach(gone::add);
    }
}
