package io.leasehold.key.step;

import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Does a kind of work in the background: pieces just asked for, and those whose time has come. */
public final class StepWorkers {
    private static final Logger LOG = Logger.getLogger(StepWorkers.class);
    private static final int AT_ONCE = 8;
    private static final int AHEAD = 100;
    private static final long STOP_SECONDS = 10;

    private final String noun;
    private final StepWork<?> work;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    /** Each holds connections and talks to a provider; more at once would only wait in other places. */
    private final Semaphore free = new Semaphore(AT_ONCE);

    /** @param noun of a piece, in the log */
    public StepWorkers(String noun, StepWork<?> work) {
        this.noun = noun;
        this.work = work;
    }

    public void start(UUID workspaceId, UUID id) {
        threads.execute(() -> {
            free.acquireUninterruptibly();
            try {
                work.run(workspaceId, id);
            } catch (RuntimeException failure) {
                LOG.warnf(failure, "%s interrupted, a sweep takes it up again id=%s", noun, id);
            } finally {
                free.release();
            }
        });
    }

    /**
     * Takes more than can begin now, so that there is no pause from sweep to sweep, but none while some wait already. One
     * that is picked twice is run once: who comes second finds it claimed.
     */
    public void sweep() {
        if (!free.hasQueuedThreads()) {
            work.listDue(AHEAD).forEach(due -> start(due.workspaceId(), due.id()));
        }
    }

    public void stop() throws InterruptedException {
        threads.shutdown();
        if (!threads.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
            threads.shutdownNow();
        }
    }
}
