package io.leasehold.distribution.direct;

import io.leasehold.distribution.key.PoolKeyStore;
import io.leasehold.kit.caller.Caller;
import io.leasehold.kit.database.Database;
import io.leasehold.kit.problem.NotFoundProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** What people may know about direct use of keys. */
@ApplicationScoped
class DirectUseService {
    private final Database database;
    private final Clock clock;

    DirectUseService(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** @throws NotFoundProblem where the workspace has no such key */
    DirectUseNow current(Caller caller, String keyId) {
        UUID workspaceId = caller.workspaceId();
        return database.inWorkspace(workspaceId, handle -> current(handle, workspaceId, id(keyId)));
    }

    private DirectUseNow current(Handle handle, UUID workspaceId, UUID keyId) {
        if (PoolKeyStore.find(handle, workspaceId, keyId).isEmpty()) {
            throw new NotFoundProblem("key", keyId.toString());
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return DirectUseStore.find(handle, workspaceId, keyId)
                .map(use -> new DirectUseNow(
                        use, KeyWindows.read(handle, use, now), BillStore.isEstimated(handle, workspaceId, keyId), now))
                .orElseGet(() -> new DirectUseNow(null, null, false, now));
    }

    private static UUID id(String keyId) {
        try {
            return UUID.fromString(keyId);
        } catch (IllegalArgumentException malformed) {
            throw new NotFoundProblem("key", keyId);
        }
    }
}
