package io.leasehold.collector.retention;

import java.time.Instant;
import org.jdbi.v3.core.Handle;

/**
 * Rows of a table that may be too old. What hangs on them goes with them.
 *
 * @param table its name
 * @param time the column that says how old a row is
 */
record OldRows(String table, String time) {
    static final OldRows USAGE_BUCKETS = new OldRows("usage_bucket", "to_at");
    static final OldRows USAGE_DAYS = new OldRows("usage_day", "to_at");
    static final OldRows COSTS = new OldRows("cost_report", "to_at");
    static final OldRows EXCHANGE_RATES = new OldRows("exchange_rate", "day");
    static final OldRows REVISIONS = new OldRows("figure_revision", "replaced_at");
    static final OldRows QUOTAS = new OldRows("quota_history", "as_of");

    /** @return how many went, at most as many as are wanted */
    int forget(Handle handle, Instant before, int most) {
        return handle.createUpdate(
                        "delete from %1$s where ctid = any(array(select ctid from %1$s where %2$s < :before limit :most))"
                                .formatted(table, time))
                .bind("before", before)
                .bind("most", most)
                .execute();
    }
}
