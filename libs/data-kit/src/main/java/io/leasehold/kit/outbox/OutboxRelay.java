package io.leasehold.kit.outbox;

import io.leasehold.kit.database.Database;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;

/**
 * Sends what the outbox holds: per shard in sequence, awaiting the broker's word, deleting only what was acknowledged. A
 * topic of a shard stops at its first failure and goes on from there, so that an event may come twice and never out of
 * order. A shard is claimed for longer than anything sent under the claim can be on its way, so that a relay that stalled
 * or lost its database can't send an old event after another relay's newer one.
 */
@Singleton
class OutboxRelay {
    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);

    /**
     * From looking for events to looking again, and from sending some of a shard to sending more of it. What comes after a
     * pause leaves at once; what comes in numbers leaves together, as looking, claiming and forgetting cost as much for one.
     */
    private static final long BETWEEN_LOOKS = Duration.ofMillis(5).toNanos();

    private static final long BETWEEN_SENDS = Duration.ofMillis(20).toNanos();

    private final Database database;
    private final EventProducer producer;
    private final OutboxConfig config;
    private final Semaphore wakeUp = new Semaphore(0);
    private final AtomicLong backlogRows = new AtomicLong();
    private final AtomicLong backlogSeconds = new AtomicLong();
    private final UUID relay = UUID.randomUUID();
    private final Set<Integer> busy = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean running;

    OutboxRelay(Database database, EventProducer producer, OutboxConfig config, MeterRegistry metrics) {
        this.database = database;
        this.producer = producer;
        this.config = config;
        Gauge.builder("leasehold.outbox.backlog", backlogRows, Number::doubleValue)
                .description("Events that wait to be sent")
                .register(metrics);
        Gauge.builder("leasehold.outbox.age.seconds", backlogSeconds, Number::doubleValue)
                .description("How long the oldest event has waited to be sent")
                .register(metrics);
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
                long began = System.nanoTime();
                if (running) {
                    sendPending();
                }
                pause(began, BETWEEN_LOOKS);
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

    private void sendPending() {
        for (int shard : database.asSystem(OutboxStore::shardsWithRows)) {
            if (busy.add(shard)) {
                threads.execute(() -> sendAndWake(shard));
            }
        }
    }

    /** No shard waits for another one. */
    private void sendAndWake(int shard) {
        boolean sent = false;
        long began = System.nanoTime();
        try {
            sent = sendShard(shard);
            if (sent) {
                pause(began, BETWEEN_SENDS);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException failure) {
            LOG.warnf(failure, "a shard of the outbox could not be sent shard=%d", shard);
        } finally {
            busy.remove(shard);
        }
        if (sent) {
            // There may be more, also from while this shard was busy.
            wake();
        }
    }

    private static void pause(long began, long nanos) throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(nanos - (System.nanoTime() - began));
    }

    /** @return whether anything was sent */
    private boolean sendShard(int shard) {
        // Before the claim, which therefore ends later than this relay believes.
        long sendUntil = System.nanoTime() + config.ackTimeout().toNanos();
        List<OutboxStore.Row> rows = database.asSystem(handle -> claimRows(handle, shard));
        if (rows.isEmpty()) {
            return false;
        }
        List<Long> sent = producer.sendInOrder(rows, sendUntil);
        database.useSystem(handle -> {
            OutboxStore.delete(handle, shard, sent);
            OutboxStore.release(handle, shard, relay);
        });
        return !sent.isEmpty();
    }

    private List<OutboxStore.Row> claimRows(Handle handle, int shard) {
        if (!OutboxStore.claim(handle, shard, relay, claimTerm())) {
            return List.of();
        }
        List<OutboxStore.Row> rows = OutboxStore.oldest(handle, shard, producer.away(), config.batchSize());
        if (rows.isEmpty()) {
            OutboxStore.release(handle, shard, relay);
        }
        return rows;
    }

    /** Time to begin sending, to be acknowledged, and as much again for what a loaded machine loses in between. */
    private Duration claimTerm() {
        return config.ackTimeout().multipliedBy(3);
    }

    @Scheduled(every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void measure() {
        OutboxStore.Backlog backlog = database.asSystem(OutboxStore::backlog);
        backlogRows.set(backlog.rows());
        backlogSeconds.set(backlog.oldestSeconds());
    }
}
