package io.leasehold.key.revocation;

import io.leasehold.key.apikey.KeyChanges;
import io.leasehold.key.step.Next;
import io.leasehold.key.step.StepOutcome;
import io.leasehold.key.step.StepPolicy;
import io.leasehold.key.step.StepState;
import io.leasehold.key.step.StepTry;
import io.leasehold.kit.audit.Audit;
import io.leasehold.kit.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;

/** Keeps what came of a step: the revocation, its steps, the key's state and the events, all in one transaction. */
@ApplicationScoped
class RevocationProgress {
    private static final Logger LOG = Logger.getLogger(RevocationProgress.class);

    private final Database database;
    private final KeyChanges keys;
    private final Audit audit;
    private final RevocationConfig config;
    private final StepPolicy policy;
    private final Clock clock;

    RevocationProgress(Database database, KeyChanges keys, Audit audit, RevocationConfig config, Clock clock) {
        this.database = database;
        this.keys = keys;
        this.audit = audit;
        this.config = config;
        this.policy = StepPolicy.of(config.patience());
        this.clock = clock;
    }

    /** @return the revocation where it goes on at once; empty where it waits, is done, or is somebody else's now */
    Optional<KeyRevocation> keep(KeyRevocation at, StepOutcome outcome) {
        Instant now = clock.instant();
        Next<RevocationStep> next = policy.decide(at, outcome, now);
        KeyRevocation changed = at.after(outcome, next, now);
        boolean goesOn = next instanceof Next.Advance<RevocationStep>;
        Optional<KeyRevocation> kept = database.inWorkspace(at.workspaceId(), handle -> {
            Optional<KeyRevocation> stored =
                    RevocationStore.keep(handle, changed, goesOn ? now.plus(config.claim()) : null);
            stored.ifPresent(revocation -> {
                keepSteps(handle, at, outcome, next, now);
                keepKey(handle, revocation);
            });
            return stored;
        });
        log(changed, kept.isPresent());
        return goesOn ? kept : Optional.empty();
    }

    private static void keepSteps(
            Handle handle, KeyRevocation at, StepOutcome outcome, Next<RevocationStep> next, Instant now) {
        StepTry tried = StepTry.of(outcome, next);
        RevocationStore.putStep(
                handle, at.workspaceId(), at.keyId(), new StepRecord(at.step(), tried.state(), tried.detail(), now));
        if (next instanceof Next.Advance<RevocationStep> advance) {
            RevocationStore.putStep(
                    handle, at.workspaceId(), at.keyId(), new StepRecord(advance.to(), StepState.RUNNING, null, now));
        }
    }

    private void keepKey(Handle handle, KeyRevocation changed) {
        if (changed.drainsUntil().isPresent()) {
            keys.drain(handle, changed.workspaceId(), changed.keyId(), changed.keyReason());
        }
        changed.keyState()
                .ifPresent(state -> keys.changeState(
                        handle,
                        changed.workspaceId(),
                        changed.keyId(),
                        state,
                        changed.keyReason(),
                        changed.keyOutcome()));
        if (changed.state() == RevocationState.REVOKED) {
            audit.recordOwn(
                    handle,
                    changed.workspaceId(),
                    "key.revoked",
                    "key",
                    changed.keyId(),
                    Map.of("revocation_id", changed.revocationId().toString()));
        }
    }

    private static void log(KeyRevocation changed, boolean kept) {
        LOG.infof(
                "%s key_id=%s state=%s step=%s attempts=%d failure=%s",
                kept ? "revocation went on" : "revocation was taken over by another replica",
                changed.keyId(),
                changed.state().wireName(),
                changed.step().wireName(),
                changed.attempts(),
                changed.failure() == null ? null : changed.failure().wireName());
    }
}
