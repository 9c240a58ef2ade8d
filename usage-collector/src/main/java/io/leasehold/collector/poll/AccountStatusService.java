package io.leasehold.collector.poll;

import io.leasehold.collector.account.Account;
import io.leasehold.collector.account.AccountStore;
import io.leasehold.kit.database.Database;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Answers how the providers of a workspace's accounts answer. */
@Singleton
class AccountStatusService {
    private final Database database;
    private final ProviderAccess providers;
    private final Plans plans;
    private final Clock clock;

    AccountStatusService(Database database, ProviderAccess providers, Plans plans, Clock clock) {
        this.database = database;
        this.providers = providers;
        this.plans = plans;
        this.clock = clock;
    }

    List<AccountStatusView> list(UUID workspaceId) {
        return database.inWorkspace(
                workspaceId,
                handle -> list(
                        handle,
                        workspaceId,
                        AccountStore.list(handle, workspaceId),
                        PollStore.byAccount(handle, workspaceId)));
    }

    /**
     * @param accounts of this workspace
     * @param polls theirs, by account
     */
    List<AccountStatusView> list(Handle handle, UUID workspaceId, List<Account> accounts, Map<UUID, PollState> polls) {
        Plans.InForce inForce = plans.all(handle, workspaceId);
        return accounts.stream()
                .map(account -> view(account, polls.get(account.accountId()), inForce.of(account)))
                .toList();
    }

    Optional<AccountStatusView> find(UUID workspaceId, UUID accountId) {
        return database.inWorkspace(
                workspaceId,
                handle -> AccountStore.find(handle, workspaceId, accountId)
                        .map(account -> view(
                                account,
                                PollStore.find(handle, workspaceId, accountId).orElse(null),
                                plans.of(handle, account))));
    }

    private AccountStatusView view(Account account, @Nullable PollState poll, PollPlan plan) {
        return new AccountStatusView(
                account.accountId(),
                account.provider(),
                account.name(),
                statusOf(account, poll),
                poll == null ? null : poll.message(),
                poll == null ? null : poll.lastGoodAt(),
                poll == null ? null : poll.asOf(),
                poll != null && isStale(poll, plan),
                poll == null ? null : poll.nextPollAt());
    }

    private String statusOf(Account account, @Nullable PollState poll) {
        if (!account.isActive()) {
            return "inactive";
        }
        if (providers.parts(account).isEmpty()) {
            return "unsupported";
        }
        PollStatus status = poll == null ? null : poll.status();
        return status == null ? "pending" : status.wireName();
    }

    /** Figures are late when a whole poll was missed; where there are none, nothing is stale. */
    private boolean isStale(PollState poll, PollPlan plan) {
        Instant lastGood = poll.lastGoodAt();
        if (lastGood == null) {
            return false;
        }
        Duration late = plan.interval().multipliedBy(2);
        return poll.status() != PollStatus.OK || clock.instant().isAfter(lastGood.plus(late));
    }
}
