package io.leasehold.distribution.stored;

import io.leasehold.contracts.event.RequestCompleted;
import io.leasehold.contracts.stored.StoredResponseAnswer;
import io.leasehold.distribution.stored.StoredResponseStore.Row;
import io.leasehold.kit.database.Database;
import io.leasehold.kit.problem.NotFoundProblem;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** Knows which lease an answer was given to that its provider keeps, whichever gateway it went through. */
@Singleton
public class StoredResponseService {
    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

    private final Database database;
    private final StoredResponseConfig config;
    private final Clock clock;

    StoredResponseService(Database database, StoredResponseConfig config, Clock clock) {
        this.database = database;
        this.config = config;
        this.clock = clock;
    }

    /** Notes what requests tell; the same again changes nothing. */
    public void note(Handle handle, Collection<RequestCompleted> requests) {
        Instant forgotten = clock.instant().minus(config.keep());
        List<Row> rows = requests.stream()
                .flatMap(StoredResponseService::row)
                .filter(row -> row.storedAt().isAfter(forgotten))
                .toList();
        if (!rows.isEmpty()) {
            StoredResponseStore.add(handle, rows);
        }
    }

    /** What is told in another form than agreed is passed over: that request is to be settled all the same. */
    private static Stream<Row> row(RequestCompleted request) {
        RequestCompleted.StoredResponse stored = request.storedResponse();
        return stored == null || !SHA_256.matcher(stored.idHash()).matches()
                ? Stream.empty()
                : Stream.of(new Row(
                        request.workspaceId(),
                        request.provider(),
                        stored.idHash(),
                        request.leaseId(),
                        request.keyId(),
                        stored.link(),
                        request.completedAt()));
    }

    /** @throws NotFoundProblem when this lease was given no such answer; whether another one was is not told */
    StoredResponseAnswer get(UUID workspaceId, String provider, String idHash, UUID leaseId) {
        return database.inWorkspace(
                        workspaceId, handle -> StoredResponseStore.find(handle, workspaceId, provider, idHash, leaseId))
                .map(found -> new StoredResponseAnswer(found.keyId(), found.link()))
                .orElseThrow(() -> new NotFoundProblem("stored response with hash", idHash));
    }
}
