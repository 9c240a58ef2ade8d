package io.leasehold.distribution.enrolment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.leasehold.kit.json.Json;
import io.leasehold.kit.page.PageRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** The table {@code enrolment_token}: hashes only. */
final class EnrolmentTokenStore {
    private static final TypeReference<Map<String, String>> LABELS = new TypeReference<>() {};

    private EnrolmentTokenStore() {}

    static void insert(Handle handle, EnrolmentToken token, String hash) {
        handle.createUpdate("""
                        insert into enrolment_token (workspace_id, token_id, token_hash, label, labels, created_by,
                                                     created_at, expires_at)
                        values (:workspaceId, :tokenId, :hash, :label, cast(:labelsJson as jsonb), :createdBy,
                                :createdAt, :expiresAt)
                        """)
                .bindMethods(token)
                .bind("labelsJson", write(token.labels()))
                .bind("hash", hash)
                .execute();
    }

    /** One more than asked for, the newest first. */
    static List<EnrolmentToken> list(Handle handle, UUID workspaceId, PageRequest page) {
        return handle.createQuery("""
                        select * from enrolment_token
                        where workspace_id = :workspaceId and (cast(:before as uuid) is null or token_id < :before)
                        order by token_id desc limit :limit
                        """)
                .bind("workspaceId", workspaceId)
                .bindByType("before", page.positionId().orElse(null), UUID.class)
                .bind("limit", page.oneMore())
                .map(EnrolmentTokenStore::read)
                .list();
    }

    /** Uses a token up; of those who come with it at the same moment only one gets it. */
    static Optional<EnrolmentToken> use(Handle handle, String hash, UUID nodeId, Instant now) {
        return handle.createQuery("""
                        update enrolment_token set used_at = :now, node_id = :nodeId
                        where token_hash = :hash and used_at is null and expires_at > :now
                        returning *
                        """)
                .bind("hash", hash)
                .bind("nodeId", nodeId)
                .bind("now", now)
                .map(EnrolmentTokenStore::read)
                .findOne();
    }

    /** @return false where there is none that could still be used */
    static boolean delete(Handle handle, UUID workspaceId, UUID tokenId) {
        return handle.createUpdate("""
                                delete from enrolment_token
                                where workspace_id = :workspaceId and token_id = :tokenId and used_at is null
                                """)
                        .bind("workspaceId", workspaceId)
                        .bind("tokenId", tokenId)
                        .execute()
                > 0;
    }

    private static EnrolmentToken read(ResultSet row, StatementContext context) throws SQLException {
        try {
            return new EnrolmentToken(
                    row.getObject("workspace_id", UUID.class),
                    row.getObject("token_id", UUID.class),
                    row.getString("label"),
                    Json.events().readValue(row.getString("labels"), LABELS),
                    row.getString("created_by"),
                    row.getTimestamp("created_at").toInstant(),
                    row.getTimestamp("expires_at").toInstant(),
                    instant(row.getTimestamp("used_at")),
                    row.getObject("node_id", UUID.class));
        } catch (JsonProcessingException unreadable) {
            throw new SQLException("enrolment_token.labels is not what we wrote", unreadable);
        }
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }

    private static String write(Map<String, String> labels) {
        try {
            return Json.events().writeValueAsString(labels);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
