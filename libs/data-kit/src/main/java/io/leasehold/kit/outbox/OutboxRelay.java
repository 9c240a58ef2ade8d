package io.leasehold.kit.outbox;

import io.leasehold.kit.database.Database;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/**
 * Sends what the outbox holds: per shard in sequence, awaiting the broker's word, deleting only what was acknowledged. A
 * shard stops at its first failure and goes on from there, so that an event may come twice and never out of order.
 */
@Singleton
class OutboxRelay {
    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);

    private final Database database;
    private final EventProducer producer;
    private final OutboxConfig config;
    private final Semaphore wakeUp = new Semaphore(0);
    private final AtomicLong backlogRows = new AtomicLong();
    private final AtomicLong backlogSeconds = new AtomicLong();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean running;

    OutboxRelay(Database database, EventProducer producer, OutboxConfig config, MeterRegistry metrics) {
        this.database = database;
        this.producer = producer;
        this.config = config;
        metrics.gauge("leasehold.outbox.backlog", backlogRows);
        metrics.gauge("leasehold.outbox.age.seconds", backlogSeconds);
    }

    void wake() {
        wakeUp.release();
    }

    void onStart(@Observes StartupEvent event) {
        running = true;
        threads.execute(this::run);
    }

    void onStop(@Observes ShutdownEvent event) throws InterruptedException {
        running = false;
        wake();
        threads.shutdown();
        if (!threads.awaitTermination(config.ackTimeout().toMillis(), TimeUnit.MILLISECONDS)) {
            threads.shutdownNow();
        }
    }

    private void run() {
        while (running) {
            try {
                awaitWork();
                sendPending();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException failure) {
                LOG.warnf(
                        failure,
                        "outbox relay failed, trying again retry_ms=%d",
                        config.pollInterval().toMillis());
                wakeUp.drainPermits();
            }
        }
    }

    private void awaitWork() throws InterruptedException {
        boolean woken = wakeUp.tryAcquire(config.pollInterval().toMillis(), TimeUnit.MILLISECONDS);
        if (woken) {
            wakeUp.drainPermits();
        }
    }

    private void sendPending() throws InterruptedException {
        List<Integer> shards = database.asSystem(OutboxStore::shardsWithRows);
        List<Callable<Boolean>> work = shards.stream()
                .<Callable<Boolean>>map(shard -> () -> sendShard(shard))
                .toList();
        for (var result : threads.invokeAll(work)) {
            if (result.state() == java.util.concurrent.Future.State.FAILED) {
                throw new IllegalStateException("A shard could not be sent", result.exceptionNow());
            }
            if (result.resultNow()) {
                wake();
            }
        }
    }

    /** @return whether there may be more */
    private boolean sendShard(int shard) {
        return database.asSystem(handle -> {
            if (!OutboxStore.tryLock(handle, shard)) {
                return false;
            }
            List<OutboxStore.Row> rows = OutboxStore.oldest(handle, shard, config.batchSize());
            List<Long> sent = producer.sendInOrder(rows);
            OutboxStore.delete(handle, shard, sent);
            return sent.size() == config.batchSize();
        });
    }

    @Scheduled(every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void measure() {
        OutboxStore.Backlog backlog = database.asSystem(OutboxStore::backlog);
        backlogRows.set(backlog.rows());
        backlogSeconds.set(backlog.oldestSeconds());
    }
}
