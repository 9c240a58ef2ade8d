package io.leasehold.collector.poll;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import io.leasehold.collector.account.Account;
import io.leasehold.collector.account.AccountStore;
import io.leasehold.collector.standing.KeyStanding;
import io.leasehold.collector.standing.StandingStore;
import io.leasehold.kit.database.Database;
import io.leasehold.kit.problem.NotFoundProblem;
import io.leasehold.providers.Provider;
import io.leasehold.providers.usage.UsageReports;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;

/**
 * Answers what is known of providers, out of what was read last. What only polls change is kept in memory, and what never does
 * is made once: people look often, and programs more often.
 */
@Singleton
class ProviderUsageService {
    private final Database database;
    private final ProviderAccess providers;
    private final AccountStatusService statuses;
    private final PolledFigures figures;
    private final Map<String, List<CannotTellView>> cannotTell;

    ProviderUsageService(
            Database database, ProviderAccess providers, AccountStatusService statuses, PolledFigures figures) {
        this.database = database;
        this.providers = providers;
        this.statuses = statuses;
        this.figures = figures;
        this.cannotTell = providers.all().stream()
                .collect(toMap(
                        Provider::id,
                        provider -> CannotTell.of(
                                provider, providers.usageReports(provider).map(UsageReports::scope))));
    }

    /** Every provider there is, those without accounts included. */
    List<ProviderUsageView> list(UUID workspaceId) {
        Map<String, List<AccountUsageView>> accounts = read(workspaceId, account -> true);
        return providers.all().stream()
                .map(provider -> view(provider, accounts.getOrDefault(provider.id(), List.of())))
                .toList();
    }

    /** @throws NotFoundProblem when there is no such provider */
    ProviderUsageView get(UUID workspaceId, String provider) {
        Provider known = providers.find(provider).orElseThrow(() -> new NotFoundProblem("provider", provider));
        Map<String, List<AccountUsageView>> accounts =
                read(workspaceId, account -> account.provider().equals(known.id()));
        return view(known, accounts.getOrDefault(known.id(), List.of()));
    }

    /** By provider. */
    private Map<String, List<AccountUsageView>> read(UUID workspaceId, Predicate<Account> wanted) {
        return database.inWorkspace(workspaceId, handle -> {
            List<Account> accounts = AccountStore.list(handle, workspaceId).stream()
                    .filter(wanted)
                    .toList();
            return views(handle, workspaceId, accounts).stream()
                    .collect(groupingBy(view -> view.account().provider()));
        });
    }

    private List<AccountUsageView> views(Handle handle, UUID workspaceId, List<Account> accounts) {
        Map<UUID, PollState> polls = PollStore.byAccount(handle, workspaceId);
        Map<UUID, PolledFigures.Figures> known = figures.of(handle, workspaceId, accounts, polls);
        Map<UUID, List<KeyStanding>> keysOver =
                StandingStore.listOver(handle, workspaceId).stream().collect(groupingBy(KeyStanding::accountId));
        return statuses.list(handle, workspaceId, accounts, polls).stream()
                .map(status -> view(
                        status,
                        Objects.requireNonNull(known.get(status.accountId())),
                        keysOver.getOrDefault(status.accountId(), List.of())))
                .toList();
    }

    private static AccountUsageView view(
            AccountStatusView status, PolledFigures.Figures known, List<KeyStanding> keysOver) {
        return new AccountUsageView(
                status,
                known.parts(),
                known.spend(),
                known.usage(),
                known.quotas(),
                keysOver.stream().map(KeyOverView::of).toList(),
                known.lastPoll());
    }

    private ProviderUsageView view(Provider provider, List<AccountUsageView> accounts) {
        List<AccountStatusView> states =
                accounts.stream().map(AccountUsageView::account).toList();
        boolean allRead = states.stream().allMatch(state -> state.asOf() != null);
        return new ProviderUsageView(
                provider.id(),
                provider.displayName(),
                allRead
                        ? states.stream()
                                .map(AccountStatusView::asOf)
                                .filter(Objects::nonNull)
                                .min(Instant::compareTo)
                                .orElse(null)
                        : null,
                states.stream().anyMatch(AccountStatusView::stale),
                states.stream()
                        .map(AccountStatusView::message)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null),
                accounts,
                cannotTell.getOrDefault(provider.id(), List.of()));
    }
}
