package io.leasehold.collector.poll;

import io.leasehold.providers.usage.BucketWidth;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The table {@code poll_plan}. */
final class PlanStore {
    private PlanStore() {}

    /** Whose choice it is: an account's, or that of a provider where the account is null. */
    record Owner(String provider, @Nullable UUID accountId) {}

    static Map<Owner, PlanChoice> list(Handle handle, UUID workspaceId) {
        Map<Owner, PlanChoice> choices = new HashMap<>();
        handle.createQuery("""
                        select provider, account_id, interval_seconds, parts, backfill_days, bucket from poll_plan
                        where workspace_id = :workspaceId
                        """)
                .bind("workspaceId", workspaceId)
                .map((row, context) -> Map.entry(
                        new Owner(row.getString("provider"), row.getObject("account_id", UUID.class)), choice(row)))
                .forEach(entry -> choices.put(entry.getKey(), entry.getValue()));
        return choices;
    }

    static void put(Handle handle, UUID workspaceId, Owner owner, PlanChoice choice, Instant now) {
        Duration interval = choice.interval();
        Set<PollPart> parts = choice.parts();
        BucketWidth bucket = choice.bucket();
        handle.createUpdate("""
                        insert into poll_plan (workspace_id, provider, account_id, interval_seconds, parts, backfill_days, bucket,
                                               changed_at)
                        values (:workspaceId, :provider, :accountId, :interval, cast(:parts as text[]), :backfillDays, :bucket,
                                :now)
                        on conflict (workspace_id, provider, account_id) do update
                        set interval_seconds = excluded.interval_seconds, parts = excluded.parts,
                            backfill_days = excluded.backfill_days, bucket = excluded.bucket, changed_at = excluded.changed_at
                        """)
                .bind("workspaceId", workspaceId)
                .bind("provider", owner.provider())
                .bind("accountId", owner.accountId())
                .bind("interval", interval == null ? null : (Long) interval.toSeconds())
                .bind("parts", parts == null ? null : literal(parts))
                .bind("backfillDays", choice.backfillDays())
                .bind("bucket", bucket == null ? null : bucket.wireName())
                .bind("now", now)
                .execute();
    }

    /** Nothing of it needs quoting. */
    private static String literal(Set<PollPart> parts) {
        return "{"
                + String.join(
                        ",", parts.stream().map(PollPart::wireName).sorted().toList()) + "}";
    }

    private static PlanChoice choice(ResultSet row) throws SQLException {
        Long seconds = row.getObject("interval_seconds", Long.class);
        String bucket = row.getString("bucket");
        return new PlanChoice(
                seconds == null ? null : Duration.ofSeconds(seconds),
                parts(row.getArray("parts")),
                row.getObject("backfill_days", Integer.class),
                bucket == null ? null : BucketWidth.valueOf(bucket.toUpperCase(Locale.ROOT)));
    }

    private static @Nullable Set<PollPart> parts(@Nullable Array stored) throws SQLException {
        if (stored == null) {
            return null;
        }
        EnumSet<PollPart> parts = EnumSet.noneOf(PollPart.class);
        Arrays.stream((String[]) stored.getArray())
                .map(name -> PollPart.valueOf(name.toUpperCase(Locale.ROOT)))
                .forEach(parts::add);
        return parts;
    }
}
