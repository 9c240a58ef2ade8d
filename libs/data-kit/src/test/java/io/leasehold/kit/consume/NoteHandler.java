package io.leasehold.kit.consume;

import io.leasehold.contracts.Topic;
import io.leasehold.contracts.event.WorkspaceView;
import io.leasehold.kit.event.ReceivedEvent;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Handle;

/** Notes every workspace it hears of, once per event; refuses those with certain names, for good or for now. */
@Singleton
class NoteHandler implements EventHandler {
    static final String POISON = "poison";
    static final String LATER = "later";

    final AtomicInteger failuresLeft = new AtomicInteger();

    @Override
    public String name() {
        return "notes";
    }

    @Override
    public Set<Topic> topics() {
        return Set.of(Topic.WORKSPACES);
    }

    @Override
    public void handle(Handle handle, List<ReceivedEvent> batch) {
        for (ReceivedEvent event : batch) {
            WorkspaceView view = (WorkspaceView) java.util.Objects.requireNonNull(event.data());
            if (view.name().equals(POISON)) {
                throw new PermanentEventException("This name is poison");
            }
            if (view.name().equals(LATER) && failuresLeft.getAndDecrement() > 0) {
                throw new IllegalStateException("A dependency is away");
            }
            handle.execute(
                    "insert into note (workspace_id, note_id, text) values (?, gen_random_uuid(), ?)",
                    view.workspaceId(),
                    view.slug());
        }
    }
}
