package io.leasehold.key.revocation;

import io.leasehold.kit.database.Database;
import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Runs revocations in the background: those just asked for, and those whose time has come. */
@ApplicationScoped
class RevocationWorkers {
    private static final int AT_ONCE = 8;
    private static final long STOP_SECONDS = 10;

    private final RevocationRunner runner;
    private final Database database;
    private final Clock clock;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    /** Each holds connections and talks to a provider; more at once would only wait in other places. */
    private final Semaphore free = new Semaphore(AT_ONCE);

    RevocationWorkers(RevocationRunner runner, Database database, Clock clock) {
        this.runner = runner;
        this.database = database;
        this.clock = clock;
    }

    void start(UUID workspaceId, UUID keyId) {
        threads.execute(() -> {
            free.acquireUninterruptibly();
            try {
                runner.run(workspaceId, keyId);
            } finally {
                free.release();
            }
        });
    }

    /** Takes no more than can begin now. One that is picked twice is run once: who comes second finds it claimed. */
    @Scheduled(
            every = "${leasehold.revocation.sweep-interval:2s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sweep() {
        int room = free.availablePermits();
        List<RevocationStore.Due> due =
                database.asSystem(handle -> RevocationStore.listDue(handle, clock.instant(), room));
        due.forEach(revocation -> start(revocation.workspaceId(), revocation.keyId()));
    }

    @PreDestroy
    void stop() throws InterruptedException {
        threads.shutdown();
        if (!threads.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
            threads.shutdownNow();
        }
    }
}
