package io.leasehold.collector.poll;

import io.leasehold.collector.account.Account;
import io.leasehold.collector.account.AccountStore;
import io.leasehold.kit.audit.Audit;
import io.leasehold.kit.caller.Caller;
import io.leasehold.kit.database.Database;
import io.leasehold.kit.problem.NotFoundProblem;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Has accounts polled now instead of at their time. */
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
     * @throws NotFoundProblem when there is no such account
     */
    boolean refresh(Caller caller, UUID accountId) throws InterruptedException {
        return refresh(caller, accounts -> {
            if (accounts.stream().noneMatch(account -> account.accountId().equals(accountId))) {
                throw new NotFoundProblem("provider account", accountId);
            }
            return Set.of(accountId);
        });
    }

    /**
     * The same for all accounts, at the same time.
     *
     * @param provider null for those of every provider
     */
    boolean refreshAll(Caller caller, @Nullable String provider) throws InterruptedException {
        return refresh(
                caller,
                accounts -> accounts.stream()
                        .filter(account ->
                                provider == null || account.provider().equals(provider))
                        .filter(Account::isActive)
                        .map(Account::accountId)
                        .collect(Collectors.toSet()));
    }

    private boolean refresh(Caller caller, Function<List<Account>, Set<UUID>> choice) throws InterruptedException {
        UUID workspaceId = caller.workspaceId();
        Instant asked = clock.instant();
        Instant until = asked.plus(config.claim());
        Set<UUID> chosen =
                database.inWorkspace(workspaceId, handle -> choice.apply(AccountStore.list(handle, workspaceId)));
        for (UUID accountId : chosen) {
            database.inWorkspace(workspaceId, handle -> {
                        audit.record(
                                handle,
                                caller,
                                workspaceId,
                                "account.refresh",
                                "provider_account",
                                accountId,
                                Map.of());
                        return PollStore.claim(handle, workspaceId, accountId, asked, until);
                    })
                    .ifPresent(poller::pollNow);
        }
        Instant patienceEnds = asked.plus(config.refreshPatience());
        while (isAnyPolled(workspaceId, chosen)) {
            if (!clock.instant().isBefore(patienceEnds)) {
                return false;
            }
            Thread.sleep(LOOK_AGAIN);
        }
        return true;
    }

    private boolean isAnyPolled(UUID workspaceId, Set<UUID> accounts) {
        return database.inWorkspace(
                workspaceId,
                handle -> accounts.stream()
                        .anyMatch(account -> PollStore.isClaimed(handle, workspaceId, account, clock.instant())));
    }
}
