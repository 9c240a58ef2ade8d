package io.leasehold.analytics.billing;

import io.leasehold.analytics.range.TimeRange;
import io.leasehold.kit.database.Rows;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Bills beside rollups, as they are read. */
final class ReconciliationStore {
    private ReconciliationStore() {}

    /**
     * The reported intervals that touch the range. A bill can't be cut, so such an interval counts whole; one that is still
     * open counts as far as the provider's figures go, to the request: rollups up to there, and the ledger for the rest.
     * Just after midnight they may not have reached the new day at all. What nodes told of themselves went around the gateway
     * and is no part of it.
     */
    static List<CostWindow> listWindows(Handle handle, UUID workspaceId, TimeRange range) {
        return handle.createQuery("""
                        with reported as (
                            select c.*, reach.until, date_bin('15 minutes', reach.until, 'epoch') as rolled_until
                            from provider_cost c,
                            lateral (select greatest(c.from_at, least(c.to_at, c.as_of)) as until) reach
                            where c.workspace_id = :workspaceId and c.from_at < :to and c.to_at > :from
                        )
                        select r.account_id, r.from_at as "from", r.until as "to", r.complete, r.as_of,
                               bill.billed, bill.other_currencies,
                               rolled.requests + tail.requests as requests, rolled.cost + tail.cost as cost,
                               rolled.unknown_cost + tail.unknown_cost as unknown_cost
                        from reported r,
                        lateral (
                            select round(coalesce(sum(case l.currency when 'USD' then l.amount else l.usd end), 0), 9) as billed,
                                   coalesce(array_agg(distinct l.currency)
                                                filter (where l.currency <> 'USD' and l.usd is null), '{}')
                                       as other_currencies
                            from provider_cost_line l
                            where l.workspace_id = :workspaceId and l.account_id = r.account_id
                              and l.from_at = r.from_at and l.to_at = r.to_at) bill,
                        lateral (
                            select coalesce(sum(k.requests - k.reported_requests), 0) as requests,
                                   coalesce(sum(k.cost - k.reported_cost), 0) as cost,
                                   coalesce(sum(k.unknown_cost - k.reported_unknown_cost), 0) as unknown_cost
                            from rollup_key k
                            where k.workspace_id = :workspaceId and k.account_id = r.account_id
                              and k.at >= r.from_at and k.at < r.rolled_until) rolled,
                        lateral (
                            select count(*) as requests, coalesce(sum(q.cost), 0) as cost,
                                   count(*) filter (where q.cost is null) as unknown_cost
                            from request q
                            where q.workspace_id = :workspaceId and q.account_id = r.account_id
                              and q.admitted_at >= r.rolled_until and q.admitted_at < r.until
                              and q.usage_source <> 'node') tail
                        order by r.account_id, r.from_at
                        """)
                .bind("workspaceId", workspaceId)
                .bind("from", range.from())
                .bind("to", range.to())
                .map(Rows.of(CostWindow.class))
                .list();
    }

    /** What of these intervals was billed in other currencies and has a rate. */
    static List<ConvertedBill> listConverted(Handle handle, UUID workspaceId, TimeRange range) {
        return handle.createQuery("""
                        select l.account_id, l.currency, round(sum(l.amount), 9) as amount, round(sum(l.usd), 9) as usd,
                               min(l.rate) as lowest_rate, max(l.rate) as highest_rate,
                               min(l.rate_date) as first_rate_date, max(l.rate_date) as last_rate_date,
                               array_agg(distinct l.rate_source) as rate_sources
                        from provider_cost c
                        join provider_cost_line l using (workspace_id, account_id, from_at, to_at)
                        where c.workspace_id = :workspaceId and c.from_at < :to and c.to_at > :from
                          and l.currency <> 'USD' and l.usd is not null
                        group by l.account_id, l.currency order by l.account_id, l.currency
                        """)
                .bind("workspaceId", workspaceId)
                .bind("from", range.from())
                .bind("to", range.to())
                .map(Rows.of(ConvertedBill.class))
                .list();
    }

    static List<AccountRow> listAccounts(Handle handle, UUID workspaceId, TimeRange range) {
        return handle.createQuery("""
                        with account as (
                            select account_id, provider, name from provider_account where workspace_id = :workspaceId
                            union
                            select c.account_id, c.provider, null from provider_cost c
                            where c.workspace_id = :workspaceId
                              and not exists (select from provider_account p
                                              where p.workspace_id = c.workspace_id and p.account_id = c.account_id)
                        )
                        select a.account_id, a.provider, a.name, s.status, s.message,
                               coalesce(sum(k.requests - k.reported_requests), 0) as requests,
                               coalesce(sum(k.cost - k.reported_cost), 0) as cost,
                               coalesce(sum(k.unknown_cost - k.reported_unknown_cost), 0) as unknown_cost
                        from account a
                        left join provider_status s on s.workspace_id = :workspaceId and s.account_id = a.account_id
                        left join rollup_key k on k.workspace_id = :workspaceId and k.account_id = a.account_id
                                              and k.at >= :from and k.at < :to
                        group by 1, 2, 3, 4, 5
                        order by a.provider, a.name, a.account_id
                        """)
                .bind("workspaceId", workspaceId)
                .bind("from", range.from())
                .bind("to", range.to())
                .map(Rows.of(AccountRow.class))
                .list();
    }

    static Optional<Instant> gatewayAsOf(Handle handle, UUID workspaceId) {
        return handle.createQuery("select changed_at from ledger_position where workspace_id = :workspaceId")
                .bind("workspaceId", workspaceId)
                .mapTo(Instant.class)
                .findOne();
    }
}
