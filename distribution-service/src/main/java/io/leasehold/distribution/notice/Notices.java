package io.leasehold.distribution.notice;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.leasehold.kit.id.Ids;
import io.leasehold.kit.json.Json;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Has nodes told of something, in the transaction of what they are told of. */
public final class Notices {
    private Notices() {}

    /**
     * @param nodeId null for all nodes of the workspace
     * @param data never a secret
     */
    public static void write(
            Handle handle, UUID workspaceId, @Nullable UUID nodeId, NoticeKind kind, Map<String, ?> data, Instant at) {
        handle.createUpdate("""
                        insert into notice (workspace_id, notice_id, node_id, kind, data, at)
                        values (:workspaceId, :noticeId, :nodeId, :kind, cast(:data as jsonb), :at)
                        """)
                .bind("workspaceId", workspaceId)
                .bind("noticeId", Ids.next())
                .bindByType("nodeId", nodeId, UUID.class)
                .bind("kind", kind)
                .bind("data", json(data))
                .bind("at", at)
                .execute();
    }

    public static String json(Map<String, ?> data) {
        try {
            return Json.events().writeValueAsString(data);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A notice can't be written as JSON", impossible);
        }
    }
}
