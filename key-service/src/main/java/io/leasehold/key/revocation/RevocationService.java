package io.leasehold.key.revocation;

import io.leasehold.contracts.KeyState;
import io.leasehold.key.apikey.ApiKey;
import io.leasehold.key.apikey.ApiKeyStore;
import io.leasehold.key.apikey.KeyChanges;
import io.leasehold.key.lease.KeyLeaseStore;
import io.leasehold.key.provider.ProviderDirectory;
import io.leasehold.key.step.StepState;
import io.leasehold.kit.audit.Audit;
import io.leasehold.kit.caller.Caller;
import io.leasehold.kit.database.Database;
import io.leasehold.kit.id.Ids;
import io.leasehold.kit.problem.NotFoundProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Begins revocations, and tells how they stand. */
@ApplicationScoped
class RevocationService {
    private final Database database;
    private final ProviderDirectory providers;
    private final KeyChanges keys;
    private final RevocationWorkers workers;
    private final Audit audit;
    private final Clock clock;

    RevocationService(
            Database database,
            ProviderDirectory providers,
            KeyChanges keys,
            RevocationWorkers workers,
            Audit audit,
            Clock clock) {
        this.database = database;
        this.providers = providers;
        this.keys = keys;
        this.workers = workers;
        this.audit = audit;
        this.clock = clock;
    }

    /** What would be done; changes nothing and asks nobody. */
    RevocationAnswer plan(Caller caller, String idOrName, boolean force) {
        return database.inWorkspace(caller.workspaceId(), handle -> {
            ApiKey key = ApiKeyStore.get(handle, caller.workspaceId(), idOrName);
            int leases = countLeases(handle, key);
            Subject subject = Subject.of(handle, providers, key.workspaceId(), key.keyId());
            return RevocationAnswer.planned(key, leases, force, RevocationPlan.of(subject, leases, force));
        });
    }

    /** Begins, or tries again at once. A key that is revoked already stays so, which is a success. */
    RevocationAnswer begin(Caller caller, String idOrName, boolean force, @Nullable String purpose) {
        return database.inWorkspace(caller.workspaceId(), handle -> {
            ApiKey key = ApiKeyStore.get(handle, caller.workspaceId(), idOrName);
            KeyRevocation fresh = fresh(key, countLeases(handle, key), force, purpose);
            boolean goesOn = beginOrHurry(handle, fresh);
            if (force && goesOn) {
                keys.changeState(handle, key.workspaceId(), key.keyId(), KeyState.REVOKING, purpose);
            }
            audit.record(handle, caller, key.workspaceId(), "key.revoke", "key", key.keyId(), details(force, purpose));
            handle.afterCommit(() -> workers.start(key.workspaceId(), key.keyId()));
            return answer(handle, key);
        });
    }

    /** @return false when the key is revoked already */
    private boolean beginOrHurry(Handle handle, KeyRevocation fresh) {
        if (RevocationStore.add(handle, fresh)) {
            addSteps(handle, fresh);
            return true;
        }
        return RevocationStore.hurry(handle, fresh.workspaceId(), fresh.keyId(), fresh.forced(), clock.instant());
    }

    /** @throws NotFoundProblem where none was begun */
    RevocationAnswer get(Caller caller, String idOrName) {
        return database.inWorkspace(
                caller.workspaceId(),
                handle -> answer(handle, ApiKeyStore.get(handle, caller.workspaceId(), idOrName)));
    }

    /** In the caller's transaction. */
    RevocationAnswer answer(Handle handle, ApiKey key) {
        KeyRevocation revocation = RevocationStore.find(handle, key.workspaceId(), key.keyId())
                .orElseThrow(() -> new NotFoundProblem("revocation of key", key.name()));
        return RevocationAnswer.of(key, revocation, RevocationStore.steps(handle, key.workspaceId(), key.keyId()));
    }

    private int countLeases(Handle handle, ApiKey key) {
        return KeyLeaseStore.countUsable(handle, key.workspaceId(), key.keyId(), clock.instant());
    }

    private KeyRevocation fresh(ApiKey key, int leases, boolean force, @Nullable String purpose) {
        Instant now = clock.instant();
        return new KeyRevocation(
                key.workspaceId(),
                key.keyId(),
                Ids.next(),
                RevocationState.RUNNING,
                RevocationStep.EXISTS,
                force,
                purpose,
                false,
                null,
                leases,
                0,
                null,
                now,
                now,
                now,
                null,
                0);
    }

    private static void addSteps(Handle handle, KeyRevocation fresh) {
        for (RevocationStep step : RevocationStep.values()) {
            RevocationStore.putStep(
                    handle, fresh.workspaceId(), fresh.keyId(), new StepRecord(step, StepState.PENDING, null, null));
        }
    }

    private static Map<String, String> details(boolean force, @Nullable String purpose) {
        Map<String, String> details = new HashMap<>();
        details.put("force", Boolean.toString(force));
        if (purpose != null) {
            details.put("reason", purpose);
        }
        return details;
    }
}
