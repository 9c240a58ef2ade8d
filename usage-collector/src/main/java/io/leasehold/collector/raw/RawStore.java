package io.leasehold.collector.raw;

import io.leasehold.collector.account.Account;
import io.leasehold.kit.database.Rows;
import io.leasehold.kit.id.Ids;
import io.leasehold.kit.page.PageRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** The table {@code raw_response}. */
final class RawStore {
    private RawStore() {}

    static void put(Handle handle, Account account, List<RawExchange> exchanges, Instant now) {
        if (exchanges.isEmpty()) {
            return;
        }
        PreparedBatch batch = handle.prepareBatch("""
                insert into raw_response (workspace_id, id, account_id, provider, method, path, status, body, bytes, truncated,
                                          took_ms, at)
                values (:workspaceId, :id, :accountId, :provider, :method, :path, :status, :body, :bytes, :truncated, :tookMs,
                        :now)
                """);
        for (RawExchange exchange : exchanges) {
            batch.bindMethods(account)
                    .bindMethods(exchange)
                    .bind("id", Ids.next())
                    .bind("tookMs", exchange.took().toMillis())
                    .bind("now", now)
                    .add();
        }
        batch.execute();
    }

    static void keepNewest(Handle handle, Account account, int most) {
        handle.createUpdate("""
                        delete from raw_response
                        where workspace_id = :workspaceId and account_id = :accountId
                          and id <= (select id from raw_response
                                     where workspace_id = :workspaceId and account_id = :accountId
                                     order by id desc offset :most limit 1)
                        """).bindMethods(account).bind("most", most).execute();
    }

    /** @return how many went, at most as many as are wanted */
    static int forget(Handle handle, Instant before, int most) {
        return handle.createUpdate("""
                        delete from raw_response
                        where ctid = any(array(select ctid from raw_response where at < :before limit :most for update skip locked))
                        """)
                .bind("before", before)
                .bind("most", most)
                .execute();
    }

    /** The newest first, without their bodies, and one more than the page holds. */
    static List<RawResponse> list(Handle handle, UUID workspaceId, @Nullable UUID accountId, PageRequest page) {
        return handle.createQuery("""
                        select id, account_id, provider, method, path, status, '' as body, bytes, truncated, took_ms, at
                        from raw_response
                        where workspace_id = :workspaceId
                          and (cast(:accountId as uuid) is null or account_id = :accountId)
                          and (cast(:before as uuid) is null or id < :before)
                        order by id desc limit :limit
                        """)
                .bind("workspaceId", workspaceId)
                .bind("accountId", accountId)
                .bind("before", page.positionId().orElse(null))
                .bind("limit", page.oneMore())
                .map(Rows.of(RawResponse.class))
                .list();
    }

    static Optional<RawResponse> find(Handle handle, UUID workspaceId, UUID id) {
        return handle.createQuery("""
                        select id, account_id, provider, method, path, status, body, bytes, truncated, took_ms, at
                        from raw_response where workspace_id = :workspaceId and id = :id
                        """)
                .bind("workspaceId", workspaceId)
                .bind("id", id)
                .map(Rows.of(RawResponse.class))
                .findOne();
    }
}
