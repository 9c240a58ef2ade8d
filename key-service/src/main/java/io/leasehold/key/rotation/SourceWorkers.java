package io.leasehold.key.rotation;

import io.leasehold.key.step.StepWorkers;
import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

/** Looks at sources in the background. */
@ApplicationScoped
class SourceWorkers {
    private final StepWorkers workers;

    SourceWorkers(SourceRunner runner) {
        this.workers = new StepWorkers("look at a source", runner);
    }

    @Scheduled(
            every = "${leasehold.key-sources.sweep-interval:5s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sweep() {
        workers.sweep();
    }

    @PreDestroy
    void stop() throws InterruptedException {
        workers.stop();
    }
}
