package io.leasehold.collector.poll;

import io.leasehold.collector.account.AccountStore;
import io.leasehold.kit.audit.Audit;
import io.leasehold.kit.caller.Caller;
import io.leasehold.kit.database.Database;
import io.leasehold.kit.problem.NotFoundProblem;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** Has an account polled now instead of at its time. */
@Singleton
class RefreshService {
    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

    private final Database database;
    private final Poller poller;
    private final Audit audit;
    private final PollConfig config;
    private final Clock clock;

    RefreshService(Database database, Poller poller, Audit audit, PollConfig config, Clock clock) {
        this.database = database;
        this.poller = poller;
        this.audit = audit;
        this.config = config;
        this.clock = clock;
    }

    /**
     * Waits for the poll, whichever replica does it, but not for ever. A poll that is under way already counts.
     *
     * @return whether it is done
     */
    boolean refresh(Caller caller, UUID accountId) throws InterruptedException {
        UUID workspaceId = caller.workspaceId();
        Instant asked = clock.instant();
        database.useWorkspace(workspaceId, handle -> {
            if (AccountStore.find(handle, workspaceId, accountId).isEmpty()) {
                throw new NotFoundProblem("provider account", accountId);
            }
            PollStore.hasten(handle, workspaceId, accountId, asked);
            audit.record(handle, caller, workspaceId, "account.refresh", "provider_account", accountId, Map.of());
        });
        poller.pollDue();
        Instant patienceEnds = asked.plus(config.refreshPatience());
        while (clock.instant().isBefore(patienceEnds)) {
            if (isDone(workspaceId, accountId, asked)) {
                return true;
            }
            Thread.sleep(LOOK_AGAIN);
        }
        return false;
    }

    private boolean isDone(UUID workspaceId, UUID accountId, Instant asked) {
        return database.inWorkspace(workspaceId, handle -> PollStore.find(handle, workspaceId, accountId))
                .map(poll -> poll.nextPollAt() == null || wasPolledSince(poll, asked))
                .orElse(true);
    }

    private static boolean wasPolledSince(PollState poll, Instant asked) {
        Instant polledAt = poll.polledAt();
        return polledAt != null && !polledAt.isBefore(asked);
    }
}
