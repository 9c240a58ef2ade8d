package io.leasehold.key.step;

import io.leasehold.key.step.StepWork.Due;
import io.leasehold.kit.database.Rows;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.ResultBearing;

/**
 * Who may go on with a piece of work: one at a time, and each under a higher {@code fence} than the one before, so that
 * nothing is kept of whoever was taken over. The table has {@code next_attempt_at}, {@code claimed_until} and
 * {@code fence}.
 *
 * @param id the column that names a piece in its workspace
 * @param open the condition under which there is something left to do
 */
public record Claims(String table, String id, String open) {
    private static final String IS_DUE = " next_attempt_at <= :now and (claimed_until is null or claimed_until < :now)";

    /** Has one row where it is due and nobody is at it. */
    public ResultBearing claim(Handle handle, UUID workspaceId, UUID pieceId, Instant now, Instant until) {
        return handle.createQuery("update " + table + " set fence = fence + 1, claimed_until = :until"
                        + " where workspace_id = :workspaceId and " + id + " = :pieceId and " + open + " and" + IS_DUE
                        + " returning *")
                .bind("until", until)
                .bind("workspaceId", workspaceId)
                .bind("pieceId", pieceId)
                .bind("now", now);
    }

    /** Longest due first. */
    public List<Due> listDue(Handle handle, Instant now, int limit) {
        return handle.createQuery("select workspace_id, " + id + " as id from " + table + " where " + open + " and"
                        + IS_DUE + " order by next_attempt_at limit :limit")
                .bind("now", now)
                .bind("limit", limit)
                .map(Rows.of(Due.class))
                .list();
    }
}
