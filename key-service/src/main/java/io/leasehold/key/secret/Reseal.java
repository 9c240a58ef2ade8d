package io.leasehold.key.secret;

import io.leasehold.kit.database.Database;
import io.leasehold.kit.secret.SecretStoreProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Seals again, under the current master key, what was sealed under another one. Readers and writers go on meanwhile, and so
 * may a second run: each row is changed under its lock, and a batch is kept as a whole or not at all.
 */
final class Reseal {
    private static final int BATCH = 200;

    private final Database database;
    private final SecretSeal seal;
    private final String currentId;

    Reseal(Database database, MasterKeys masters) {
        this.database = database;
        this.seal = new SecretSeal(masters);
        this.currentId = masters.current().id();
    }

    /**
     * What came of it.
     *
     * @param resealed how many versions of secrets
     * @param left how many are still under another master key
     * @param problems why, where it was not for want of their turn
     */
    record Result(int resealed, int left, List<String> problems) {}

    Result run() {
        int resealed = 0;
        List<String> problems = new ArrayList<>();
        Optional<SealedRow> last = Optional.empty();
        while (true) {
            Optional<SealedRow> after = last;
            List<SealedRow> batch = database.asSystem(handle -> resealNext(handle, after, problems));
            if (batch.isEmpty()) {
                int left = database.asSystem(handle -> SealedSecretStore.countUnderOthers(handle, currentId));
                return new Result(resealed - problems.size(), left, problems);
            }
            resealed += batch.size();
            last = Optional.of(batch.getLast());
        }
    }

    private List<SealedRow> resealNext(Handle handle, Optional<SealedRow> after, List<String> problems) {
        List<SealedRow> batch = SealedSecretStore.lockUnderOthers(handle, currentId, after, BATCH);
        for (SealedRow row : batch) {
            try {
                SealedSecretStore.replace(handle, row, seal.reseal(row.path(), row.version(), row.sealed()));
            } catch (SecretStoreProblem unreadable) {
                problems.add(unreadable.detail());
            }
        }
        return batch;
    }
}
