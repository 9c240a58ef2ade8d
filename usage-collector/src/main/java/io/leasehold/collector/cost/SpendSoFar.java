package io.leasehold.collector.cost;

import io.leasehold.kit.database.Rows;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * What an account was charged in one currency.
 *
 * @param today since the UTC day began
 * @param month since the UTC month began
 * @param todayUsd the same in USD; null where no rate was known for some of it
 * @param monthUsd the same in USD, each day at its own rate; null where none was known for some of it
 */
public record SpendSoFar(
        UUID accountId,
        String currency,
        BigDecimal today,
        BigDecimal month,
        @Nullable BigDecimal todayUsd,
        @Nullable BigDecimal monthUsd) {

    /** Of those of a workspace's accounts that were charged anything this month. */
    public static List<SpendSoFar> list(
            Handle handle, UUID workspaceId, Set<UUID> accounts, Instant today, Instant month) {
        return handle.createQuery("""
                        select account_id, currency, coalesce(sum(amount) filter (where from_at >= :today), 0) as today,
                               sum(amount) as month,
                               case when coalesce(bool_and(dollars is not null) filter (where from_at >= :today), true)
                                    then coalesce(sum(dollars) filter (where from_at >= :today), 0) end as today_usd,
                               case when bool_and(dollars is not null) then sum(dollars) end as month_usd
                        from cost_line, lateral (select case currency when 'USD' then amount else usd end as dollars) converted
                        where workspace_id = :workspaceId and account_id = any(:accounts) and from_at >= :month
                        group by account_id, currency order by account_id, currency
                        """)
                .bind("workspaceId", workspaceId)
                .bindArray("accounts", UUID.class, accounts)
                .bind("today", today)
                .bind("month", month)
                .map(Rows.of(SpendSoFar.class))
                .list();
    }
}
