package io.leasehold.collector.estimate;

import io.leasehold.collector.account.Account;
import io.leasehold.kit.database.Rows;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** What was used by key on a day, as {@code usage_sample} has it. */
final class EstimateStore {
    private EstimateStore() {}

    /** How fresh the usage of a day is; empty where it was not read yet. */
    static Optional<Instant> asOf(Handle handle, Account account, Instant day) {
        return handle.createQuery("""
                        select as_of from usage_day
                        where workspace_id = :workspaceId and account_id = :accountId and from_at = :day
                        """)
                .bindMethods(account)
                .bind("day", day)
                .mapTo(Instant.class)
                .findOne();
    }

    static List<UsedTokens> list(Handle handle, Account account, Instant from, Instant to) {
        return handle.createQuery("""
                        select key_id, model, tier,
                               cast(coalesce(sum(input), 0) as bigint) as input,
                               cast(coalesce(sum(cache_read), 0) as bigint) as cache_read,
                               cast(coalesce(sum(cache_write_short), 0) as bigint) as cache_write_short,
                               cast(coalesce(sum(cache_write_long), 0) as bigint) as cache_write_long,
                               cast(coalesce(sum(output), 0) as bigint) as output,
                               cast(coalesce(sum(reasoning), 0) as bigint) as reasoning,
                               cast(coalesce(sum(web_searches), 0) as bigint) as web_searches,
                               bool_and(units is null and (input is not null or output is not null)) as counted
                        from usage_sample
                        where workspace_id = :workspaceId and account_id = :accountId and key_id is not null
                          and from_at >= :from and from_at < :to
                        group by key_id, model, tier
                        order by key_id
                        """)
                .bindMethods(account)
                .bind("from", from)
                .bind("to", to)
                .map(Rows.of(UsedTokens.class))
                .list();
    }
}
