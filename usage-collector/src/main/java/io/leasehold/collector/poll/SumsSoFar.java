package io.leasehold.collector.poll;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.leasehold.collector.account.Account;
import io.leasehold.collector.cost.SpendSoFar;
import io.leasehold.collector.usage.UsageSoFar;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * What accounts were charged and used since the month began. A month of a busy account is tens of thousands of rows, which
 * only its polls change: they are added up once after each, and again when a new day has begun.
 */
@Singleton
class SumsSoFar {
    /** Accounts; those that were not asked about for longest are forgotten, and added up again. */
    private static final int REMEMBERED = 20_000;

    private final Clock clock;
    private final Map<UUID, Remembered> remembered = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Remembered> eldest) {
            return size() > REMEMBERED;
        }
    });

    SumsSoFar(Clock clock) {
        this.clock = clock;
    }

    /** @param usage null where nothing was used */
    record Sums(List<SpendSoFar> spend, @Nullable UsageSoFar usage) {}

    private record Remembered(Instant polledAt, LocalDate today, Sums sums) {
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
    Map<UUID, Sums> of(Handle handle, UUID workspaceId, List<Account> accounts, Map<UUID, PollState> polls) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        Map<UUID, Sums> all = new HashMap<>();
        for (Account account : accounts) {
            Remembered known = remembered.get(account.accountId());
            if (known != null && known.holds(polls.get(account.accountId()), today)) {
                all.put(account.accountId(), known.sums());
            }
        }
        Set<UUID> unknown = accounts.stream()
                .map(Account::accountId)
                .filter(account -> !all.containsKey(account))
                .collect(toSet());
        if (!unknown.isEmpty()) {
            Map<UUID, Sums> added = addUp(handle, workspaceId, unknown, today);
            added.forEach((account, sums) -> remember(account, polls.get(account), today, sums));
            all.putAll(added);
        }
        return all;
    }

    private void remember(UUID account, @Nullable PollState poll, LocalDate today, Sums sums) {
        Instant polledAt = poll == null ? null : poll.polledAt();
        if (polledAt != null) {
            remembered.put(account, new Remembered(polledAt, today, sums));
        }
    }

    private static Map<UUID, Sums> addUp(Handle handle, UUID workspaceId, Set<UUID> accounts, LocalDate today) {
        Instant month = startOf(today.withDayOfMonth(1));
        Map<UUID, List<SpendSoFar>> spend =
                SpendSoFar.list(handle, workspaceId, accounts, startOf(today), month).stream()
                        .collect(groupingBy(SpendSoFar::accountId));
        Map<UUID, UsageSoFar> usage = UsageSoFar.list(handle, workspaceId, accounts, month).stream()
                .collect(toMap(UsageSoFar::accountId, each -> each));
        return accounts.stream()
                .collect(toMap(
                        account -> account,
                        account -> new Sums(spend.getOrDefault(account, List.of()), usage.get(account))));
    }

    private static Instant startOf(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
