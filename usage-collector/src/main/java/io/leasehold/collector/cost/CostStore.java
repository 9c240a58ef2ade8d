package io.leasehold.collector.cost;

import io.leasehold.collector.account.Account;
import io.leasehold.contracts.event.CostReported;
import io.leasehold.kit.database.Rows;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The tables {@code cost_report} and {@code cost_line}. */
final class CostStore {
    private CostStore() {}

    /** Takes the place of what was read before of the same day. */
    static void put(Handle handle, CostReported report, Instant now) {
        handle.createUpdate("""
                        delete from cost_report
                        where workspace_id = :workspaceId and account_id = :accountId and from_at = :from
                        """).bindMethods(report).execute();
        handle.createUpdate("""
                        insert into cost_report (workspace_id, account_id, from_at, to_at, provider, complete, as_of, read_at)
                        values (:workspaceId, :accountId, :from, :to, :provider, :complete, :asOf, :now)
                        """).bindMethods(report).bind("now", now).execute();
        putLines(handle, report);
    }

    private static void putLines(Handle handle, CostReported report) {
        if (report.lines().isEmpty()) {
            return;
        }
        PreparedBatch batch = handle.prepareBatch("""
                insert into cost_line (workspace_id, account_id, from_at, line, key_id, provider_key_id, model, amount,
                                       currency, description)
                values (:workspaceId, :accountId, :from, :line, :keyId, :providerKeyId, :model, :amount, :currency,
                        :description)
                """);
        for (CostReported.Line line : report.lines()) {
            batch.bindMethods(line)
                    .bind("workspaceId", report.workspaceId())
                    .bind("accountId", report.accountId())
                    .bind("from", report.from())
                    .bind("line", batch.size())
                    .add();
        }
        batch.execute();
    }

    static Set<LocalDate> completeDays(Handle handle, Account account, Instant since) {
        return handle.createQuery("""
                        select from_at from cost_report
                        where workspace_id = :workspaceId and account_id = :accountId and from_at >= :since and complete
                        """).bindMethods(account).bind("since", since).mapTo(Instant.class).stream()
                .map(from -> LocalDate.ofInstant(from, ZoneOffset.UTC))
                .collect(Collectors.toSet());
    }

    static Optional<Instant> asOf(Handle handle, Account account) {
        return handle.createQuery("""
                        select as_of from cost_report where workspace_id = :workspaceId and account_id = :accountId
                        order by from_at desc limit 1
                        """).bindMethods(account).mapTo(Instant.class).findOne();
    }

    /** Days that touch {@code [from, to)}, one row per currency of a day. */
    static List<CostRow> list(Handle handle, UUID workspaceId, Instant from, Instant to) {
        return handle.createQuery("""
                        select r.account_id, r.provider, r.from_at as "from", r.to_at as "to", r.complete, r.as_of,
                               l.key_id, l.provider_key_id, l.model, coalesce(l.amount, 0) as amount,
                               coalesce(l.currency, 'USD') as currency, l.description, l.line is not null as has_line
                        from cost_report r
                        left join cost_line l on l.workspace_id = r.workspace_id and l.account_id = r.account_id
                                             and l.from_at = r.from_at
                        where r.workspace_id = :workspaceId and r.from_at < :to and r.to_at > :from
                        order by r.account_id, r.from_at, l.line
                        """)
                .bind("workspaceId", workspaceId)
                .bind("from", from)
                .bind("to", to)
                .map(Rows.of(CostRow.class))
                .list();
    }
}
