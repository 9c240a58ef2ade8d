package io.leasehold.key.account;

import io.leasehold.contracts.ProblemType;
import io.leasehold.contracts.event.EventType;
import io.leasehold.kit.outbox.Outbox;
import io.leasehold.kit.problem.ConflictProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.jdbi.v3.core.Handle;

/** Changes an account together with the event that tells of it, in the caller's transaction, which holds its row's lock. */
@ApplicationScoped
class AccountChanges {
    private final Outbox outbox;
    private final Clock clock;

    AccountChanges(Outbox outbox, Clock clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    /** @throws ConflictProblem when its name is taken */
    Account change(Handle handle, Account changed) {
        Account kept = AccountStore.update(handle, changed, clock.instant());
        outbox.append(handle, EventType.ACCOUNT_CHANGED, kept.view());
        return kept;
    }

    static ConflictProblem nameTaken(String name) {
        return new ConflictProblem(
                ProblemType.NAME_TAKEN,
                "There is, or was, an account '" + name + "' in this workspace. Choose another name.");
    }
}
