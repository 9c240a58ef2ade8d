package io.leasehold.analytics.credit;

import io.leasehold.contracts.event.KeyView;
import io.leasehold.contracts.event.SpendView;
import io.leasehold.kit.database.Rows;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The tables {@code credit_key} and {@code credit_window}. */
final class CreditStore {
    private CreditStore() {}

    /** Which window, as they are looked through. */
    record Due(UUID workspaceId, UUID keyId, String period, Instant windowStart) {}

    /** @param billedByItself whether its charges can be found on its account's bill from now on, or still */
    static void put(Handle handle, KeyView key, boolean billedByItself) {
        handle.createUpdate("""
                        insert into credit_key (workspace_id, key_id, account_id, billed_since, version)
                        values (:workspaceId, :keyId, :accountId, case when :billed then cast(:changedAt as timestamptz) end,
                                :version)
                        on conflict (workspace_id, key_id) do update
                        set account_id = excluded.account_id, version = excluded.version,
                            billed_since = case when credit_key.account_id = excluded.account_id and :billed
                                                then coalesce(credit_key.billed_since, excluded.billed_since)
                                                else excluded.billed_since end
                        where credit_key.version < excluded.version
                        """).bindMethods(key).bind("billed", billedByItself).execute();
    }

    /** A window is kept from when something is presumed in it. */
    static void put(Handle handle, SpendView window, UUID keyId) {
        int known = handle.createUpdate("""
                        update credit_window set presumed = :presumed, version = :version
                        where workspace_id = :workspaceId and key_id = :keyId and period = :period
                          and window_start = :windowStart and version < :version
                        """)
                .bindMethods(window)
                .bind("keyId", keyId)
                .execute();
        if (known == 0 && window.presumed().signum() > 0) {
            handle.createUpdate("""
                            insert into credit_window (workspace_id, key_id, period, window_start, window_end, presumed, version)
                            values (:workspaceId, :keyId, :period, :windowStart, :windowEnd, :presumed, :version)
                            on conflict (workspace_id, key_id, period, window_start) do nothing
                            """).bindMethods(window).bind("keyId", keyId).execute();
        }
    }

    /** Windows that go on, in which something is presumed, and that days until then have not credited yet. */
    static List<Due> listDue(Handle handle, Instant until, Instant now) {
        return handle.createQuery("""
                        select w.workspace_id, w.key_id, w.period, w.window_start
                        from credit_window w
                        join credit_key k using (workspace_id, key_id)
                        where w.presumed > 0 and w.credited_until < :until and (w.window_end is null or w.window_end > :now)
                          and k.billed_since < :until
                        order by w.workspace_id, w.key_id, w.period, w.window_start
                        """)
                .bind("until", until)
                .bind("now", now)
                .map(Rows.of(Due.class))
                .list();
    }

    /** One that is still due and that nobody else looks at, locked. */
    static Optional<PresumedWindow> claim(Handle handle, Due due, Instant until) {
        return handle.createQuery("""
                        select w.*, k.account_id, k.billed_since
                        from credit_window w
                        join credit_key k using (workspace_id, key_id)
                        where w.workspace_id = :workspaceId and w.key_id = :keyId and w.period = :period
                          and w.window_start = :windowStart
                          and w.presumed > 0 and w.credited_until < :until and k.billed_since < :until
                        for update of w skip locked
                        """)
                .bind("workspaceId", due.workspaceId())
                .bind("keyId", due.keyId())
                .bind("period", due.period())
                .bind("windowStart", due.windowStart())
                .bind("until", until)
                .map(Rows.of(PresumedWindow.class))
                .findOne();
    }

    /** Once for each day, so that what comes late or twice credits nothing twice. */
    static void credit(Handle handle, PresumedWindow window, BigDecimal credited, Instant until) {
        handle.createUpdate("""
                        update credit_window set credited = :inAll, credited_until = :until
                        where workspace_id = :workspaceId and key_id = :keyId and period = :period
                          and window_start = :windowStart
                        """)
                .bind("workspaceId", window.workspaceId())
                .bind("keyId", window.keyId())
                .bind("period", window.period())
                .bind("windowStart", window.windowStart())
                .bind("inAll", credited)
                .bind("until", until)
                .execute();
    }

    static void forgetEnded(Handle handle, Instant now) {
        handle.createUpdate("delete from credit_window where window_end <= :now")
                .bind("now", now)
                .execute();
    }
}
