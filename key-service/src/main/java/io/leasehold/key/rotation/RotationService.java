package io.leasehold.key.rotation;

import io.leasehold.contracts.ProblemType;
import io.leasehold.key.apikey.ApiKey;
import io.leasehold.key.apikey.ApiKeyStore;
import io.leasehold.key.apikey.KeySecretStore;
import io.leasehold.key.provider.ProviderDirectory;
import io.leasehold.key.revocation.Subject;
import io.leasehold.key.source.SourcedKey;
import io.leasehold.key.source.SourcedKeyStore;
import io.leasehold.key.step.StepState;
import io.leasehold.kit.audit.Audit;
import io.leasehold.kit.caller.Caller;
import io.leasehold.kit.database.Database;
import io.leasehold.kit.page.Page;
import io.leasehold.kit.page.PageRequest;
import io.leasehold.kit.problem.ConflictProblem;
import io.leasehold.kit.problem.NotFoundProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Begins rotations, tells how they stand, turns them round, and gives up what can't be confirmed. */
@ApplicationScoped
class RotationService {
    private final Database database;
    private final ProviderDirectory providers;
    private final Rotations rotations;
    private final RollBack rollBack;
    private final RotationWorkers workers;
    private final RotationConfig config;
    private final Audit audit;
    private final Clock clock;

    RotationService(
            Database database,
            ProviderDirectory providers,
            Rotations rotations,
            RollBack rollBack,
            RotationWorkers workers,
            RotationConfig config,
            Audit audit,
            Clock clock) {
        this.database = database;
        this.providers = providers;
        this.rotations = rotations;
        this.rollBack = rollBack;
        this.workers = workers;
        this.config = config;
        this.audit = audit;
        this.clock = clock;
    }

    /** What would be done; changes nothing and asks nobody. */
    RotationAnswer plan(Caller caller, String idOrName, RotateRequest request) {
        return database.inWorkspace(caller.workspaceId(), handle -> {
            ApiKey key = ApiKeyStore.get(handle, caller.workspaceId(), idOrName);
            Rotations.requirePossible(key);
            Subject subject = Subject.of(handle, providers, key.workspaceId(), key.keyId());
            Optional<SourcedKey> source = SourcedKeyStore.find(handle, key.workspaceId(), key.keyId());
            Long asked = request.overlapSeconds();
            Duration overlap = asked == null ? config.overlap() : Duration.ofSeconds(asked);
            return RotationAnswer.planned(
                    key, request.isForced(), RotationPlan.of(subject, source, overlap, request.isForced()));
        });
    }

    /** Begins, or tries the one that is under way again at once. */
    RotationAnswer begin(Caller caller, String idOrName, RotateRequest request) {
        return database.inWorkspace(caller.workspaceId(), handle -> {
            ApiKey key = lock(handle, caller, idOrName);
            KeyRotation open = rotations.openOrBegin(
                    handle,
                    key,
                    new Rotations.Order(request.isForced(), false, true, request.overlapSeconds(), request.reason()));
            RotationStore.hurry(handle, open, request.isForced(), clock.instant());
            record(handle, caller, key, "key.rotate", request.isForced(), request.reason());
            handle.afterCommit(() -> workers.start(key.workspaceId(), key.keyId()));
            return answer(handle, key);
        });
    }

    /** @throws ConflictProblem where there is none, or it has gone too far */
    RotationAnswer rollBack(Caller caller, String idOrName, @Nullable String reason) {
        return database.inWorkspace(caller.workspaceId(), handle -> {
            ApiKey key = lock(handle, caller, idOrName);
            KeyRotation open = open(handle, key);
            if (!open.canBeRolledBack() || key.isEnding()) {
                throw new ConflictProblem(
                        ProblemType.WRONG_STATE,
                        "The rotation of key '%s' can't be rolled back any more; rotate it again instead."
                                .formatted(key.name()));
            }
            rollBack.apply(handle, open, key, reason == null ? "an admin wanted so." : reason);
            record(handle, caller, key, "key.roll_back", false, reason);
            handle.afterCommit(() -> workers.start(key.workspaceId(), key.keyId()));
            return answer(handle, ApiKeyStore.get(handle, key.workspaceId(), key.keyId()));
        });
    }

    /**
     * Nobody waits any more for proof that the secret that goes is dead; its version is destroyed.
     *
     * @throws ConflictProblem where none waits for a person or a provider
     */
    RotationAnswer abandon(Caller caller, String idOrName, String reason) {
        return database.inWorkspace(caller.workspaceId(), handle -> {
            ApiKey key = lock(handle, caller, idOrName);
            KeyRotation open = open(handle, key);
            boolean waits = open.state() == RotationState.STUCK || open.state() == RotationState.AWAITING_MANUAL;
            if (!waits || open.step().isBeforeTheEndOfOne()) {
                throw new ConflictProblem(
                        ProblemType.WRONG_STATE,
                        "Only a rotation whose old secret can't be seen dead can be given up; that of key '%s' is %s at step %s."
                                .formatted(
                                        key.name(),
                                        open.state().wireName(),
                                        open.step().wireName()));
            }
            Instant now = clock.instant();
            RotationStore.lead(handle, open.at(RotationStep.DESTROY, now));
            RotationStore.putStep(
                    handle, open, new StepRecord(open.step(), StepState.FAILED, "Given up: " + reason, now));
            RotationStore.putStep(handle, open, new StepRecord(RotationStep.DESTROY, StepState.RUNNING, null, now));
            record(handle, caller, key, "key.abandon_rotation", false, reason);
            handle.afterCommit(() -> workers.start(key.workspaceId(), key.keyId()));
            return answer(handle, key);
        });
    }

    /** @throws NotFoundProblem where none was ever begun */
    RotationAnswer get(Caller caller, String idOrName) {
        return database.inWorkspace(
                caller.workspaceId(),
                handle -> answer(handle, ApiKeyStore.get(handle, caller.workspaceId(), idOrName)));
    }

    /** Newest first. */
    Page<RotationAnswer> list(Caller caller, String idOrName, PageRequest page) {
        return database.inWorkspace(caller.workspaceId(), handle -> {
            ApiKey key = ApiKeyStore.get(handle, caller.workspaceId(), idOrName);
            return Page.of(
                            RotationStore.list(handle, key.workspaceId(), key.keyId(), page),
                            page,
                            rotation -> rotation.rotationId().toString())
                    .map(rotation -> answer(handle, key, rotation));
        });
    }

    /** In the caller's transaction: the last one of the key. */
    RotationAnswer answer(Handle handle, ApiKey key) {
        return answer(
                handle,
                key,
                RotationStore.findLast(handle, key.workspaceId(), key.keyId())
                        .orElseThrow(() -> new NotFoundProblem("rotation of key", key.name())));
    }

    private static RotationAnswer answer(Handle handle, ApiKey key, KeyRotation rotation) {
        return RotationAnswer.of(
                key,
                KeySecretStore.find(handle, key.workspaceId(), key.keyId()).orElse(null),
                rotation,
                RotationStore.steps(handle, rotation));
    }

    private static ApiKey lock(Handle handle, Caller caller, String idOrName) {
        ApiKey found = ApiKeyStore.get(handle, caller.workspaceId(), idOrName);
        return ApiKeyStore.lock(handle, found.workspaceId(), found.keyId());
    }

    private static KeyRotation open(Handle handle, ApiKey key) {
        return RotationStore.findOpen(handle, key.workspaceId(), key.keyId())
                .orElseThrow(() ->
                        new ConflictProblem(ProblemType.WRONG_STATE, "Key '" + key.name() + "' is not being rotated."));
    }

    private void record(
            Handle handle, Caller caller, ApiKey key, String action, boolean force, @Nullable String reason) {
        Map<String, String> details = new HashMap<>();
        details.put("force", Boolean.toString(force));
        if (reason != null) {
            details.put("reason", reason);
        }
        audit.record(handle, caller, key.workspaceId(), action, "key", key.keyId(), details);
    }
}
