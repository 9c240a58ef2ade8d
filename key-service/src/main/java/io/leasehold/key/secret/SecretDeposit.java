package io.leasehold.key.secret;

import io.leasehold.kit.database.Database;
import io.leasehold.kit.secret.SecretPath;
import io.leasehold.kit.secret.SecretStore;
import io.leasehold.kit.secret.SecretStoreProblem;
import io.leasehold.providers.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;

/**
 * Puts a new secret into the store and its row into the database, in this order. Before both, the intent is noted, so that
 * a crash in between leaves nothing behind that {@link OrphanSweep} could not find.
 */
@ApplicationScoped
public class SecretDeposit {
    private static final Logger LOG = Logger.getLogger(SecretDeposit.class);

    private final SecretStore secrets;
    private final Orphans orphans;
    private final Database database;
    private final Clock clock;

    SecretDeposit(SecretStore secrets, Orphans orphans, Database database, Clock clock) {
        this.secrets = secrets;
        this.orphans = orphans;
        this.database = database;
        this.clock = clock;
    }

    /** Writes the row of whatever owns the secret. */
    @FunctionalInterface
    public interface RowWriter<T> {
        /** @param secretVersion the version that the row must name */
        T write(Handle handle, int secretVersion);
    }

    /** {@link #intend} in a transaction of its own, and then {@link #write}. */
    public <T> T put(SecretPath path, Secret secret, RowWriter<T> row) {
        database.useWorkspace(path.workspaceId(), handle -> intend(handle, path));
        return write(path, secret, row);
    }

    /** Notes that a secret is going to be written; to be committed before it is. */
    public void intend(Handle handle, SecretPath path) {
        PendingSecretStore.add(handle, path, clock.instant());
    }

    /**
     * Writes a secret whose intent is noted.
     *
     * @param row runs in a transaction of its own; when it throws, the secret is taken back
     * @return what {@code row} returned
     */
    public <T> T write(SecretPath path, Secret secret, RowWriter<T> row) {
        // A write that fails may still come to pass in the store, after us; the sweep comes later than that.
        int version = secrets.write(path, 0, secret);
        try {
            return database.inWorkspace(path.workspaceId(), handle -> {
                if (!PendingSecretStore.remove(handle, path)) {
                    throw new SweptAwayException();
                }
                return row.write(handle, version);
            });
        } catch (SweptAwayException swept) {
            database.useWorkspace(
                    path.workspaceId(), handle -> PendingSecretStore.addAbandoned(handle, path, clock.instant()));
            orphans.destroy(path);
            throw SecretStoreProblem.unavailable("It took so long that the secret was swept away.", swept);
        } catch (RuntimeException failure) {
            takeBack(path);
            throw failure;
        }
    }

    /** Where the intent is gone the row was committed after all, although its answer was lost; then the secret stays. */
    private void takeBack(SecretPath path) {
        try {
            if (database.inWorkspace(path.workspaceId(), handle -> PendingSecretStore.abandon(handle, path))) {
                orphans.destroy(path);
            }
        } catch (RuntimeException later) {
            LOG.warnf(later, "secret without row is left to the sweep path=%s", path.text());
        }
    }

    /** The sweep gave the secret up before its row came, and could not destroy what was not yet written. */
    private static final class SweptAwayException extends RuntimeException {
        private static final long serialVersionUID = 1;
    }
}
