package io.leasehold.kit.idempotency;

import io.leasehold.kit.database.Database;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jdbi.v3.core.Handle;

/** Adds notes as a service does. */
@Singleton
class NoteService {
    static final String SLOW = "slow";

    final CountDownLatch slowIsRunning = new CountDownLatch(1);
    final CountDownLatch slowMayGoOn = new CountDownLatch(1);
    final AtomicBoolean failsAfterKeeping = new AtomicBoolean();

    private final Database database;
    private final Idempotency idempotency;

    NoteService(Database database, Idempotency idempotency) {
        this.database = database;
        this.idempotency = idempotency;
    }

    NoteResource.NoteAnswer add(UUID workspace, String text) throws InterruptedException {
        if (text.equals(SLOW)) {
            slowIsRunning.countDown();
            slowMayGoOn.await(20, TimeUnit.SECONDS);
        }
        return database.inWorkspace(workspace, handle -> {
            NoteResource.NoteAnswer added = new NoteResource.NoteAnswer(insert(handle, workspace, text), text);
            idempotency.keep(handle, Response.Status.CREATED, URI.create("/notes/" + added.id()), added);
            if (failsAfterKeeping.getAndSet(false)) {
                throw new IllegalStateException("Rolled back after the answer was kept");
            }
            return added;
        });
    }

    NoteResource.NoteAnswer addSecret(UUID workspace, String text) {
        UUID id = idempotency
                .keptId()
                .orElseGet(() -> database.inWorkspace(workspace, handle -> {
                    UUID added = insert(handle, workspace, text);
                    idempotency.keepId(handle, added);
                    return added;
                }));
        return new NoteResource.NoteAnswer(id, "secret " + UUID.randomUUID());
    }

    private static UUID insert(Handle handle, UUID workspace, String text) {
        UUID id = UUID.randomUUID();
        handle.execute("insert into note (workspace_id, note_id, text) values (?, ?, ?)", workspace, id, text);
        return id;
    }
}
