package io.leasehold.distribution.stored;

import io.leasehold.kit.database.Rows;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** The table {@code stored_response}. */
final class StoredResponseStore {
    /** In which replicas lock the same rows. */
    private static final Comparator<Row> ORDER =
            Comparator.comparing(Row::workspaceId).thenComparing(Row::provider).thenComparing(Row::idHash);

    private StoredResponseStore() {}

    /** @param idHash SHA-256 of the provider's id, in lower-case hex */
    record Row(
            UUID workspaceId,
            String provider,
            String idHash,
            UUID leaseId,
            UUID keyId,
            @Nullable String link,
            Instant storedAt) {}

    record Found(UUID keyId, @Nullable String link) {}

    /** Adds those that are not there; whose one is never changes, even if a provider should give its id again. */
    static void add(Handle handle, List<Row> rows) {
        PreparedBatch batch = handle.prepareBatch("""
                insert into stored_response (workspace_id, provider, id_hash, lease_id, key_id, link, stored_at)
                values (:workspaceId, :provider, decode(:idHash, 'hex'), :leaseId, :keyId, :link, :storedAt)
                on conflict do nothing
                """);
        rows.stream()
                .sorted(ORDER)
                .forEach(row -> batch.bind("workspaceId", row.workspaceId)
                        .bind("provider", row.provider)
                        .bind("idHash", row.idHash)
                        .bind("leaseId", row.leaseId)
                        .bind("keyId", row.keyId)
                        .bind("link", row.link)
                        .bind("storedAt", row.storedAt)
                        .add());
        batch.execute();
    }

    static Optional<Found> find(Handle handle, UUID workspaceId, String provider, String idHash, UUID leaseId) {
        return handle.createQuery("""
                        select key_id, link from stored_response
                        where workspace_id = :workspaceId and provider = :provider and id_hash = decode(:idHash, 'hex')
                          and lease_id = :leaseId
                        """)
                .bind("workspaceId", workspaceId)
                .bind("provider", provider)
                .bind("idHash", idHash)
                .bind("leaseId", leaseId)
                .map(Rows.of(Found.class))
                .findOne();
    }

    /** @return how many were dropped, at most that many */
    static int forget(Handle handle, Instant before, int max) {
        return handle.createUpdate("""
                        delete from stored_response
                        where (workspace_id, provider, id_hash) in
                              (select workspace_id, provider, id_hash from stored_response
                               where stored_at < :before limit :max for update skip locked)
                        """).bind("before", before).bind("max", max).execute();
    }
}
