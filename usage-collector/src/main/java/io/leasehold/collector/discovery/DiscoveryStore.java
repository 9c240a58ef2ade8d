package io.leasehold.collector.discovery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.leasehold.kit.json.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** The table {@code discovered_key}: what the last run found. */
final class DiscoveryStore {
    private static final TypeReference<List<String>> SOURCES = new TypeReference<>() {};

    private DiscoveryStore() {}

    static void replace(Handle handle, UUID workspaceId, List<DiscoveredKey> found) {
        handle.createUpdate("delete from discovered_key where workspace_id = :workspaceId")
                .bind("workspaceId", workspaceId)
                .execute();
        for (DiscoveredKey key : found) {
            handle.createUpdate("""
                            insert into discovered_key (workspace_id, fingerprint, provider, masked, sources, found_at, key_id,
                                                        key_name, result, message)
                            values (:workspaceId, :fingerprint, :provider, :masked, cast(:sources as jsonb), :foundAt, :keyId,
                                    :keyName, :result, :message)
                            """)
                    .bind("workspaceId", workspaceId)
                    .bind("fingerprint", key.fingerprint())
                    .bind("provider", key.provider())
                    .bind("masked", key.masked())
                    .bind("sources", write(key.sources()))
                    .bind("foundAt", key.foundAt())
                    .bind("keyId", key.keyId())
                    .bind("keyName", key.keyName())
                    .bind("result", key.result())
                    .bind("message", key.message())
                    .execute();
        }
    }

    static List<DiscoveredKey> list(Handle handle, UUID workspaceId) {
        return handle.createQuery("""
                        select * from discovered_key where workspace_id = :workspaceId order by provider, fingerprint
                        """)
                .bind("workspaceId", workspaceId)
                .map(DiscoveryStore::read)
                .list();
    }

    private static DiscoveredKey read(ResultSet row, StatementContext context) throws SQLException {
        try {
            return new DiscoveredKey(
                    row.getString("fingerprint"),
                    row.getString("provider"),
                    row.getString("masked"),
                    Json.events().readValue(row.getString("sources"), SOURCES),
                    row.getObject("found_at", OffsetDateTime.class).toInstant(),
                    row.getObject("key_id", UUID.class),
                    row.getString("key_name"),
                    row.getString("result"),
                    row.getString("message"));
        } catch (JsonProcessingException damaged) {
            throw new SQLException("Sources of a discovered key can't be read", damaged);
        }
    }

    private static String write(List<String> sources) {
        try {
            return Json.events().writeValueAsString(sources);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A list of texts can't be written", impossible);
        }
    }
}
