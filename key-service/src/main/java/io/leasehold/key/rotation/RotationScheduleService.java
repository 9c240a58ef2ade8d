package io.leasehold.key.rotation;

import io.leasehold.key.apikey.ApiKey;
import io.leasehold.key.apikey.ApiKeyStore;
import io.leasehold.kit.audit.Audit;
import io.leasehold.kit.caller.Caller;
import io.leasehold.kit.database.Database;
import io.leasehold.kit.problem.NotFoundProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;

/** Sets when keys are rotated by themselves. */
@ApplicationScoped
class RotationScheduleService {
    private final Database database;
    private final RotationConfig config;
    private final Audit audit;
    private final Clock clock;

    RotationScheduleService(Database database, RotationConfig config, Audit audit, Clock clock) {
        this.database = database;
        this.config = config;
        this.audit = audit;
        this.clock = clock;
    }

    RotationSchedule set(Caller caller, String idOrName, RotationScheduleRequest request) {
        Instant now = clock.instant();
        Cron cron = Cron.of(request.cron(), request.zone(), now);
        return database.inWorkspace(caller.workspaceId(), handle -> {
            ApiKey key = ApiKeyStore.get(handle, caller.workspaceId(), idOrName);
            Rotations.requirePossible(key);
            Long overlap = request.overlapSeconds();
            RotationSchedule schedule = new RotationSchedule(
                    key.workspaceId(),
                    key.keyId(),
                    cron.expression(),
                    cron.zone().getId(),
                    overlap == null ? config.overlap().toSeconds() : overlap,
                    cron.after(now).orElseThrow(),
                    now);
            RotationScheduleStore.put(handle, schedule);
            audit.record(
                    handle,
                    caller,
                    key.workspaceId(),
                    "key.schedule_rotation",
                    "key",
                    key.keyId(),
                    Map.of("cron", schedule.cron(), "zone", schedule.zone()));
            return schedule;
        });
    }

    /** @throws NotFoundProblem where the key has none */
    RotationSchedule get(Caller caller, String idOrName) {
        return database.inWorkspace(caller.workspaceId(), handle -> {
            ApiKey key = ApiKeyStore.get(handle, caller.workspaceId(), idOrName);
            return RotationScheduleStore.find(handle, key.workspaceId(), key.keyId())
                    .orElseThrow(() -> new NotFoundProblem("rotation schedule of key", key.name()));
        });
    }

    /** Where there is none nothing is done. */
    void remove(Caller caller, String idOrName) {
        database.useWorkspace(caller.workspaceId(), handle -> {
            ApiKey key = ApiKeyStore.get(handle, caller.workspaceId(), idOrName);
            if (RotationScheduleStore.remove(handle, key.workspaceId(), key.keyId())) {
                audit.record(
                        handle, caller, key.workspaceId(), "key.unschedule_rotation", "key", key.keyId(), Map.of());
            }
        });
    }
}
