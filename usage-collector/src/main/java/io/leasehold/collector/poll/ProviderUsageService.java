package io.leasehold.collector.poll;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import io.leasehold.collector.account.Account;
import io.leasehold.collector.account.AccountStore;
import io.leasehold.collector.quota.HeldQuotas;
import io.leasehold.collector.quota.QuotaStore;
import io.leasehold.collector.standing.KeyStanding;
import io.leasehold.collector.standing.StandingStore;
import io.leasehold.collector.usage.UsageSoFar;
import io.leasehold.kit.database.Database;
import io.leasehold.kit.problem.NotFoundProblem;
import io.leasehold.providers.Provider;
import io.leasehold.providers.usage.UsageReports;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Answers what is known of providers, out of what was read last. */
@Singleton
class ProviderUsageService {
    private final Database database;
    private final ProviderAccess providers;
    private final AccountStatusService statuses;
    private final SumsSoFar sums;

    ProviderUsageService(Database database, ProviderAccess providers, AccountStatusService statuses, SumsSoFar sums) {
        this.database = database;
        this.providers = providers;
        this.statuses = statuses;
        this.sums = sums;
    }

    /** Every provider there is, those without accounts included. */
    List<ProviderUsageView> list(UUID workspaceId) {
        return database.inWorkspace(workspaceId, handle -> {
            Known known = read(handle, workspaceId);
            return providers.all().stream()
                    .map(provider -> view(provider, known))
                    .toList();
        });
    }

    /** @throws NotFoundProblem when there is no such provider */
    ProviderUsageView get(UUID workspaceId, String provider) {
        Provider known = providers.find(provider).orElseThrow(() -> new NotFoundProblem("provider", provider));
        return database.inWorkspace(workspaceId, handle -> view(known, read(handle, workspaceId)));
    }

    private record Known(
            List<Account> accounts,
            Map<UUID, AccountStatusView> statuses,
            Map<UUID, List<PartState>> parts,
            Map<UUID, SumsSoFar.Sums> sums,
            Map<UUID, List<HeldQuotas>> quotas,
            Map<UUID, List<KeyStanding>> keysOver,
            Map<UUID, PollStore.Effort> efforts) {}

    private Known read(Handle handle, UUID workspaceId) {
        List<Account> accounts = AccountStore.list(handle, workspaceId);
        Map<UUID, PollState> polls = PollStore.byAccount(handle, workspaceId);
        return new Known(
                accounts,
                statuses.list(handle, workspaceId, accounts, polls).stream()
                        .collect(toMap(AccountStatusView::accountId, status -> status)),
                PartStore.list(handle, workspaceId).stream().collect(groupingBy(PartState::accountId)),
                sums.of(handle, workspaceId, accounts, polls),
                QuotaStore.list(handle, workspaceId).stream().collect(groupingBy(HeldQuotas::accountId)),
                StandingStore.listOver(handle, workspaceId).stream().collect(groupingBy(KeyStanding::accountId)),
                PollStore.efforts(handle, workspaceId));
    }

    private ProviderUsageView view(Provider provider, Known known) {
        List<AccountUsageView> accounts = known.accounts().stream()
                .filter(account -> account.provider().equals(provider.id()))
                .map(account -> view(account.accountId(), known))
                .toList();
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
                CannotTell.of(provider, providers.usageReports(provider).map(UsageReports::scope)));
    }

    private static AccountUsageView view(UUID accountId, Known known) {
        SumsSoFar.Sums sums = Objects.requireNonNull(known.sums().get(accountId));
        UsageSoFar usage = sums.usage();
        return new AccountUsageView(
                Objects.requireNonNull(known.statuses().get(accountId)),
                known.parts().getOrDefault(accountId, List.of()).stream()
                        .sorted(Comparator.comparing(PartState::part))
                        .map(PartView::of)
                        .toList(),
                sums.spend().stream().map(SpendView::of).toList(),
                usage == null ? null : TokensView.of(usage),
                known.quotas().getOrDefault(accountId, List.of()).stream()
                        .flatMap(held -> held.quotas().stream().map(quota -> QuotaView.of(held, quota)))
                        .toList(),
                known.keysOver().getOrDefault(accountId, List.of()).stream()
                        .map(KeyOverView::of)
                        .toList(),
                EffortView.of(known.efforts().get(accountId)));
    }
}
