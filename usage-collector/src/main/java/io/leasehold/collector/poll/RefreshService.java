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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Has accounts polled now instead of at their time. */
@Singleton
class RefreshService {
    private static final Logger LOG = Logger.getLogger(RefreshService.class);
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
     * The same for all accounts, at the same time as far as {@link PollConfig#refreshConcurrency} lets them.
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

    private record Begun(Set<UUID> accounts, List<Claim> claims) {}

    private boolean refresh(Caller caller, Function<List<Account>, Set<UUID>> choice) throws InterruptedException {
        UUID workspaceId = caller.workspaceId();
        Instant asked = clock.instant();
        Begun begun = database.inWorkspace(workspaceId, handle -> {
            Set<UUID> chosen = choice.apply(AccountStore.list(handle, workspaceId));
            chosen.forEach(account -> record(handle, caller, account));
            return new Begun(chosen, PollStore.claim(handle, workspaceId, chosen, asked, asked.plus(config.claim())));
        });
        awaitOwn(poller.pollNow(begun.claims()));
        Instant patienceEnds = asked.plus(config.refreshPatience());
        while (isAnyPolled(workspaceId, begun.accounts())) {
            if (!clock.instant().isBefore(patienceEnds)) {
                return false;
            }
            Thread.sleep(LOOK_AGAIN);
        }
        return true;
    }

    private void record(Handle handle, Caller caller, UUID accountId) {
        audit.record(handle, caller, caller.workspaceId(), "account.refresh", "provider_account", accountId, Map.of());
    }

    /** Those that this replica polls are known to be done at once; of all others only the table tells. */
    private void awaitOwn(CompletableFuture<Void> polls) throws InterruptedException {
        try {
            polls.get(config.refreshPatience().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException goesOn) {
            LOG.debug("a refresh takes longer than anybody waits for it");
        } catch (ExecutionException broken) {
            LOG.warn("a refresh broke off", broken);
        }
    }

    private boolean isAnyPolled(UUID workspaceId, Set<UUID> accounts) {
        return database.inWorkspace(
                workspaceId, handle -> PollStore.isAnyClaimed(handle, workspaceId, accounts, clock.instant()));
    }
}
