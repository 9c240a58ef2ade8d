package io.leasehold.collector.usage;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.leasehold.collector.account.Account;
import io.leasehold.collector.cost.Settling;
import io.leasehold.kit.database.Rows;
import io.leasehold.providers.usage.BucketWidth;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The tables {@code usage_day}, {@code usage_bucket} and {@code usage_sample}. */
final class UsageStore {
    private static final String DAYS =
            " from usage_day where workspace_id = :workspaceId and account_id = :accountId and from_at >= :since";
    private static final RowMapper<Bucket> BUCKET = Rows.of(Bucket.class);
    private static final RowMapper<UsageLine> LINE = Rows.of(UsageLine.class);

    private UsageStore() {}

    private record Bucket(Instant fromAt, Instant toAt, int revision, boolean complete, Instant readAt) {}

    /** Days that their provider called final when they were read long enough after their end. */
    static Set<LocalDate> finalDays(Handle handle, Account account, Instant since, Settling settling, Instant now) {
        return settling
                .bind(handle.createQuery("select from_at" + DAYS + " and " + Settling.DONE), now)
                .bindMethods(account)
                .bind("since", since)
                .mapTo(Instant.class)
                .stream()
                .map(UsageStore::day)
                .collect(toSet());
    }

    /** In what buckets days were read. */
    static Map<LocalDate, BucketWidth> widths(Handle handle, Account account, Instant since) {
        return handle
                .createQuery("select from_at, width" + DAYS)
                .bindMethods(account)
                .bind("since", since)
                .map((row, context) -> Map.entry(
                        day(from(row)),
                        BucketWidth.valueOf(row.getString("width").toUpperCase(Locale.ROOT))))
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** When a day was read last. */
    static Optional<Instant> readAt(Handle handle, Account account, Instant from) {
        return handle.createQuery("""
                        select read_at from usage_day
                        where workspace_id = :workspaceId and account_id = :accountId and from_at = :from
                        """)
                .bindMethods(account)
                .bind("from", from)
                .mapTo(Instant.class)
                .findOne();
    }

    static Optional<Instant> asOf(Handle handle, Account account) {
        return handle.createQuery("""
                        select as_of from usage_day where workspace_id = :workspaceId and account_id = :accountId
                        order by from_at desc limit 1
                        """).bindMethods(account).mapTo(Instant.class).findOne();
    }

    /** The buckets of a day, by their beginning. */
    static Map<Instant, UsageBucket> buckets(Handle handle, UsageDay day) {
        Map<Instant, List<UsageLine>> lines = handle
                .createQuery("""
                        select from_at, kind, key_id, provider_key_id, model, provider_group_id, tier, requests, input,
                               cache_read, cache_write_short, cache_write_long, output, reasoning, web_searches, units, unit
                        from usage_sample
                        where workspace_id = :workspaceId and account_id = :accountId and from_at >= :from and from_at < :to
                        order by from_at, line
                        """)
                .bindMethods(day.account())
                .bind("from", day.from())
                .bind("to", day.to())
                .map((row, context) -> Map.entry(from(row), LINE.map(row, context)))
                .stream()
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
        return handle
                .createQuery("""
                        select from_at, to_at, revision, complete, read_at from usage_bucket
                        where workspace_id = :workspaceId and account_id = :accountId and from_at >= :from and from_at < :to
                        """)
                .bindMethods(day.account())
                .bind("from", day.from())
                .bind("to", day.to())
                .map(BUCKET)
                .stream()
                .collect(toMap(
                        Bucket::fromAt,
                        bucket -> new UsageBucket(
                                bucket.fromAt(),
                                bucket.toAt(),
                                bucket.revision(),
                                bucket.complete(),
                                bucket.readAt(),
                                lines.getOrDefault(bucket.fromAt(), List.of()))));
    }

    /** Takes the place of what was kept of the same bucket. */
    static void putBucket(Handle handle, UsageDay day, UsageBucket bucket, List<UsageLine> lines) {
        handle.createUpdate("""
                        delete from usage_bucket
                        where workspace_id = :workspaceId and account_id = :accountId and from_at = :from
                        """)
                .bindMethods(day.account())
                .bind("from", bucket.from())
                .execute();
        handle.createUpdate("""
                        insert into usage_bucket (workspace_id, account_id, from_at, to_at, provider, revision, complete, as_of,
                                                  read_at)
                        values (:workspaceId, :accountId, :from, :to, :provider, :revision, :complete, :asOf, :readAt)
                        """)
                .bindMethods(day.account())
                .bind("from", bucket.from())
                .bind("to", bucket.to())
                .bind("revision", bucket.revision())
                .bind("complete", bucket.complete())
                .bind("asOf", bucket.readAt())
                .bind("readAt", bucket.readAt())
                .execute();
        putLines(handle, day.account(), bucket.from(), lines);
    }

    private static void putLines(Handle handle, Account account, Instant from, List<UsageLine> lines) {
        if (lines.isEmpty()) {
            return;
        }
        PreparedBatch batch = handle.prepareBatch("""
                insert into usage_sample (workspace_id, account_id, from_at, line, kind, key_id, provider_key_id, model,
                                          provider_group_id, tier, requests, input, cache_read, cache_write_short,
                                          cache_write_long, output, reasoning, web_searches, units, unit)
                values (:workspaceId, :accountId, :from, :line, :kind, :keyId, :providerKeyId, :model, :providerGroupId, :tier,
                        :requests, :input, :cacheRead, :cacheWriteShort, :cacheWriteLong, :output, :reasoning, :webSearches,
                        :units, :unit)
                """);
        for (UsageLine line : lines) {
            batch.bindMethods(line)
                    .bind("workspaceId", account.workspaceId())
                    .bind("accountId", account.accountId())
                    .bind("from", from)
                    .bind("line", batch.size())
                    .add();
        }
        batch.execute();
    }

    /** Notes that a day was read, and that its buckets are what the provider says now. */
    static void confirm(Handle handle, UsageDay day) {
        handle.createUpdate("""
                        insert into usage_day (workspace_id, account_id, from_at, to_at, width, complete, as_of, read_at)
                        values (:workspaceId, :accountId, :from, :to, :width, :complete, :asOf, :readAt)
                        on conflict (workspace_id, account_id, from_at) do update
                        set width = excluded.width, complete = excluded.complete, as_of = excluded.as_of,
                            read_at = excluded.read_at
                        """).bindMethods(day.account()).bindMethods(day).execute();
        handle.createUpdate("""
                        update usage_bucket set complete = :complete, as_of = :asOf, read_at = :readAt
                        where workspace_id = :workspaceId and account_id = :accountId and from_at >= :from and from_at < :to
                        """)
                .bindMethods(day.account())
                .bind("from", day.from())
                .bind("to", day.to())
                .bind("complete", day.complete())
                .bind("asOf", day.asOf())
                .bind("readAt", day.readAt())
                .execute();
    }

    private static Instant from(ResultSet row) throws SQLException {
        return row.getObject("from_at", OffsetDateTime.class).toInstant();
    }

    private static LocalDate day(Instant from) {
        return LocalDate.ofInstant(from, ZoneOffset.UTC);
    }
}
