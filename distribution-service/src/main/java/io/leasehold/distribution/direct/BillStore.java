package io.leasehold.distribution.direct;

import io.leasehold.kit.database.Rows;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The tables {@code key_bill_day} and {@code key_bill_reading}. */
final class BillStore {
    /** As long as a window of a month can be open, and what its beginning was. */
    static final Duration READINGS_KEPT = Duration.ofDays(40);

    private static final Duration RECENT = Duration.ofDays(2);

    private BillStore() {}

    /**
     * What was told of an account's keys for one day.
     *
     * @param amounts in USD by key
     * @param unknown keys of which it is not known what they cost; they keep what is known of them
     * @param estimated whether it was worked out from usage
     */
    record Told(
            UUID workspaceId,
            UUID accountId,
            Instant day,
            Instant asOf,
            Map<UUID, BigDecimal> amounts,
            Collection<UUID> unknown,
            boolean estimated) {}

    /**
     * Keeps figures of keys that we have. A key of the account that nothing was told of has cost nothing; that is kept where
     * its secret may be given to nodes, or something else was told before. What was told later counts, in whatever order it
     * comes.
     */
    static void put(Handle handle, Told told) {
        List<Map.Entry<UUID, BigDecimal>> amounts = List.copyOf(told.amounts().entrySet());
        handle.createUpdate("""
                        with told as (
                            select k.workspace_id, k.key_id, coalesce(t.amount, 0) as amount
                            from pool_key k
                            left join unnest(:keys, cast(:amounts as numeric[])) as t (key_id, amount) using (key_id)
                            where k.workspace_id = :workspaceId and k.account_id = :accountId
                              and k.key_id <> all(:unknown)
                              and (t.key_id is not null or k.direct_allowed
                                   or exists (select from key_bill_day d where d.workspace_id = k.workspace_id
                                              and d.key_id = k.key_id and d.day = :day))
                        ), reading as (
                            insert into key_bill_reading (workspace_id, key_id, day, as_of, amount)
                            select workspace_id, key_id, cast(:day as timestamptz), cast(:asOf as timestamptz), amount from told order by key_id
                            on conflict (workspace_id, key_id, day, as_of) do update set amount = excluded.amount
                        )
                        insert into key_bill_day (workspace_id, key_id, day, amount, estimated, as_of)
                        select workspace_id, key_id, cast(:day as timestamptz), amount, cast(:estimated as boolean),
                               cast(:asOf as timestamptz)
                        from told order by key_id
                        on conflict (workspace_id, key_id, day) do update
                        set amount = excluded.amount, estimated = excluded.estimated, as_of = excluded.as_of
                        where key_bill_day.as_of <= excluded.as_of
                        """)
                .bind("workspaceId", told.workspaceId())
                .bind("accountId", told.accountId())
                .bind("day", told.day())
                .bind("asOf", told.asOf())
                .bind("estimated", told.estimated())
                .bindArray(
                        "keys",
                        UUID.class,
                        amounts.stream().map(Map.Entry::getKey).toList())
                .bindArray(
                        "amounts",
                        String.class,
                        amounts.stream()
                                .map(each -> each.getValue().toPlainString())
                                .toList())
                .bindArray("unknown", UUID.class, List.copyOf(told.unknown()))
                .execute();
    }

    /** What is needed to say what a key has spent since each of these times. */
    static KeyBill read(Handle handle, UUID workspaceId, UUID keyId, Collection<Instant> froms) {
        List<String> midDays = froms.stream()
                .map(BillReading::dayOf)
                .distinct()
                .map(Instant::toString)
                .toList();
        Instant first = froms.stream().min(Instant::compareTo).orElse(Instant.EPOCH);
        return KeyBill.of(handle.createQuery("""
                        select day, as_of, amount from key_bill_day
                        where workspace_id = :workspaceId and key_id = :keyId and day >= :first
                        union
                        select day, as_of, amount from key_bill_reading
                        where workspace_id = :workspaceId and key_id = :keyId
                          and (day = any(cast(:midDays as timestamptz[]))
                               or day >= (select max(day) from key_bill_day
                                          where workspace_id = :workspaceId and key_id = :keyId) - cast(:recent as interval))
                        """)
                .bind("workspaceId", workspaceId)
                .bind("keyId", keyId)
                .bind("first", BillReading.dayOf(first).minus(RECENT))
                .bindArray("midDays", String.class, midDays)
                .bind("recent", RECENT.toHours() + " hours")
                .map(Rows.of(BillReading.class))
                .list());
    }

    /** Whether the newest figure of a key was worked out from usage. */
    static boolean isEstimated(Handle handle, UUID workspaceId, UUID keyId) {
        return handle.createQuery("""
                        select estimated from key_bill_day
                        where workspace_id = :workspaceId and key_id = :keyId order by day desc limit 1
                        """)
                .bind("workspaceId", workspaceId)
                .bind("keyId", keyId)
                .mapTo(Boolean.class)
                .findOne()
                .orElse(false);
    }

    /** @return how many were forgotten, at most that many; what a day came to in the end stays */
    static int forgetReadings(Handle handle, Instant before, int max) {
        return handle.createUpdate("""
                        delete from key_bill_reading where ctid in (
                            select ctid from key_bill_reading where as_of < :before limit :max for update skip locked)
                        """).bind("before", before).bind("max", max).execute();
    }
}
