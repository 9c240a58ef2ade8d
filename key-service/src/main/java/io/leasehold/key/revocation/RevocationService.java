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
import io.leasehold.kit.problem.NotFoundProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Begins revocations, and tells how they stand. */
@ApplicationScoped
class RevocationService {
    private final Database database;
    private final ProviderDirectory providers;
    private final KeyChanges keys;
    private final RevocationWorkers workers;
    private final Audit audit;
    private final RevocationConfig config;
    private final Clock clock;

    RevocationService(
            Database database,
            ProviderDirectory providers,
            KeyChanges keys,
            RevocationWorkers workers,
            Audit audit,
            RevocationConfig config,
            Clock clock) {
        this.database = database;
        this.providers = providers;
        this.keys = keys;
        this.workers = workers;
        this.audit = audit;
        this.config = config;
        this.clock = clock;
    }

    /** What would be done; changes nothing and asks nobody. */
    RevocationAnswer plan(Caller caller, String idOrName, RevokeRequest request) {
        RevocationOrder order = request.order(config);
        return database.inWorkspace(caller.workspaceId(), handle -> {
            ApiKey key = ApiKeyStore.get(handle, caller.workspaceId(), idOrName);
            int leases = countLeases(handle, key);
            Subject subject = Subject.of(handle, providers, key.workspaceId(), key.keyId());
            return RevocationAnswer.planned(key, leases, order.force(), RevocationPlan.of(subject, leases, order));
        });
    }

    /** Begins, or tries again at once. A key that is revoked already stays so, which is a success. */
    RevocationAnswer begin(Caller caller, String idOrName, RevokeRequest request) {
        RevocationOrder order = request.order(config);
        return database.inWorkspace(caller.workspaceId(), handle -> {
            ApiKey key = ApiKeyStore.get(handle, caller.workspaceId(), idOrName);
            KeyRevocation fresh = KeyRevocation.begin(key, order, countLeases(handle, key), clock.instant());
            boolean goesOn = beginOrHurry(handle, fresh);
            if (order.force() && goesOn) {
                keys.changeState(handle, key.workspaceId(), key.keyId(), KeyState.REVOKING, order.purpose());
            }
            audit.record(handle, caller, key.workspaceId(), "key.revoke", "key", key.keyId(), details(order));
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

    private static void addSteps(Handle handle, KeyRevocation fresh) {
        for (RevocationStep step : RevocationStep.values()) {
            RevocationStore.putStep(
                    handle, fresh.workspaceId(), fresh.keyId(), new StepRecord(step, StepState.PENDING, null, null));
        }
    }

    private static Map<String, String> details(RevocationOrder order) {
        Map<String, String> details = new HashMap<>();
        details.put("force", Boolean.toString(order.force()));
        if (order.purpose() != null) {
            details.put("reason", order.purpose());
        }
        return details;
    }
}
