package io.leasehold.distribution.hold;

import io.leasehold.contracts.hold.WindowKey;
import io.leasehold.distribution.spend.WindowKeys;
import java.math.BigDecimal;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Windows beside their holds. */
final class BalanceStore {
    private BalanceStore() {}

    /**
     * A window that does not agree with its holds.
     *
     * @param open what open holds have outstanding
     * @param closed what closed holds have outstanding
     */
    record Mismatch(WindowKey window, BigDecimal held, BigDecimal open, BigDecimal presumed, BigDecimal closed) {}

    /** One statement, so that both sides are seen at the same moment. */
    static List<Mismatch> mismatches(Handle handle, int max) {
        return handle.createQuery("""
                        select w.workspace_id, w.scope, w.scope_id, w.period, w.window_start, w.held, w.presumed,
                               coalesce(h.open, 0) as open, coalesce(h.closed, 0) as closed
                        from spend_window w
                        left join (select workspace_id, scope, scope_id, period, window_start,
                                          sum(granted - settled - returned) filter (where not closed) as open,
                                          sum(granted - settled - returned) filter (where closed) as closed
                                   from hold group by workspace_id, scope, scope_id, period, window_start) h
                            using (workspace_id, scope, scope_id, period, window_start)
                        where w.held <> coalesce(h.open, 0) or w.presumed <> coalesce(h.closed, 0)
                        limit :max
                        """)
                .bind("max", max)
                .map((row, context) -> new Mismatch(
                        WindowKeys.read(row),
                        row.getBigDecimal("held"),
                        row.getBigDecimal("open"),
                        row.getBigDecimal("presumed"),
                        row.getBigDecimal("closed")))
                .list();
    }
}
