package io.leasehold.key.revocation;

import io.leasehold.key.step.StepWork;
import io.leasehold.kit.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Drives revocations from step to step. */
@ApplicationScoped
class RevocationRunner implements StepWork<KeyRevocation> {
    private final Database database;
    private final StepActions actions;
    private final RevocationProgress progress;
    private final RevocationConfig config;
    private final Clock clock;

    RevocationRunner(
            Database database, StepActions actions, RevocationProgress progress, RevocationConfig config, Clock clock) {
        this.database = database;
        this.actions = actions;
        this.progress = progress;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public List<Due> listDue(int limit) {
        return database.asSystem(handle -> RevocationStore.CLAIMS.listDue(handle, clock.instant(), limit));
    }

    @Override
    public Optional<KeyRevocation> claim(UUID workspaceId, UUID keyId) {
        Instant now = clock.instant();
        return database.inWorkspace(
                workspaceId,
                handle -> RevocationStore.claim(handle, workspaceId, keyId, now, now.plus(config.claim())));
    }

    @Override
    public Optional<KeyRevocation> tryStep(KeyRevocation at) {
        return progress.keep(at, actions.perform(at));
    }
}
