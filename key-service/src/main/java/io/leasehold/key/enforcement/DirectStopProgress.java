package io.leasehold.key.enforcement;

import io.leasehold.contracts.KeyState;
import io.leasehold.key.apikey.ApiKey;
import io.leasehold.key.apikey.ApiKeyStore;
import io.leasehold.key.apikey.KeyChanges;
import io.leasehold.key.step.Next;
import io.leasehold.key.step.StepOutcome;
import io.leasehold.key.step.StepPolicy;
import io.leasehold.kit.audit.Audit;
import io.leasehold.kit.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;

/** Keeps what came of a step: the stop, the key's state and the events, all in one transaction. */
@ApplicationScoped
class DirectStopProgress {
    private static final Logger LOG = Logger.getLogger(DirectStopProgress.class);

    private final Database database;
    private final KeyChanges changes;
    private final Audit audit;
    private final StepPolicy policy = StepPolicy.of(Pace.PATIENCE);
    private final Clock clock;

    DirectStopProgress(Database database, KeyChanges changes, Audit audit, Clock clock) {
        this.database = database;
        this.changes = changes;
        this.audit = audit;
        this.clock = clock;
    }

    /** @return the stop where it goes on at once; empty where it waits, is over, is to turn round, or is somebody else's now */
    Optional<DirectStop> keep(DirectStop at, StepOutcome outcome) {
        Instant now = clock.instant();
        Next<DirectStopStep> next = policy.decide(at, outcome, now);
        DirectStop changed = at.after(next, now);
        boolean goesOn = next instanceof Next.Advance<DirectStopStep>;
        Optional<DirectStop> kept = database.inWorkspace(at.workspaceId(), handle -> {
            Optional<DirectStop> stored =
                    DirectStopStore.keep(handle, changed, goesOn ? now.plus(Pace.CLAIM) : null, now);
            if (stored.isPresent()) {
                keepFacts(handle, at, outcome, now);
            }
            return stored;
        });
        LOG.infof(
                "%s key_id=%s step=%s attempts=%d",
                kept.isPresent() ? "direct stop went on" : "direct stop was taken over by another replica",
                changed.keyId(),
                changed.step().wireName(),
                changed.attempts());
        return kept.filter(stored -> goesOn && stored.version() == at.version());
    }

    private void keepFacts(Handle handle, DirectStop at, StepOutcome outcome, Instant now) {
        switch (outcome) {
            case StepOutcome.Done _ -> done(handle, at, now);
            case StepOutcome.Refused refused -> needsPerson(handle, at, refused.reason());
            case StepOutcome.Manual manual -> needsPerson(handle, at, manual.instructions());
            case StepOutcome.Retry _, StepOutcome.NotYet _, StepOutcome.Again _ -> {}
        }
    }

    private void done(Handle handle, DirectStop at, Instant now) {
        switch (at.step()) {
            case TAKE_OUT_OF_USE -> takeOutOfUse(handle, at);
            case SWITCH_OFF -> {
                DirectStopStore.switched(handle, at, true, now);
                record(handle, at, "key.disable_at_provider", Map.of());
            }
            case SWITCH_ON -> {
                DirectStopStore.switched(handle, at, false, now);
                record(handle, at, "key.enable_at_provider", Map.of());
            }
            case PUT_INTO_USE -> putIntoUse(handle, at);
        }
    }

    private void takeOutOfUse(Handle handle, DirectStop stop) {
        ApiKey key = ApiKeyStore.lock(handle, stop.workspaceId(), stop.keyId());
        if (key.state() == KeyState.ACTIVE) {
            String reason = stop.reason();
            changes.changeState(handle, key.workspaceId(), key.keyId(), KeyState.DISABLED, reason);
            DirectStopStore.outOfUse(handle, stop, reason);
            record(handle, stop, "key.disable", Map.of("reason", reason));
        }
    }

    /** Only where it is out of use for our reason: whoever took it out for another may have had a better one. */
    private void putIntoUse(Handle handle, DirectStop stop) {
        ApiKey key = ApiKeyStore.lock(handle, stop.workspaceId(), stop.keyId());
        String reason = stop.disabledFor();
        if (key.state() == KeyState.DISABLED && reason != null && reason.equals(key.reason())) {
            changes.changeState(handle, stop.workspaceId(), stop.keyId(), KeyState.ACTIVE, null);
            record(handle, stop, "key.enable", Map.of());
        }
        DirectStopStore.outOfUse(handle, stop, null);
    }

    /** Once, and again only where it is something else. */
    private void needsPerson(Handle handle, DirectStop stop, String message) {
        if (!message.equals(stop.message())) {
            record(handle, stop, "key.stop_needs_person", Map.of("step", message));
        }
    }

    private void record(Handle handle, DirectStop stop, String action, Map<String, String> details) {
        audit.recordOwn(handle, stop.workspaceId(), action, "key", stop.keyId(), details);
    }
}
