package io.leasehold.collector.usage;

import io.leasehold.kit.database.Rows;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * What an account used since the UTC month began; null is not told.
 *
 * @param input all of it, cached and uncached
 * @param output with reasoning
 */
public record UsageSoFar(
        UUID accountId,
        @Nullable Long requests,
        @Nullable Long input,
        @Nullable Long output) {

    /** Of those of a workspace's accounts that used anything this month. */
    public static List<UsageSoFar> list(Handle handle, UUID workspaceId, Set<UUID> accounts, Instant month) {
        return handle.createQuery("""
                        select account_id, cast(sum(requests) as bigint) as requests,
                               cast(sum(input) + coalesce(sum(cache_read), 0) + coalesce(sum(cache_write_short), 0)
                                    + coalesce(sum(cache_write_long), 0) as bigint) as input,
                               cast(sum(output) + coalesce(sum(reasoning), 0) as bigint) as output
                        from usage_sample
                        where workspace_id = :workspaceId and account_id = any(:accounts) and from_at >= :month
                        group by account_id
                        """)
                .bind("workspaceId", workspaceId)
                .bindArray("accounts", UUID.class, accounts)
                .bind("month", month)
                .map(Rows.of(UsageSoFar.class))
                .list();
    }
}
