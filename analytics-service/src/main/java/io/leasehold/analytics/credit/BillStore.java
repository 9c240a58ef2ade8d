package io.leasehold.analytics.credit;

import io.leasehold.kit.database.Rows;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** What a key's provider charged, and what its requests did cost, as bills and rollups say. */
final class BillStore {
    private BillStore() {}

    /**
     * @param billed in USD; what was taken off is left out, as nobody can tell for which key
     * @param foreign whether something was charged in another currency
     */
    record Charges(BigDecimal billed, boolean foreign) {}

    /**
     * @param known what is known that requests through gateways did cost, in USD
     * @param reported how many requests nodes told of themselves
     */
    record Requests(BigDecimal known, long reported) {}

    /** The days that an account's provider has called final, naming the key of each charge; their beginnings. */
    static List<Instant> listFinalDays(Handle handle, UUID workspaceId, UUID accountId, Instant from, Instant until) {
        return handle.createQuery("""
                        select from_at from provider_cost
                        where workspace_id = :workspaceId and account_id = :accountId and from_at >= :from and to_at <= :until
                          and from_at = date_trunc('day', from_at, 'UTC') and to_at = from_at + interval '24 hours'
                          and complete and per_key
                        """)
                .bind("workspaceId", workspaceId)
                .bind("accountId", accountId)
                .bind("from", from)
                .bind("until", until)
                .mapTo(Instant.class)
                .list();
    }

    /** What names no key at all may be this one's. */
    static Charges charges(Handle handle, PresumedWindow window, Instant from, Instant until) {
        return handle.createQuery("""
                        select coalesce(sum(greatest(amount, 0)), 0) as billed,
                               coalesce(bool_or(currency <> 'USD'), false) as "foreign"
                        from provider_cost_line
                        where workspace_id = :workspaceId and account_id = :accountId and from_at >= :from and to_at <= :until
                          and (key_id = :keyId or key_id is null and provider_key_id is null)
                        """)
                .bind("workspaceId", window.workspaceId())
                .bind("accountId", window.accountId())
                .bind("keyId", window.keyId())
                .bind("from", from)
                .bind("until", until)
                .map(Rows.of(Charges.class))
                .one();
    }

    /** @param knownUntil those that are admitted later may be on the next bill, and explain nothing of this one */
    static Requests requests(Handle handle, PresumedWindow window, Instant from, Instant knownUntil, Instant until) {
        return handle.createQuery("""
                        select coalesce(sum(cost - reported_cost) filter (where at < :knownUntil), 0) as known,
                               coalesce(sum(reported_requests), 0) as reported
                        from rollup_key
                        where workspace_id = :workspaceId and key_id = :keyId and at >= :from and at < :until
                        """)
                .bind("workspaceId", window.workspaceId())
                .bind("keyId", window.keyId())
                .bind("from", from)
                .bind("knownUntil", knownUntil)
                .bind("until", until)
                .map(Rows.of(Requests.class))
                .one();
    }
}
