package io.leasehold.collector.history;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.leasehold.contracts.event.QuotaObserved;
import io.leasehold.kit.json.Json;
import io.leasehold.kit.page.PageRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** What is kept of quotas. */
final class QuotaHistoryStore {
    private static final TypeReference<List<QuotaObserved.Quota>> QUOTAS = new TypeReference<>() {};

    private QuotaHistoryStore() {}

    /** The oldest first, and one more than the page holds. */
    static List<QuotaHistoryItem> list(Handle handle, UUID workspaceId, HistoryQuery query, PageRequest page) {
        QuotaHistoryPosition after = QuotaHistoryPosition.of(page);
        return handle.createQuery("""
                        select id, account_id, provider, key_id, holder, plan, as_of, quotas from quota_history
                        where workspace_id = :workspaceId and as_of >= :from and as_of < :to
                          and (cast(:provider as text) is null or provider = :provider)
                          and (cast(:accountId as uuid) is null or account_id = :accountId)
                          and (as_of, id) > (:afterTime, :afterId)
                        order by as_of, id limit :limit
                        """)
                .bind("workspaceId", workspaceId)
                .bind("from", query.range().from())
                .bind("to", query.range().to())
                .bind("provider", query.provider())
                .bind("accountId", query.accountId())
                .bind("afterTime", after.at())
                .bind("afterId", after.id())
                .bind("limit", page.oneMore())
                .map(QuotaHistoryStore::item)
                .list();
    }

    private static QuotaHistoryItem item(ResultSet row, StatementContext context) throws SQLException {
        try {
            return new QuotaHistoryItem(
                    row.getObject("id", UUID.class),
                    row.getObject("account_id", UUID.class),
                    row.getString("provider"),
                    row.getObject("key_id", UUID.class),
                    row.getString("holder"),
                    row.getString("plan"),
                    row.getTimestamp("as_of").toInstant(),
                    Json.events().readValue(row.getString("quotas"), QUOTAS).stream()
                            .map(QuotaHistoryItem.Left::of)
                            .toList());
        } catch (JsonProcessingException unreadable) {
            throw new SQLException("quota_history.quotas is not what we wrote", unreadable);
        }
    }
}
