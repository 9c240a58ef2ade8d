package io.leasehold.collector.spending;

import io.leasehold.contracts.Provenance;
import io.leasehold.kit.database.Rows;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Sums of {@code cost_line} and {@code usage_sample} by key and day. */
final class SpendingStore {
    private SpendingStore() {}

    private record Charged(
            UUID accountId, UUID keyId, String provider, String currency, Instant day, BigDecimal amount) {
        KeyDay keyDay() {
            return new KeyDay(new KeyDay.Owner(accountId, keyId, provider, currency), Provenance.PROVIDER, day, amount);
        }
    }

    /**
     * What a key used with one model on a day.
     *
     * @param counted whether all of it was counted in tokens
     */
    record Used(
            UUID accountId,
            UUID keyId,
            String provider,
            @Nullable String model,
            @Nullable String tier,
            Instant day,
            long input,
            long cacheRead,
            long cacheWriteShort,
            long cacheWriteLong,
            long output,
            long reasoning,
            long webSearches,
            boolean counted) {}

    static List<KeyDay> charged(Handle handle, UUID workspaceId, Instant since) {
        return handle
                .createQuery("""
                        select l.account_id, l.key_id, r.provider, l.currency, l.from_at as day, sum(l.amount) as amount
                        from cost_line l join cost_report r using (workspace_id, account_id, from_at)
                        where l.workspace_id = :workspaceId and l.from_at >= :since and l.key_id is not null
                        group by l.account_id, l.key_id, r.provider, l.currency, l.from_at
                        """)
                .bind("workspaceId", workspaceId)
                .bind("since", since)
                .map(Rows.of(Charged.class))
                .stream()
                .map(Charged::keyDay)
                .toList();
    }

    static List<Used> used(Handle handle, UUID workspaceId, Instant since) {
        return handle.createQuery("""
                        select s.account_id, s.key_id, b.provider, s.model, s.tier, date_trunc('day', s.from_at, 'UTC') as day,
                               cast(coalesce(sum(input), 0) as bigint) as input,
                               cast(coalesce(sum(cache_read), 0) as bigint) as cache_read,
                               cast(coalesce(sum(cache_write_short), 0) as bigint) as cache_write_short,
                               cast(coalesce(sum(cache_write_long), 0) as bigint) as cache_write_long,
                               cast(coalesce(sum(output), 0) as bigint) as output,
                               cast(coalesce(sum(reasoning), 0) as bigint) as reasoning,
                               cast(coalesce(sum(web_searches), 0) as bigint) as web_searches,
                               bool_and(units is null and (input is not null or output is not null)) as counted
                        from usage_sample s join usage_bucket b using (workspace_id, account_id, from_at)
                        where s.workspace_id = :workspaceId and s.from_at >= :since and s.key_id is not null
                        group by s.account_id, s.key_id, b.provider, s.model, s.tier, day
                        """)
                .bind("workspaceId", workspaceId)
                .bind("since", since)
                .map(Rows.of(Used.class))
                .list();
    }

    /** How fresh each account's charges are. */
    static Map<UUID, Instant> chargedAsOf(Handle handle, UUID workspaceId) {
        return asOf(
                handle,
                workspaceId,
                "select account_id, max(as_of) as as_of from cost_report where workspace_id = :workspaceId group by account_id");
    }

    /** How fresh each account's usage is. */
    static Map<UUID, Instant> usedAsOf(Handle handle, UUID workspaceId) {
        return asOf(
                handle,
                workspaceId,
                "select account_id, max(as_of) as as_of from usage_day where workspace_id = :workspaceId group by account_id");
    }

    private record Fresh(UUID accountId, Instant asOf) {}

    private static Map<UUID, Instant> asOf(Handle handle, UUID workspaceId, String query) {
        return handle.createQuery(query).bind("workspaceId", workspaceId).map(Rows.of(Fresh.class)).stream()
                .collect(Collectors.toMap(Fresh::accountId, Fresh::asOf));
    }
}
