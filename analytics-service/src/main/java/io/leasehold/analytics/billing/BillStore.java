package io.leasehold.analytics.billing;

import io.leasehold.analytics.bulk.BulkInsert;
import io.leasehold.contracts.event.CostReported;
import io.leasehold.contracts.event.ProviderStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The tables {@code provider_cost}, {@code provider_cost_line} and {@code provider_status}, as they are written. */
final class BillStore {
    private static final BulkInsert<Line> LINES = BulkInsert.<Line>into("provider_cost_line")
            .column("workspace_id", "uuid", line -> line.report.workspaceId())
            .column("account_id", "uuid", line -> line.report.accountId())
            .column("from_at", "timestamptz", line -> line.report.from())
            .column("to_at", "timestamptz", line -> line.report.to())
            .column("line", "int", line -> line.number)
            .column("key_id", "uuid", line -> line.cost.keyId())
            .column("provider_key_id", "text", line -> line.cost.providerKeyId())
            .column("model", "text", line -> line.cost.model())
            .column("amount", "numeric", line -> line.cost.amount())
            .column("currency", "text", line -> line.cost.currency())
            .column("description", "text", line -> line.cost.description())
            .column("usd", "numeric", line -> line.converted(CostReported.Conversion::usd))
            .column("rate", "numeric", line -> line.converted(CostReported.Conversion::rate))
            .column("rate_date", "date", line -> line.converted(CostReported.Conversion::rateDate))
            .column("rate_source", "text", line -> line.converted(CostReported.Conversion::rateSource));

    private record Line(CostReported report, int number, CostReported.Line cost) {
        @Nullable
        Object converted(Function<CostReported.Conversion, Object> part) {
            CostReported.Conversion converted = cost.converted();
            return converted == null ? null : part.apply(converted);
        }
    }

    private BillStore() {}

    /** Takes the place of an earlier report of the same interval as a whole; a report that is older changes nothing. */
    static void put(Handle handle, CostReported report) {
        int newer = handle.createUpdate("""
                        insert into provider_cost (workspace_id, account_id, from_at, to_at, provider, complete, as_of, per_key)
                        values (:workspaceId, :accountId, :from, :to, :provider, :complete, :asOf, coalesce(:perKey, false))
                        on conflict (workspace_id, account_id, from_at, to_at) do update
                        set complete = excluded.complete, as_of = excluded.as_of, per_key = excluded.per_key
                        where provider_cost.as_of <= excluded.as_of
                        """).bindMethods(report).execute();
        if (newer == 1) {
            deleteLines(handle, report);
            LINES.run(handle, lines(report));
        }
    }

    private static void deleteLines(Handle handle, CostReported report) {
        handle.createUpdate("""
                        delete from provider_cost_line
                        where workspace_id = :workspaceId and account_id = :accountId and from_at = :from and to_at = :to
                        """).bindMethods(report).execute();
    }

    private static List<Line> lines(CostReported report) {
        List<Line> lines = new ArrayList<>();
        for (CostReported.Line cost : report.lines()) {
            lines.add(new Line(report, lines.size(), cost));
        }
        return lines;
    }

    static void put(Handle handle, ProviderStatus status) {
        handle.createUpdate("""
                        insert into provider_status (workspace_id, account_id, status, message, last_good_at, at)
                        values (:workspaceId, :accountId, :status, :message, :lastGoodAt, :at)
                        on conflict (workspace_id, account_id) do update
                        set status = excluded.status, message = excluded.message, last_good_at = excluded.last_good_at,
                            at = excluded.at
                        where provider_status.at <= excluded.at
                        """).bindMethods(status).execute();
    }
}
