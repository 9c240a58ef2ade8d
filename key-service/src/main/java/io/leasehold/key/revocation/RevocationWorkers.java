package io.leasehold.key.revocation;

import io.leasehold.key.step.StepWorkers;
import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Does revocations in the background. */
@ApplicationScoped
class RevocationWorkers {
    private final StepWorkers workers;

    RevocationWorkers(RevocationRunner runner) {
        this.workers = new StepWorkers("revocation", runner);
    }

    void start(UUID workspaceId, UUID keyId) {
        workers.start(workspaceId, keyId);
    }

    @Scheduled(
            every = "${leasehold.revocation.sweep-interval:2s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sweep() {
        workers.sweep();
    }

    @PreDestroy
    void stop() throws InterruptedException {
        workers.stop();
    }
}
