package io.leasehold.collector.cost;

import io.leasehold.kit.database.Rows;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * What an account was charged in one currency.
 *
 * @param today since the UTC day began
 * @param month since the UTC month began
 */
public record SpendSoFar(UUID accountId, String currency, BigDecimal today, BigDecimal month) {

    /** Of those of a workspace's accounts that were charged anything this month. */
    public static List<SpendSoFar> list(
            Handle handle, UUID workspaceId, Set<UUID> accounts, Instant today, Instant month) {
        return handle.createQuery("""
                        select account_id, currency, coalesce(sum(amount) filter (where from_at >= :today), 0) as today,
                               sum(amount) as month
                        from cost_line
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
