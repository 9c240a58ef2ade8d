package io.leasehold.collector.poll;

import io.leasehold.kit.database.Database;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;

/** Polls what is due, a few accounts at a time; over all replicas each account has one poller at most. */
@Singleton
class Poller {
    private static final Logger LOG = Logger.getLogger(Poller.class);
    /** Enough for every poll to give its claim back. */
    private static final int STOP_SECONDS = 5;

    private final Database database;
    private final PollService polls;
    private final PollConfig config;
    private final Clock clock;
    private final Semaphore free;
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("poll-", 0).factory());

    Poller(Database database, PollService polls, PollConfig config, Clock clock) {
        this.database = database;
        this.polls = polls;
        this.config = config;
        this.clock = clock;
        this.free = new Semaphore(config.concurrency());
    }

    /** Sees to it that as many poll as may, or as many as there is something to do for. */
    @Scheduled(every = "{leasehold.collector.tick:1s}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void pollDue() {
        int wanted = free.drainPermits();
        List<Claim> claims = List.of();
        try {
            claims = wanted == 0 ? claims : claim(wanted);
        } finally {
            free.release(wanted - claims.size());
        }
        claims.forEach(claim -> threads.execute(() -> pollOneAfterAnother(claim)));
    }

    /**
     * Polls accounts that somebody waits for, whoever else is being polled.
     *
     * @return done when all of them were polled
     */
    CompletableFuture<Void> pollNow(List<Claim> claims) {
        Queue<Claim> left = new ConcurrentLinkedQueue<>(claims);
        int atATime = Math.min(claims.size(), config.refreshConcurrency());
        return CompletableFuture.allOf(IntStream.range(0, atATime)
                .mapToObj(place -> CompletableFuture.runAsync(() -> pollAll(left), threads))
                .toArray(CompletableFuture[]::new));
    }

    private void pollAll(Queue<Claim> left) {
        for (Claim next = left.poll(); next != null; next = left.poll()) {
            if (threads.isShutdown()) {
                polls.giveBack(next);
            } else {
                poll(next);
            }
        }
    }

    private List<Claim> claim(int limit) {
        Instant now = clock.instant();
        return database.asSystem(handle -> PollStore.claimDue(handle, now, now.plus(config.claim()), limit));
    }

    private void pollOneAfterAnother(Claim first) {
        try {
            List<Claim> next = List.of(first);
            while (!next.isEmpty()) {
                next.forEach(this::poll);
                next = threads.isShutdown() ? List.of() : claim(1);
            }
        } catch (RuntimeException away) {
            LOG.warnf(away, "accounts that are due wait for the database");
        } finally {
            free.release();
        }
    }

    private void poll(Claim claim) {
        try {
            polls.poll(claim);
        } catch (RuntimeException failure) {
            // The claim runs out, and then somebody tries again.
            LOG.warnf(failure, "poll broke off account=%s workspace=%s", claim.accountId(), claim.workspaceId());
        }
    }

    void onStop(@Observes ShutdownEvent event) throws InterruptedException {
        threads.shutdownNow();
        threads.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS);
    }
}
