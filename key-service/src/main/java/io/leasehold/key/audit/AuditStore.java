package io.leasehold.key.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.leasehold.contracts.event.AuditEntry;
import io.leasehold.kit.json.Json;
import io.leasehold.kit.page.PageRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
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
                .map((row, context) -> new Head(row.getLong("seq"), row.getBytes("hash")))
                .one();
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

    /** Newest first, one more than a page. */
    static List<ChainedEntry> list(Handle handle, UUID workspaceId, AuditFilter filter, PageRequest page) {
        return handle.createQuery("""
                        select * from audit_entry
                        where workspace_id = :workspaceId
                          and (cast(:before as bigint) is null or seq < :before)
                          and (cast(:action as text) is null or action = :action)
                          and (cast(:target as text) is null or target = :target)
                        order by seq desc limit :limit
                        """)
                .bind("workspaceId", workspaceId)
                .bind("before", filter.before())
                .bind("action", filter.action())
                .bind("target", filter.target())
                .bind("limit", page.oneMore())
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
