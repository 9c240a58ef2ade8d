package io.leasehold.key.secret;

import io.leasehold.kit.database.Database;
import io.leasehold.kit.secret.SecretPath;
import io.leasehold.kit.secret.SecretStore;
import io.leasehold.kit.secret.SecretStoreProblem;
import io.leasehold.kit.secret.SecretStoreProblem.Reason;
import io.leasehold.providers.Secret;
import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.stream.Stream;

/**
 * The store to which secrets are moving, with the one from which they come behind it. What is written goes to the new one;
 * a secret is in the old one as a whole until it is in the new one as a whole. Whoever changes a secret holds its lock in
 * the database, so that a move can't bring back what was destroyed meanwhile. Readers need none.
 */
final class MovingSecrets implements SecretStore {
    /** Stands for a version that was destroyed, until it is destroyed too; numbers must stay. */
    private static final String NOTHING = "destroyed-before-it-was-moved";

    private final SecretStore to;
    private final SecretStore from;
    private final Database database;

    MovingSecrets(SecretStore to, SecretStore from, Database database) {
        this.to = to;
        this.from = from;
        this.database = database;
    }

    @Override
    public String name() {
        return to.name();
    }

    @Override
    public int currentVersion(SecretPath path) {
        return Math.max(from.currentVersion(path), to.currentVersion(path));
    }

    @Override
    public int write(SecretPath path, int currentVersion, Secret secret) {
        return locked(path, () -> {
            carry(path);
            return to.write(path, currentVersion, secret);
        });
    }

    /** It may be moved while it is looked for: then it is in the new store, where it was not a moment ago. */
    @Override
    public Secret read(SecretPath path, int version) {
        return find(to, path, version).or(() -> find(from, path, version)).orElseGet(() -> to.read(path, version));
    }

    @Override
    public void destroy(SecretPath path, int version) {
        locked(path, () -> {
            from.destroy(path, version);
            to.destroy(path, version);
            return 0;
        });
    }

    @Override
    public void destroy(SecretPath path) {
        locked(path, () -> {
            from.destroy(path);
            to.destroy(path);
            return 0;
        });
    }

    @Override
    public List<SecretPath> list() {
        return Stream.concat(from.list().stream(), to.list().stream())
                .distinct()
                .toList();
    }

    @Override
    public void requireReady() {
        to.requireReady();
        from.requireReady();
    }

    /** Moves one secret with all its versions. Does nothing where it was moved before, so that it can be repeated. */
    void move(SecretPath path) {
        locked(path, () -> {
            carry(path);
            return 0;
        });
    }

    /** The old store is left as it is until the new one has everything; a crash anywhere is made up for by doing it again. */
    private void carry(SecretPath path) {
        int last = from.currentVersion(path);
        if (last == 0) {
            return;
        }
        for (int version = to.currentVersion(path) + 1; version <= last; version++) {
            Secret secret = find(from, path, version).orElseGet(() -> Secret.of(NOTHING));
            to.write(path, version - 1, secret);
        }
        for (int version = 1; version <= last; version++) {
            settle(path, version);
        }
        from.destroy(path);
    }

    private void settle(SecretPath path, int version) {
        Optional<Secret> moved = find(to, path, version);
        if (moved.filter(secret -> secret.reveal().equals(NOTHING)).isPresent()) {
            to.destroy(path, version);
            return;
        }
        Optional<Secret> original = find(from, path, version);
        if (original.isPresent() && !original.map(Secret::sha256).equals(moved.map(Secret::sha256))) {
            throw SecretStoreProblem.damaged(
                    path,
                    "is not the same in %s and in %s, version %d; it stays in both."
                            .formatted(from.name(), to.name(), version));
        }
    }

    private static Optional<Secret> find(SecretStore store, SecretPath path, int version) {
        try {
            return Optional.of(store.read(path, version));
        } catch (SecretStoreProblem problem) {
            if (problem.reason() == Reason.MISSING) {
                return Optional.empty();
            }
            throw problem;
        }
    }

    /** The transaction holds nothing but the lock, which a process that dies gives up. */
    private int locked(SecretPath path, IntSupplier change) {
        return database.asSystem(handle -> {
            handle.execute("select pg_advisory_xact_lock(hashtextextended(?, 0))", "secret " + path.text());
            return change.getAsInt();
        });
    }
}
