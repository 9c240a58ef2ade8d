package io.leasehold.key.secret;

import io.leasehold.kit.database.Database;
import io.leasehold.kit.secret.SecretPath;
import io.leasehold.kit.secret.SecretStore;
import io.leasehold.kit.secret.SecretStoreProblem;
import io.leasehold.providers.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jdbi.v3.core.Handle;

/**
 * Puts further versions of secrets into the store, beside those that are there. What is written is noted to be destroyed
 * first; naming it in a row takes that back, so that a crash in between leaves nothing behind that
 * {@link SecretDisposal} could not find.
 */
@ApplicationScoped
public class SecretVersions {
    /** Longer than it can take from writing a version to naming it. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final SecretStore secrets;
    private final Database database;
    private final Clock clock;

    protected SecretVersions(SecretStore secrets, Database database, Clock clock) {
        this.secrets = secrets;
        this.database = database;
        this.clock = clock;
    }

    /**
     * @return the version, which is to be named by a row within ten minutes
     * @throws SecretStoreProblem {@code CONFLICT} when somebody else wrote one meanwhile
     */
    public int put(SecretPath path, Secret secret) {
        int current = secrets.currentVersion(path);
        Instant due = clock.instant().plus(PATIENCE);
        database.useWorkspace(path.workspaceId(), handle -> SecretDisposalStore.add(handle, path, current + 1, due));
        return secrets.write(path, current, secret);
    }

    /**
     * In the transaction that writes the row.
     *
     * @throws SecretStoreProblem when it took so long that the version is being destroyed
     */
    public void named(Handle handle, SecretPath path, int version) {
        if (!SecretDisposalStore.takeBack(handle, path, version)) {
            throw SecretStoreProblem.unavailable("It took so long that the secret was swept away.", null);
        }
    }

    /** Once no row names it any more, in the transaction that makes it so. */
    public void destroyAt(Handle handle, SecretPath path, int version, Instant due) {
        SecretDisposalStore.add(handle, path, version, due);
    }
}
