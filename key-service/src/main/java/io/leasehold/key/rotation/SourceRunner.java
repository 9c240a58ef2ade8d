package io.leasehold.key.rotation;

import io.leasehold.contracts.KeyState;
import io.leasehold.key.source.KeySourcesConfig;
import io.leasehold.key.source.SourcedKey;
import io.leasehold.key.source.SourcedKeyStore;
import io.leasehold.key.step.StepWork;
import io.leasehold.kit.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Looks at the sources of keys from time to time, each by one replica at a time. */
@ApplicationScoped
class SourceRunner implements StepWork<SourcedKey> {
    private static final Logger LOG = Logger.getLogger(SourceRunner.class);

    private final Database database;
    private final FollowSource following;
    private final KeySourcesConfig config;
    private final Clock clock;

    SourceRunner(Database database, FollowSource following, KeySourcesConfig config, Clock clock) {
        this.database = database;
        this.following = following;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public List<Due> listDue(int limit) {
        return database.asSystem(handle -> SourcedKeyStore.CLAIMS.listDue(handle, clock.instant(), limit));
    }

    @Override
    public Optional<SourcedKey> claim(UUID workspaceId, UUID keyId) {
        Instant now = clock.instant();
        return database.inWorkspace(
                workspaceId,
                handle -> SourcedKeyStore.claim(handle, workspaceId, keyId, now, now.plus(config.claim())));
    }

    /** One look is all that there is to do. */
    @Override
    public Optional<SourcedKey> tryStep(SourcedKey at) {
        FollowSource.Look look = following.look(at);
        Instant now = clock.instant();
        boolean ended = look.key().state() == KeyState.REVOKED;
        SourcedKey seen = (ended ? at.inOrder(at.taken(), now) : look.seen()).next(now.plus(config.interval()));
        database.useWorkspace(at.workspaceId(), handle -> SourcedKeyStore.keep(handle, seen, !ended));
        tell(at, seen);
        return Optional.empty();
    }

    /** A line when it becomes different, and not with every look. */
    private static void tell(SourcedKey before, SourcedKey now) {
        if (Objects.equals(before.problem(), now.problem())) {
            return;
        }
        if (now.problem() == null) {
            LOG.infof("key has what its source holds key_id=%s source=%s", now.keyId(), now.source());
        } else {
            LOG.warnf(
                    "key does not have what its source holds key_id=%s source=%s reason=%s",
                    now.keyId(), now.source(), now.problem());
        }
    }
}
