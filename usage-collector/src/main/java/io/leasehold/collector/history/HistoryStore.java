package io.leasehold.collector.history;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.leasehold.collector.revision.FigureKind;
import io.leasehold.kit.database.Rows;
import io.leasehold.kit.json.Json;
import io.leasehold.kit.page.PageRequest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** What is kept of cost and usage, together, by time. */
final class HistoryStore {
    private static final TypeReference<List<CostFigure>> COSTS = new TypeReference<>() {};
    private static final TypeReference<List<UsageFigure>> SAMPLES = new TypeReference<>() {};

    private static final String WANTED = """
             where workspace_id = :workspaceId and from_at < :to and to_at > :from
               and (cast(:provider as text) is null or provider = :provider)
               and (cast(:accountId as uuid) is null or account_id = :accountId)
            """;
    private static final String LINES = """
            (select jsonb_agg(to_jsonb(l) - 'workspace_id' - 'account_id' - 'from_at' - 'line' order by l.line) from %s l
             where l.workspace_id = :workspaceId and l.account_id = page.account_id and l.from_at = page.from_at)
            """;
    private static final String CURRENT = """
            with figure as (
                select 'cost' as kind, account_id, provider, from_at, to_at, revision, complete, as_of, read_at from cost_report
            """ + WANTED + """
                union all
                select 'usage', account_id, provider, from_at, to_at, revision, complete, as_of, read_at from usage_bucket
            """ + WANTED + """
            ), page as (
                select * from figure
                where (cast(:kind as text) is null or kind = :kind)
                  and (from_at, account_id, kind) > (:afterFrom, :afterAccount, :afterKind)
                order by from_at, account_id, kind limit :limit
            )
            select page.*, cast(null as timestamptz) as replaced_at,
                   coalesce(case kind when 'cost' then
            """ + LINES.formatted("cost_line") + " else "
            + LINES.formatted("usage_sample") + """
                   end, '[]') as lines
            from page order by from_at, account_id, kind
            """;
    private static final String REPLACED = """
            select kind, account_id, provider, from_at, to_at, revision, complete, as_of, read_at, replaced_at, lines
            from figure_revision
            """ + WANTED + """
              and (cast(:kind as text) is null or kind = :kind)
              and (from_at, account_id, kind, revision) > (:afterFrom, :afterAccount, :afterKind, :afterRevision)
            order by from_at, account_id, kind, revision limit :limit
            """;

    private HistoryStore() {}

    private record Row(
            FigureKind kind,
            UUID accountId,
            String provider,
            Instant fromAt,
            Instant toAt,
            int revision,
            boolean complete,
            Instant asOf,
            Instant readAt,
            @Nullable Instant replacedAt,
            String lines) {

        HistoryItem item() {
            return new HistoryItem(
                    kind,
                    accountId,
                    provider,
                    fromAt,
                    toAt,
                    revision,
                    complete,
                    asOf,
                    readAt,
                    replacedAt,
                    kind == FigureKind.COST
                            ? parse(lines, COSTS).stream()
                                    .map(CostFigure::rounded)
                                    .toList()
                            : List.of(),
                    kind == FigureKind.USAGE ? parse(lines, SAMPLES) : List.of());
        }
    }

    /** What is in force, the oldest first, and one more than the page holds. */
    static List<HistoryItem> list(Handle handle, UUID workspaceId, HistoryQuery query, PageRequest page) {
        return read(handle.createQuery(CURRENT), workspaceId, query, page);
    }

    /** What was replaced by corrections, the oldest first, and one more than the page holds. */
    static List<HistoryItem> listReplaced(Handle handle, UUID workspaceId, HistoryQuery query, PageRequest page) {
        HistoryPosition after = HistoryPosition.of(page);
        return read(handle.createQuery(REPLACED).bind("afterRevision", after.revision()), workspaceId, query, page);
    }

    private static List<HistoryItem> read(Query sql, UUID workspaceId, HistoryQuery query, PageRequest page) {
        HistoryPosition after = HistoryPosition.of(page);
        FigureKind kind = query.kind();
        return sql
                .bind("workspaceId", workspaceId)
                .bind("from", query.range().from())
                .bind("to", query.range().to())
                .bind("kind", kind == null ? null : kind.wireName())
                .bind("provider", query.provider())
                .bind("accountId", query.accountId())
                .bind("afterFrom", after.from())
                .bind("afterAccount", after.accountId())
                .bind("afterKind", after.kind())
                .bind("limit", page.oneMore())
                .map(Rows.of(Row.class))
                .stream()
                .map(Row::item)
                .toList();
    }

    private static <T> List<T> parse(String lines, TypeReference<List<T>> type) {
        try {
            return Json.events().readValue(lines, type);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
