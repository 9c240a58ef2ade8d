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
     * Waits for the poll, but not for ever. One that is under way, here or at another replica, counts for this one.
     *
     * @return whether it is done
     */
    boolean refresh(Caller caller, UUID accountId) throws InterruptedException {
        UUID workspaceId = caller.workspaceId();
        Instant asked = clock.instant();
        database.inWorkspace(workspaceId, handle -> {
                    if (AccountStore.find(handle, workspaceId, accountId).isEmpty()) {
                        throw new NotFoundProblem("provider account", accountId);
                    }
                    audit.record(
                            handle, caller, workspaceId, "account.refresh", "provider_account", accountId, Map.of());
                    return PollStore.claim(handle, workspaceId, accountId, asked, asked.plus(config.claim()));
                })
                .ifPresent(poller::pollNow);
        Instant patienceEnds = asked.plus(config.refreshPatience());
        while (isPolled(workspaceId, accountId)) {
            if (!clock.instant().isBefore(patienceEnds)) {
                return false;
            }
            Thread.sleep(LOOK_AGAIN);
        }
        return true;
    }

    private boolean isPolled(UUID workspaceId, UUID accountId) {
        return database.inWorkspace(
                workspaceId, handle -> PollStore.isClaimed(handle, workspaceId, accountId, clock.instant()));
    }
}
