package io.leasehold.key.rotation;

import io.leasehold.contracts.ProblemType;
import io.leasehold.key.apikey.ApiKey;
import io.leasehold.key.apikey.ApiKeyStore;
import io.leasehold.key.apikey.KeyProof;
import io.leasehold.key.apikey.KeySecret;
import io.leasehold.key.apikey.KeySecretStore;
import io.leasehold.key.apikey.LiveKey;
import io.leasehold.key.apikey.PoolCheck;
import io.leasehold.key.secret.GivenSecret;
import io.leasehold.key.secret.SecretVersions;
import io.leasehold.key.source.KeySource;
import io.leasehold.key.source.SourcedKey;
import io.leasehold.key.source.SourcedKeyStore;
import io.leasehold.key.step.StepState;
import io.leasehold.kit.audit.Audit;
import io.leasehold.kit.caller.Caller;
import io.leasehold.kit.database.Database;
import io.leasehold.kit.problem.ConflictProblem;
import io.leasehold.kit.problem.Problem;
import io.leasehold.providers.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Takes a secret that somebody made: it begins a rotation, or goes to the one that waits for it. */
@ApplicationScoped
class ReplaceSecretService {
    private final Database database;
    private final KeyProof proof;
    private final PoolCheck pool;
    private final SecretVersions versions;
    private final Rotations rotations;
    private final RotationService answers;
    private final RotationWorkers workers;
    private final Audit audit;
    private final Clock clock;

    ReplaceSecretService(
            Database database,
            KeyProof proof,
            PoolCheck pool,
            SecretVersions versions,
            Rotations rotations,
            RotationService answers,
            RotationWorkers workers,
            Audit audit,
            Clock clock) {
        this.database = database;
        this.proof = proof;
        this.pool = pool;
        this.versions = versions;
        this.rotations = rotations;
        this.answers = answers;
        this.workers = workers;
        this.audit = audit;
        this.clock = clock;
    }

    /** Can be repeated: the secret that is on its way already changes nothing. */
    RotationAnswer replace(Caller caller, String idOrName, ReplaceSecretRequest request) {
        LiveKey target = database.inWorkspace(
                caller.workspaceId(), handle -> LiveKey.get(handle, caller.workspaceId(), idOrName));
        requireGivenByPeople(target.key());
        return replace(caller, target, request, "Given by " + caller.name() + ".");
    }

    /**
     * A key's source holds another secret than the key has; what comes of it is told by its rotation.
     *
     * @param caller the service itself
     * @throws Problem where it can't be the key's, as with one that somebody gives
     */
    void follow(Caller caller, ApiKey key, KeySource source, Secret found) {
        LiveKey target = database.inWorkspace(
                key.workspaceId(),
                handle -> LiveKey.get(handle, key.workspaceId(), key.keyId().toString()));
        String how = "Taken from the %s.".formatted(source.words());
        replace(
                caller,
                target,
                new ReplaceSecretRequest(found.reveal(), null, source.revokeOld(), null, null, how),
                how);
    }

    /** @param how the secret came here */
    private RotationAnswer replace(Caller caller, LiveKey target, ReplaceSecretRequest request, String how) {
        ApiKey key = target.key();
        try (Secret secret = GivenSecret.of("secret", request.secret())) {
            KeySecret proven = proof.prove(caller, key, target.account(), secret, request.providerKeyId());
            Optional<RotationAnswer> repeated = database.inWorkspace(key.workspaceId(), handle -> {
                if (isOnItsWay(handle, key, proven)) {
                    return Optional.of(answers.answer(handle, key));
                }
                requireWanted(handle, key);
                pool.requireNew(handle, key, proven, !request.endsOld());
                return Optional.empty();
            });
            if (repeated.isPresent()) {
                return repeated.get();
            }
            KeySecret stored = proven.inVersion(versions.put(key.secretPath(), secret));
            return database.inWorkspace(key.workspaceId(), handle -> take(handle, caller, stored, request, how));
        }
    }

    private RotationAnswer take(
            Handle handle, Caller caller, KeySecret stored, ReplaceSecretRequest request, String how) {
        ApiKey key = ApiKeyStore.lock(handle, stored.workspaceId(), stored.keyId());
        requireWanted(handle, key);
        pool.requireNew(handle, key, stored, !request.endsOld());
        KeyRotation rotation = rotations.openOrBegin(
                handle,
                key,
                new Rotations.Order(
                        request.isForced(), false, request.endsOld(), request.overlapSeconds(), request.reason()));
        versions.named(handle, key.secretPath(), stored.secretVersion());
        KeySecretStore.put(handle, stored);
        Instant now = clock.instant();
        RotationStore.lead(handle, rotation.given(request.endsOld(), now));
        RotationStore.putStep(handle, rotation, new StepRecord(RotationStep.CREATE, StepState.DONE, how, now));
        RotationStore.putStep(handle, rotation, new StepRecord(RotationStep.PROBE, StepState.RUNNING, null, now));
        audit.record(
                handle,
                caller,
                key.workspaceId(),
                "key.replace_secret",
                "key",
                key.keyId(),
                Map.of("masked", stored.masked(), "revoke_old", Boolean.toString(request.endsOld())));
        handle.afterCommit(() -> workers.start(key.workspaceId(), key.keyId()));
        return answers.answer(handle, key);
    }

    /** @throws ConflictProblem where it has a source, which would give it the former secret again */
    private void requireGivenByPeople(ApiKey key) {
        Optional<SourcedKey> sourced = database.inWorkspace(
                key.workspaceId(), handle -> SourcedKeyStore.find(handle, key.workspaceId(), key.keyId()));
        if (sourced.isPresent()) {
            throw new ConflictProblem(
                    ProblemType.WRONG_STATE,
                    "Key '%s' takes its secret from the %s. Put the new one there, or let the key leave its source first."
                            .formatted(key.name(), sourced.get().words()));
        }
    }

    /** @throws ConflictProblem where the key has ended, or a rotation is past the point where it takes a secret */
    private static void requireWanted(Handle handle, ApiKey key) {
        Rotations.requirePossible(key);
        Optional<KeyRotation> open = RotationStore.findOpen(handle, key.workspaceId(), key.keyId());
        if (open.isPresent() && open.get().step() != RotationStep.CREATE) {
            throw new ConflictProblem(
                    ProblemType.WRONG_STATE,
                    "Key '%s' is being rotated. Wait for its end, hurry it with force, or roll it back first."
                            .formatted(key.name()));
        }
    }

    /** Or has just come to be served. */
    private static boolean isOnItsWay(Handle handle, ApiKey key, KeySecret proven) {
        return RotationStore.findOpen(handle, key.workspaceId(), key.keyId()).isPresent()
                && (Arrays.equals(key.fingerprint(), proven.fingerprint())
                        || KeySecretStore.find(handle, key.workspaceId(), key.keyId())
                                .filter(other -> Arrays.equals(other.fingerprint(), proven.fingerprint()))
                                .isPresent());
    }
}
