package io.leasehold.key.rotation;

import io.leasehold.key.step.StepWorkers;
import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Does rotations in the background. */
@ApplicationScoped
class RotationWorkers {
    private final StepWorkers workers;

    RotationWorkers(RotationRunner runner) {
        this.workers = new StepWorkers("rotation", runner);
    }

    void start(UUID workspaceId, UUID keyId) {
        workers.start(workspaceId, keyId);
    }

    @Scheduled(
            every = "${leasehold.rotation.sweep-interval:2s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sweep() {
        workers.sweep();
    }

    @PreDestroy
    void stop() throws InterruptedException {
        workers.stop();
    }
}
