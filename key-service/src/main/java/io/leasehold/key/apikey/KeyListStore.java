package io.leasehold.key.apikey;

import io.leasehold.kit.database.Rows;
import io.leasehold.kit.page.PageRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/**
 * Lists of keys, out of the table {@code api_key}. A page is found in one of two indexes that hold all that is filtered by,
 * so that even a text that fits none of 100,000 keys is answered without a look into the table.
 */
final class KeyListStore {
    private static final RowMapper<ApiKey> KEY = Rows.of(ApiKey.class);

    /** The words that the index holds may be cut; of such a key, which has very many tags, the whole is looked at. */
    private static final String IN_WORDS = """
            (strpos(k.search, :%1$s) > 0 or octet_length(k.search) >= 300 and exists (
                select from api_key whole
                where whole.workspace_id = k.workspace_id and whole.key_id = k.key_id
                  and strpos(api_key_words(whole.name, whole.label, whole.last4, whole.tags), :%1$s) > 0))
            """;

    private KeyListStore() {}

    /** One more than a page. */
    static List<ApiKey> list(Handle handle, UUID workspaceId, KeyFilter filter, KeySort sort, PageRequest page) {
        Map<String, Object> wanted = new LinkedHashMap<>();
        StringBuilder conditions = new StringBuilder();
        want(conditions, wanted, sort.afterPosition(), "position", sort.position(page));
        want(conditions, wanted, "k.state = :state", "state", filter.state());
        want(conditions, wanted, "k.provider = :provider", "provider", filter.provider());
        want(conditions, wanted, "k.account_id = :accountId", "accountId", filter.accountId());
        want(conditions, wanted, IN_WORDS.formatted("tag"), "tag", filter.tagLine());
        want(conditions, wanted, IN_WORDS.formatted("text"), "text", filter.lowerText());
        Query query = handle.createQuery(sql(conditions, sort.orderBy(), page.oneMore()))
                .bind("workspaceId", workspaceId);
        wanted.forEach(query::bind);
        return query.map(KEY).list();
    }

    /** @param condition SQL, made of constants only */
    private static void want(
            StringBuilder conditions,
            Map<String, Object> wanted,
            String condition,
            String name,
            @Nullable Object value) {
        if (value != null) {
            conditions.append("\n and ").append(condition);
            wanted.put(name, value);
        }
    }

    /** Constants only go in, and the limit: of a parameter PostgreSQL would believe that it lets a tenth of all rows through. */
    private static String sql(CharSequence conditions, String order, int limit) {
        return """
                with page as (
                    select k.key_id from api_key k
                    where k.workspace_id = :workspaceId %1$s
                    order by %2$s limit %3$d)
                select k.*, a.name as account_name, a.endpoint
                from page join api_key k on k.workspace_id = :workspaceId and k.key_id = page.key_id
                     join provider_account a on a.workspace_id = k.workspace_id and a.account_id = k.account_id
                order by %2$s
                """.formatted(conditions, order, limit);
    }
}
