package io.leasehold.key.secret;

import io.leasehold.key.AtOnce;
import io.leasehold.kit.database.Database;
import io.leasehold.kit.secret.SecretPath;
import io.leasehold.kit.secret.SecretStore;
import io.leasehold.kit.secret.SecretStoreProblem;
import io.leasehold.providers.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
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

    /** Writes the rows of whatever owns the secrets. */
    @FunctionalInterface
    public interface RowsWriter<T> {
        /** What stood in the way of one secret need not keep the others from their rows. */
        Rows<T> write(Handle handle, Stored stored);
    }

    /**
     * @param answer what came of it all
     * @param of the secrets that have a row now; those of others are taken back
     */
    public record Rows<T>(T answer, Set<SecretPath> of) {}

    /** What the store made of each secret. */
    public static final class Stored {
        private final Map<SecretPath, Integer> versions = new HashMap<>();
        private final Map<SecretPath, SecretStoreProblem> problems = new HashMap<>();

        private Stored() {}

        /**
         * @return the version that the row must name
         * @throws SecretStoreProblem where it could not be written
         */
        public int version(SecretPath path) {
            SecretStoreProblem problem = problems.get(path);
            if (problem != null) {
                throw problem;
            }
            return Objects.requireNonNull(versions.get(path), "Nobody gave that secret.");
        }
    }

    /** {@link #intend} in a transaction of its own, and then {@link #write}. */
    public <T> T put(SecretPath path, Secret secret, RowWriter<T> row) {
        database.useWorkspace(path.workspaceId(), handle -> intend(handle, List.of(path)));
        return write(path, secret, row);
    }

    /** Notes that secrets are going to be written; to be committed before they are. */
    public void intend(Handle handle, Collection<SecretPath> paths) {
        PendingSecretStore.add(handle, paths, clock.instant());
    }

    /**
     * Writes a secret whose intent is noted.
     *
     * @param row runs in a transaction of its own; when it throws, the secret is taken back
     * @return what {@code row} returned
     * @throws SecretStoreProblem where the secret could not be written
     */
    public <T> T write(SecretPath path, Secret secret, RowWriter<T> row) {
        return writeAll(
                path.workspaceId(),
                Map.of(path, secret),
                (handle, stored) -> new Rows<>(row.write(handle, stored.version(path)), Set.of(path)));
    }

    /**
     * Writes secrets whose intents are noted, several at a time.
     *
     * @param secrets of that workspace
     * @param rows runs in a transaction of its own; when it throws, all of the secrets are taken back
     * @return the answer of {@code rows}
     */
    public <T> T writeAll(UUID workspaceId, Map<SecretPath, Secret> secrets, RowsWriter<T> rows) {
        Stored stored = store(secrets);
        Set<SecretPath> written = stored.versions.keySet();
        try {
            Rows<T> done = database.inWorkspace(workspaceId, handle -> {
                if (!PendingSecretStore.remove(handle, written)) {
                    throw new SweptAwayException();
                }
                Rows<T> made = rows.write(handle, stored);
                without(made, written).forEach(path -> abandon(handle, path));
                return made;
            });
            without(done, written).forEach(orphans::destroy);
            return done.answer();
        } catch (SweptAwayException swept) {
            written.forEach(this::destroySwept);
            throw SecretStoreProblem.unavailable("It took so long that the secret was swept away.", swept);
        } catch (RuntimeException failure) {
            written.forEach(this::takeBack);
            throw failure;
        }
    }

    private static Stream<SecretPath> without(Rows<?> rows, Set<SecretPath> written) {
        return written.stream().filter(path -> !rows.of().contains(path));
    }

    private void abandon(Handle handle, SecretPath path) {
        PendingSecretStore.addAbandoned(handle, path, clock.instant());
    }

    private Stored store(Map<SecretPath, Secret> secrets) {
        Stored stored = new Stored();
        AtOnce.map(List.copyOf(secrets.entrySet()), given -> store(given.getKey(), given.getValue()))
                .forEach(outcome -> outcome.accept(stored));
        return stored;
    }

    /** A write that fails may still come to pass in the store, after us; the sweep comes later than that. */
    private Consumer<Stored> store(SecretPath path, Secret secret) {
        try {
            int version = secrets.write(path, 0, secret);
            return stored -> stored.versions.put(path, version);
        } catch (SecretStoreProblem problem) {
            return stored -> stored.problems.put(path, problem);
        }
    }

    private void destroySwept(SecretPath path) {
        database.useWorkspace(path.workspaceId(), handle -> abandon(handle, path));
        orphans.destroy(path);
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
