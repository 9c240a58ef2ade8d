package io.leasehold.key.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.leasehold.contracts.event.AuditAnchored;
import io.leasehold.contracts.event.AuditEntry;
import io.leasehold.kit.json.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** The tables {@code audit_entry} and {@code audit_head}. */
final class AuditStore {
    private static final int HASH_BYTES = 32;
    private static final TypeReference<Map<String, String>> DETAILS = new TypeReference<>() {};

    private AuditStore() {}

    /** The end of a chain. */
    record Head(long seq, byte[] hash) {
        static final Head START = new Head(0, new byte[HASH_BYTES]);
    }

    /** Locks the end of a workspace's chain until the transaction ends. */
    static Head lockHead(Handle handle, UUID workspaceId) {
        handle.createUpdate("""
                        insert into audit_head (workspace_id, seq, hash) values (:workspaceId, :seq, :hash)
                        on conflict do nothing
                        """)
                .bind("workspaceId", workspaceId)
                .bind("seq", Head.START.seq())
                .bind("hash", Head.START.hash())
                .execute();
        return handle.createQuery("select seq, hash from audit_head where workspace_id = :workspaceId for update")
                .bind("workspaceId", workspaceId)
                .map((row, context) -> head(row))
                .one();
    }

    /** Where a workspace's chain ends: as is said, and as it is. Both are of the same moment. */
    record End(Head head, long lastSeq) {}

    static End end(Handle handle, UUID workspaceId) {
        return handle.createQuery("""
                        select coalesce(head.seq, 0) seq, head.hash, coalesce(last.seq, 0) last_seq
                        from (select max(seq) seq from audit_entry where workspace_id = :workspaceId) last
                        left join audit_head head on head.workspace_id = :workspaceId
                        """)
                .bind("workspaceId", workspaceId)
                .map((row, context) -> new End(head(row), row.getLong("last_seq")))
                .one();
    }

    /** Ends of chains that are not anchored yet, or not since a time, locked; those that others work on are left out. */
    static List<AuditAnchored> lockUnanchored(Handle handle, Instant since, int limit) {
        return handle.createQuery("""
                        select workspace_id, seq, hash from audit_head
                        where seq > anchored_seq or anchored_at < :since
                        order by anchored_at limit :limit for update skip locked
                        """)
                .bind("since", since)
                .bind("limit", limit)
                .map((row, context) -> new AuditAnchored(
                        row.getObject("workspace_id", UUID.class),
                        row.getLong("seq"),
                        HexFormat.of().formatHex(row.getBytes("hash"))))
                .list();
    }

    static void markAnchored(Handle handle, AuditAnchored anchor, Instant now) {
        handle.createUpdate("""
                        update audit_head set anchored_seq = :seq, anchored_at = :now
                        where workspace_id = :workspaceId
                        """).bindMethods(anchor).bind("now", now).execute();
    }

    private static Head head(ResultSet row) throws SQLException {
        byte[] hash = row.getBytes("hash");
        return hash == null ? Head.START : new Head(row.getLong("seq"), hash);
    }

    static void moveHead(Handle handle, UUID workspaceId, Head head) {
        handle.createUpdate("update audit_head set seq = :seq, hash = :hash where workspace_id = :workspaceId")
                .bind("seq", head.seq())
                .bind("hash", head.hash())
                .bind("workspaceId", workspaceId)
                .execute();
    }

    static void add(Handle handle, List<ChainedEntry> links) {
        PreparedBatch batch = handle.prepareBatch("""
                insert into audit_entry (workspace_id, seq, entry_id, at, actor, actor_id, action, target_type,
                                         target, result, source, details, previous_hash, hash)
                values (:workspaceId, :seq, :entryId, :at, :actor, :actorId, :action, :targetType,
                        :target, :result, :source, cast(:detailsJson as jsonb), :previousHash, :hash)
                """);
        for (ChainedEntry link : links) {
            batch.bindMethods(link.entry())
                    .bind("seq", link.seq())
                    .bind("detailsJson", write(link.entry().details()))
                    .bind("previousHash", link.previousHash())
                    .bind("hash", link.hash())
                    .add();
        }
        batch.execute();
    }

    /** Newest first. */
    static List<ChainedEntry> listBefore(Handle handle, UUID workspaceId, AuditFilter filter, long seq, int limit) {
        return select(handle, workspaceId, filter, "seq < :seq order by seq desc", seq, limit);
    }

    /** In the order of the chain. */
    static List<ChainedEntry> listAfter(Handle handle, UUID workspaceId, AuditFilter filter, long seq, int limit) {
        return select(handle, workspaceId, filter, "seq > :seq order by seq", seq, limit);
    }

    private static List<ChainedEntry> select(
            Handle handle, UUID workspaceId, AuditFilter filter, String placeAndOrder, long seq, int limit) {
        return handle.createQuery("""
                        select * from audit_entry
                        where workspace_id = :workspaceId
                          and (cast(:actor as text) is null or actor = :actor)
                          and (cast(:actorId as text) is null or actor_id = :actorId)
                          and (cast(:action as text) is null or action = :action)
                          and (cast(:targetType as text) is null or target_type = :targetType)
                          and (cast(:target as text) is null or target = :target)
                          and (cast(:result as text) is null or result = :result)
                          and (cast(:from as timestamptz) is null or at >= :from)
                          and (cast(:to as timestamptz) is null or at < :to)
                          and %s limit :limit
                        """.formatted(placeAndOrder))
                .bind("actor", filter.actor())
                .bind("actorId", filter.actorId())
                .bind("action", filter.action())
                .bind("targetType", filter.targetType())
                .bind("target", filter.target())
                .bind("result", filter.result())
                .bind("from", filter.from())
                .bind("to", filter.to())
                .bind("workspaceId", workspaceId)
                .bind("seq", seq)
                .bind("limit", limit)
                .map(AuditStore::entry)
                .list();
    }

    private static ChainedEntry entry(ResultSet row, StatementContext context) throws SQLException {
        return new ChainedEntry(
                row.getLong("seq"),
                new AuditEntry(
                        row.getObject("entry_id", UUID.class),
                        row.getObject("workspace_id", UUID.class),
                        row.getTimestamp("at").toInstant(),
                        row.getString("actor"),
                        row.getString("actor_id"),
                        row.getString("action"),
                        row.getString("target_type"),
                        nullable(row, "target"),
                        row.getString("result"),
                        nullable(row, "source"),
                        read(row.getString("details"))),
                row.getBytes("previous_hash"),
                row.getBytes("hash"));
    }

    private static @Nullable String nullable(ResultSet row, String column) throws SQLException {
        return row.getString(column);
    }

    private static Map<String, String> read(String details) throws SQLException {
        try {
            return Json.events().readValue(details, DETAILS);
        } catch (JsonProcessingException unreadable) {
            throw new SQLException("audit_entry.details is not what we wrote", unreadable);
        }
    }

    private static String write(Map<String, String> details) {
        try {
            return Json.events().writeValueAsString(details);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
