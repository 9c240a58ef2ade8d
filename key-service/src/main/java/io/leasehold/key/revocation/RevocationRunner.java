package io.leasehold.key.revocation;

import io.leasehold.kit.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Drives one revocation from step to step, as far as it goes now. Two replicas never do so for the same key. */
@ApplicationScoped
class RevocationRunner {
    private static final Logger LOG = Logger.getLogger(RevocationRunner.class);

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

    void run(UUID workspaceId, UUID keyId) {
        try {
            Optional<KeyRevocation> work = claim(workspaceId, keyId);
            while (work.isPresent()) {
                work = tryStep(work.get());
            }
        } catch (RuntimeException failure) {
            LOG.warnf(
                    failure,
                    "revocation interrupted, the sweep takes it up again key_id=%s retry_ms=%d",
                    keyId,
                    config.claim().toMillis());
        }
    }

    /** Empty where it isn't due or another replica is at it. */
    Optional<KeyRevocation> claim(UUID workspaceId, UUID keyId) {
        Instant now = clock.instant();
        return database.inWorkspace(
                workspaceId,
                handle -> RevocationStore.claim(handle, workspaceId, keyId, now, now.plus(config.claim())));
    }

    /** Empty where it does not go on now. */
    Optional<KeyRevocation> tryStep(KeyRevocation at) {
        return progress.keep(at, actions.perform(at));
    }
}
