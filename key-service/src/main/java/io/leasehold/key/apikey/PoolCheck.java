package io.leasehold.key.apikey;

import io.leasehold.contracts.ProblemType;
import io.leasehold.kit.database.Database;
import io.leasehold.kit.problem.ConflictProblem;
import io.leasehold.kit.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Whether a key would be in the pool twice: by its name, its secret, or what it is at the provider. */
@ApplicationScoped
public class PoolCheck {
    private final Database database;

    PoolCheck(Database database) {
        this.database = database;
    }

    /** @throws ConflictProblem naming what is there already */
    void requireNew(Handle handle, NewKey key) {
        Optional<Problem> why = conflict(handle, key);
        if (why.isPresent()) {
            throw why.get();
        }
    }

    /** @throws ConflictProblem where another key has it */
    void requireFreeName(UUID workspaceId, String name) {
        if (database.inWorkspace(workspaceId, handle -> ApiKeyStore.nameIsTaken(handle, workspaceId, name))) {
            throw nameTaken(name);
        }
    }

    /**
     * @param oldStays whether the key's own old secret is left as it is at the provider; then both may be of the same id
     *     there, as a user's tokens are. Else ending the old one would end the new one with it.
     * @throws ConflictProblem where another key has that secret, or is the same at the provider
     */
    public void requireNew(Handle handle, ApiKey key, KeySecret secret, boolean oldStays) {
        Optional<String> taken = ApiKeyStore.nameOfSecret(handle, key.workspaceId(), secret.fingerprint());
        if (taken.isPresent()) {
            throw secretTaken(taken.get());
        }
        if (oldStays && Objects.equals(secret.providerKeyId(), key.providerKeyId())) {
            return;
        }
        Optional<Problem> bound = alreadyBound(handle, key.workspaceId(), key.accountId(), secret.providerKeyId());
        if (bound.isPresent()) {
            throw bound.get();
        }
    }

    private static ConflictProblem secretTaken(String name) {
        return new ConflictProblem(ProblemType.CONFLICT, "This secret is in the pool already, as key '" + name + "'.");
    }

    /** Why the table refused it, asked after it did. */
    Problem whyNotNew(Handle handle, NewKey key) {
        return conflict(handle, key)
                .orElseGet(() -> new ConflictProblem(
                        ProblemType.CONFLICT, "The pool changed while the key was added. Try again."));
    }

    private static Optional<Problem> conflict(Handle handle, NewKey key) {
        ApiKeyStore.Clash clash = ApiKeyStore.clash(handle, key);
        if (clash.nameIsTaken()) {
            return Optional.of(nameTaken(key.name()));
        }
        if (clash.sameSecret() != null) {
            return Optional.of(secretTaken(clash.sameSecret()));
        }
        return Optional.ofNullable(clash.sameAtProvider())
                .map(name -> isBound(name, key.binding().providerKeyId()));
    }

    static ConflictProblem nameTaken(String name) {
        return new ConflictProblem(
                ProblemType.NAME_TAKEN,
                "There is, or was, a key '" + name + "' in this workspace. Choose another name.");
    }

    static Optional<Problem> alreadyBound(
            Handle handle, UUID workspaceId, UUID accountId, @Nullable String providerKeyId) {
        return Optional.ofNullable(providerKeyId)
                .flatMap(id -> ApiKeyStore.nameOfBound(handle, workspaceId, accountId, id))
                .map(name -> isBound(name, providerKeyId));
    }

    private static Problem isBound(String name, @Nullable String providerKeyId) {
        return new ConflictProblem(
                ProblemType.CONFLICT,
                "Key '%s' is bound to '%s' at the provider already.".formatted(name, providerKeyId));
    }
}
