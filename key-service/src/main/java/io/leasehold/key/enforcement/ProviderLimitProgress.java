package io.leasehold.key.enforcement;

import io.leasehold.key.step.Next;
import io.leasehold.key.step.StepOutcome;
import io.leasehold.key.step.StepPolicy;
import io.leasehold.kit.audit.Audit;
import io.leasehold.kit.database.Database;
import io.leasehold.providers.key.KeyLimit;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;

/** Keeps what came of setting a limit, with its audit entry, in one transaction. */
@ApplicationScoped
class ProviderLimitProgress {
    private static final Logger LOG = Logger.getLogger(ProviderLimitProgress.class);

    private final Database database;
    private final Audit audit;
    private final StepPolicy policy = StepPolicy.of(Pace.PATIENCE);
    private final Clock clock;

    ProviderLimitProgress(Database database, Audit audit, Clock clock) {
        this.database = database;
        this.audit = audit;
        this.clock = clock;
    }

    /** It needed nothing. */
    void right(LimitTask task) {
        database.useWorkspace(task.key().workspaceId(), handle -> isRight(handle, task));
    }

    void keep(LimitTask task, StepOutcome outcome) {
        Instant now = clock.instant();
        Next<LimitStep> next = policy.decide(task, outcome, now);
        boolean kept = database.inWorkspace(
                task.key().workspaceId(),
                handle -> next instanceof Next.Wait<LimitStep> wait
                        ? ProviderLimitStore.failed(
                                handle, task.before(), task.version(), wait.reason(), wait.attempts(), wait.until())
                        : isSet(handle, task, now));
        LOG.infof(
                "%s key_id=%s outcome=%s",
                kept ? "limit at a provider went on" : "limit at a provider was taken over by another replica",
                task.key().keyId(),
                next instanceof Next.Wait<LimitStep> ? "failed" : "set");
    }

    private static boolean isRight(Handle handle, LimitTask task) {
        return ProviderLimitStore.right(
                handle, task.before(), task.version(), task.wanted().nextChangeAt());
    }

    private boolean isSet(Handle handle, LimitTask task, Instant now) {
        if (!isRight(handle, task)) {
            return false;
        }
        KeyLimit wanted = task.wanted().limit();
        String setOn = wanted.amount() == null ? null : task.key().providerKeyId();
        ProviderLimitStore.set(handle, task.before(), setOn, wanted, now);
        audit.recordOwn(
                handle,
                task.key().workspaceId(),
                "key.limit_at_provider",
                "key",
                task.key().keyId(),
                Map.of(
                        "amount",
                        wanted.amount() == null ? "none" : wanted.amount().toPlainString(),
                        "reset",
                        wanted.reset() == null ? "never" : wanted.reset().wireName()));
        return true;
    }
}
