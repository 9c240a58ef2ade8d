package io.leasehold.key.enforcement;

import io.leasehold.key.apikey.ApiKey;
import io.leasehold.key.apikey.ApiKeyStore;
import io.leasehold.key.step.StepWork;
import io.leasehold.kit.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Switches keys off at their providers that nodes use themselves and that are nearly at a limit, and on again afterwards. */
@ApplicationScoped
class DirectStopRunner implements StepWork<DirectStop> {
    private final Database database;
    private final DirectStopActions actions;
    private final DirectStopProgress progress;
    private final Clock clock;

    DirectStopRunner(Database database, DirectStopActions actions, DirectStopProgress progress, Clock clock) {
        this.database = database;
        this.actions = actions;
        this.progress = progress;
        this.clock = clock;
    }

    @Override
    public List<Due> listDue(int limit) {
        return database.asSystem(handle -> DirectStopStore.CLAIMS.listDue(handle, clock.instant(), limit));
    }

    @Override
    public Optional<DirectStop> claim(UUID workspaceId, UUID keyId) {
        Instant now = clock.instant();
        return database.inWorkspace(
                workspaceId,
                handle -> DirectStopStore.claim(handle, workspaceId, keyId, now, now.plus(Pace.CLAIM))
                        .flatMap(claimed -> turned(handle, claimed, now)));
    }

    /** Where it turns round is kept before anything is done, as every step is. */
    private static Optional<DirectStop> turned(Handle handle, DirectStop claimed, Instant now) {
        Optional<ApiKey> key = ApiKeyStore.find(handle, claimed.workspaceId(), claimed.keyId());
        if (key.isEmpty() || key.get().isEnding()) {
            // Its end is somebody else's, and for good.
            DirectStopStore.over(handle, claimed);
            return Optional.empty();
        }
        DirectStop turned = claimed.turned(now);
        return turned.step() == claimed.step()
                ? Optional.of(claimed)
                : DirectStopStore.keep(handle, turned, now.plus(Pace.CLAIM), now);
    }

    @Override
    public Optional<DirectStop> tryStep(DirectStop at) {
        return progress.keep(at, actions.perform(at));
    }
}
