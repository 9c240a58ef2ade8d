package io.leasehold.key.rotation;

import io.leasehold.key.apikey.ApiKey;
import io.leasehold.key.apikey.ApiKeyStore;
import io.leasehold.kit.audit.Audit;
import io.leasehold.kit.database.Database;
import io.leasehold.kit.problem.ConflictProblem;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;

/** Begins rotations whose time has come. What was missed while nobody ran begins once, late. */
@ApplicationScoped
class ScheduledRotations {
    private static final Logger LOG = Logger.getLogger(ScheduledRotations.class);
    private static final int AT_ONCE = 100;

    private final Database database;
    private final Rotations rotations;
    private final RotationWorkers workers;
    private final Audit audit;
    private final Clock clock;

    ScheduledRotations(Database database, Rotations rotations, RotationWorkers workers, Audit audit, Clock clock) {
        this.database = database;
        this.rotations = rotations;
        this.workers = workers;
        this.audit = audit;
        this.clock = clock;
    }

    @Scheduled(every = "15s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sweep() {
        sweep(clock.instant());
    }

    /** Two replicas may do so at once: whoever moves the schedule on begins it. */
    void sweep(Instant now) {
        database.asSystem(handle -> RotationScheduleStore.listDue(handle, now, AT_ONCE))
                .forEach(due -> begin(due, now));
    }

    private void begin(RotationSchedule due, Instant now) {
        try {
            database.useWorkspace(due.workspaceId(), handle -> {
                ApiKey key = ApiKeyStore.lock(handle, due.workspaceId(), due.keyId());
                if (moveOn(handle, due, now)) {
                    begin(handle, due, key);
                }
            });
        } catch (RuntimeException failure) {
            LOG.warnf(failure, "scheduled rotation could not begin, tried again key_id=%s", due.keyId());
        }
    }

    /** A schedule whose times are over is gone. */
    private static boolean moveOn(Handle handle, RotationSchedule due, Instant now) {
        Optional<Instant> next = due.times().after(now);
        return next.isPresent()
                ? RotationScheduleStore.moveOn(handle, due, next.get())
                : RotationScheduleStore.remove(handle, due.workspaceId(), due.keyId());
    }

    /** One that is under way already goes on as it is. */
    private void begin(Handle handle, RotationSchedule due, ApiKey key) {
        KeyRotation rotation;
        try {
            rotation = rotations.openOrBegin(
                    handle, key, new Rotations.Order(false, true, true, due.overlapSeconds(), null));
        } catch (ConflictProblem notInPool) {
            LOG.infof("scheduled rotation left out key_id=%s reason=%s", due.keyId(), notInPool.detail());
            return;
        }
        audit.recordOwn(
                handle,
                due.workspaceId(),
                "key.rotate",
                "key",
                due.keyId(),
                Map.of("rotation_id", rotation.rotationId().toString(), "cron", due.cron(), "zone", due.zone()));
        handle.afterCommit(() -> workers.start(due.workspaceId(), due.keyId()));
    }
}
