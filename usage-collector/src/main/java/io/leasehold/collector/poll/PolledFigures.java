package io.leasehold.collector.poll;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.leasehold.collector.account.Account;
import io.leasehold.collector.cost.SpendSoFar;
import io.leasehold.collector.quota.HeldQuotas;
import io.leasehold.collector.quota.QuotaStore;
import io.leasehold.collector.usage.UsageSoFar;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * What accounts' polls have brought, as it is told. Only polls change it, and a month of a busy account is tens of thousands of
 * rows: it is read and added up once after each poll, and again when a new day has begun.
 */
@Singleton
class PolledFigures {
    /** Accounts; those that were not asked about for longest are forgotten, and read again. */
    private static final int REMEMBERED = 20_000;

    private final Clock clock;
    private final Map<UUID, Remembered> remembered = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Remembered> eldest) {
            return size() > REMEMBERED;
        }
    });

    PolledFigures(Clock clock) {
        this.clock = clock;
    }

    /**
     * @param spend since the month began
     * @param usage likewise; null where nothing was used
     * @param lastPoll null before the first one
     */
    record Figures(
            List<PartView> parts,
            List<SpendView> spend,
            @Nullable TokensView usage,
            List<QuotaView> quotas,
            @Nullable EffortView lastPoll) {}

    private record Remembered(Instant polledAt, LocalDate today, Figures figures) {
        boolean holds(@Nullable PollState poll, LocalDate day) {
            return poll != null && polledAt.equals(poll.polledAt()) && today.equals(day);
        }
    }

    /**
     * By account.
     *
     * @param accounts of this workspace
     * @param polls as they were before this is asked, or a poll that ends meanwhile would be passed over
     */
    Map<UUID, Figures> of(Handle handle, UUID workspaceId, List<Account> accounts, Map<UUID, PollState> polls) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        Map<UUID, Figures> all = new HashMap<>();
        for (Account account : accounts) {
            Remembered known = remembered.get(account.accountId());
            if (known != null && known.holds(polls.get(account.accountId()), today)) {
                all.put(account.accountId(), known.figures());
            }
        }
        Set<UUID> unknown = accounts.stream()
                .map(Account::accountId)
                .filter(account -> !all.containsKey(account))
                .collect(toSet());
        if (!unknown.isEmpty()) {
            Map<UUID, Figures> read = read(handle, workspaceId, unknown, today);
            read.forEach((account, figures) -> remember(account, polls.get(account), today, figures));
            all.putAll(read);
        }
        return all;
    }

    private void remember(UUID account, @Nullable PollState poll, LocalDate today, Figures figures) {
        Instant polledAt = poll == null ? null : poll.polledAt();
        if (polledAt != null) {
            remembered.put(account, new Remembered(polledAt, today, figures));
        }
    }

    private static Map<UUID, Figures> read(Handle handle, UUID workspaceId, Set<UUID> accounts, LocalDate today) {
        Instant month = startOf(today.withDayOfMonth(1));
        Map<UUID, List<PartState>> parts =
                PartStore.list(handle, workspaceId, accounts).stream().collect(groupingBy(PartState::accountId));
        Map<UUID, List<SpendSoFar>> spend =
                SpendSoFar.list(handle, workspaceId, accounts, startOf(today), month).stream()
                        .collect(groupingBy(SpendSoFar::accountId));
        Map<UUID, UsageSoFar> usage = UsageSoFar.list(handle, workspaceId, accounts, month).stream()
                .collect(toMap(UsageSoFar::accountId, each -> each));
        Map<UUID, List<HeldQuotas>> quotas =
                QuotaStore.list(handle, workspaceId, accounts).stream().collect(groupingBy(HeldQuotas::accountId));
        Map<UUID, PollStore.Effort> efforts = PollStore.efforts(handle, workspaceId, accounts);
        return accounts.stream()
                .collect(toMap(
                        account -> account,
                        account -> figures(
                                parts.getOrDefault(account, List.of()),
                                spend.getOrDefault(account, List.of()),
                                usage.get(account),
                                quotas.getOrDefault(account, List.of()),
                                efforts.get(account))));
    }

    private static Figures figures(
            List<PartState> parts,
            List<SpendSoFar> spend,
            @Nullable UsageSoFar usage,
            List<HeldQuotas> quotas,
            PollStore.@Nullable Effort effort) {
        return new Figures(
                parts.stream()
                        .sorted(Comparator.comparing(PartState::part))
                        .map(PartView::of)
                        .toList(),
                spend.stream().map(SpendView::of).toList(),
                usage == null ? null : TokensView.of(usage),
                quotas.stream()
                        .flatMap(held -> held.quotas().stream().map(quota -> QuotaView.of(held, quota)))
                        .toList(),
                EffortView.of(effort));
    }

    private static Instant startOf(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
