package io.leasehold.collector.poll;

import io.leasehold.collector.account.Account;
import io.leasehold.collector.account.AccountStore;
import io.leasehold.kit.audit.Audit;
import io.leasehold.kit.caller.Caller;
import io.leasehold.kit.database.Database;
import io.leasehold.kit.problem.NotFoundProblem;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Shows and sets what is polled, and how often. */
@Singleton
class PlanService {
    private final Database database;
    private final ProviderAccess providers;
    private final Plans plans;
    private final Poller poller;
    private final Audit audit;
    private final Clock clock;

    PlanService(Database database, ProviderAccess providers, Plans plans, Poller poller, Audit audit, Clock clock) {
        this.database = database;
        this.providers = providers;
        this.plans = plans;
        this.poller = poller;
        this.audit = audit;
        this.clock = clock;
    }

    /** @throws NotFoundProblem when there is no such provider */
    PlanView ofProvider(UUID workspaceId, String provider) {
        requireKnown(provider);
        return database.inWorkspace(workspaceId, handle -> view(handle, workspaceId, provider));
    }

    /** @throws NotFoundProblem when there is no such account */
    PlanView ofAccount(UUID workspaceId, UUID accountId) {
        return database.inWorkspace(workspaceId, handle -> view(handle, account(handle, workspaceId, accountId)));
    }

    /** For every account of the provider that has no plan of its own; they are polled by it at once. */
    PlanView setOfProvider(Caller caller, String provider, PlanChoice choice) {
        requireKnown(provider);
        UUID workspaceId = caller.workspaceId();
        return database.inWorkspace(workspaceId, handle -> {
            PlanStore.put(handle, workspaceId, new PlanStore.Owner(provider, null), choice, clock.instant());
            audit.record(
                    handle, caller, workspaceId, "poll_plan.set", "provider", provider, Map.of("provider", provider));
            List<Account> accounts = AccountStore.list(handle, workspaceId).stream()
                    .filter(account -> account.provider().equals(provider))
                    .toList();
            hasten(handle, accounts);
            return view(handle, workspaceId, provider);
        });
    }

    PlanView setOfAccount(Caller caller, UUID accountId, PlanChoice choice) {
        UUID workspaceId = caller.workspaceId();
        return database.inWorkspace(workspaceId, handle -> {
            Account account = account(handle, workspaceId, accountId);
            PlanStore.put(
                    handle, workspaceId, new PlanStore.Owner(account.provider(), accountId), choice, clock.instant());
            audit.record(handle, caller, workspaceId, "poll_plan.set", "provider_account", accountId, Map.of());
            hasten(handle, List.of(account));
            return view(handle, account);
        });
    }

    private void hasten(Handle handle, List<Account> accounts) {
        accounts.forEach(
                account -> PollStore.hasten(handle, account.workspaceId(), account.accountId(), clock.instant()));
        handle.afterCommit(poller::pollDue);
    }

    private PlanView view(Handle handle, UUID workspaceId, String provider) {
        Plans.InForce all = plans.all(handle, workspaceId);
        return new PlanView(
                PlanChoiceView.of(all.choice(provider, null)), PlanInForceView.of(all.ofProvider(provider)));
    }

    private PlanView view(Handle handle, Account account) {
        Plans.InForce all = plans.all(handle, account.workspaceId());
        return new PlanView(
                PlanChoiceView.of(all.choice(account.provider(), account.accountId())),
                PlanInForceView.of(all.of(account)));
    }

    private void requireKnown(String provider) {
        if (providers.find(provider).isEmpty()) {
            throw new NotFoundProblem("provider", provider);
        }
    }

    private static Account account(Handle handle, UUID workspaceId, UUID accountId) {
        return AccountStore.find(handle, workspaceId, accountId)
                .orElseThrow(() -> new NotFoundProblem("provider account", accountId));
    }
}
