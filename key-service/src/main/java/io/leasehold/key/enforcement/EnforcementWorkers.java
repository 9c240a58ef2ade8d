package io.leasehold.key.enforcement;

import io.leasehold.key.step.StepWorkers;
import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

/** Has providers enforce what they should, in the background. */
@ApplicationScoped
class EnforcementWorkers {
    private final StepWorkers stops;
    private final StepWorkers limits;

    EnforcementWorkers(DirectStopRunner stops, ProviderLimitRunner limits) {
        this.stops = new StepWorkers("stop of direct use", stops);
        this.limits = new StepWorkers("limit at a provider", limits);
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sweepStops() {
        stops.sweep();
    }

    @Scheduled(every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sweepLimits() {
        limits.sweep();
    }

    @PreDestroy
    void stop() throws InterruptedException {
        stops.stop();
        limits.stop();
    }
}
