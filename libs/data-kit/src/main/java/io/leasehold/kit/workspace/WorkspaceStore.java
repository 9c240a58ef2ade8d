package io.leasehold.kit.workspace;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.leasehold.contracts.Capture;
import io.leasehold.contracts.Enrolment;
import io.leasehold.contracts.KeyChoicePolicy;
import io.leasehold.contracts.event.WorkspaceView;
import io.leasehold.kit.json.Json;
import io.leasehold.kit.page.PageRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** The table {@code workspace}: in key-service the truth, elsewhere a copy of it. */
public final class WorkspaceStore {
    private static final TypeReference<List<WorkspaceView.Domain>> DOMAINS = new TypeReference<>() {};
    private static final TypeReference<List<WorkspaceView.ApiToken>> API_TOKENS = new TypeReference<>() {};
    private static final TypeReference<List<WorkspaceView.Redaction>> REDACTION = new TypeReference<>() {};

    private WorkspaceStore() {}

    /** Keeps the newer of what is there and what is given. */
    public static void put(Handle handle, WorkspaceView view) {
        handle.createUpdate("""
                        insert into workspace (workspace_id, slug, name, capture, fail_open, domains, version, changed_at,
                                               deleted_at, enrolment, api_tokens, redaction, key_choice, leases_expire)
                        values (:workspaceId, :slug, :name, :capture, :failOpen, cast(:domains as jsonb), :version,
                                :changedAt, :deletedAt, :enrolmentPolicy, cast(:apiTokens as jsonb), cast(:redaction as jsonb),
                                :keyChoicePolicy, :leasesEnd)
                        on conflict (workspace_id) do update
                        set name = excluded.name, capture = excluded.capture, fail_open = excluded.fail_open,
                            domains = excluded.domains, version = excluded.version, changed_at = excluded.changed_at,
                            deleted_at = excluded.deleted_at, enrolment = excluded.enrolment,
                            api_tokens = excluded.api_tokens, redaction = excluded.redaction,
                            key_choice = excluded.key_choice, leases_expire = excluded.leases_expire
                        where workspace.version < excluded.version
                        """)
                .bindMethods(view)
                .bind("domains", json(view.domains()))
                .bind("apiTokens", json(view.apiTokens()))
                .bind("redaction", json(view.redaction()))
                .execute();
    }

    /** Also one that is deleted. */
    public static Optional<WorkspaceView> find(Handle handle, UUID workspaceId) {
        return handle.createQuery("select * from workspace where workspace_id = :id")
                .bind("id", workspaceId)
                .map(WorkspaceStore::view)
                .findOne();
    }

    /** Of {@link #find} only whether leases end by themselves; they do where nothing is known of the workspace. */
    public static boolean leasesEnd(Handle handle, UUID workspaceId) {
        return handle.createQuery("select leases_expire from workspace where workspace_id = :id")
                .bind("id", workspaceId)
                .mapTo(Boolean.class)
                .findOne()
                .orElse(true);
    }

    /** {@link #find}, with the row locked until the transaction ends; nothing can be added to the workspace meanwhile. */
    public static Optional<WorkspaceView> lock(Handle handle, UUID workspaceId) {
        return handle.createQuery("select * from workspace where workspace_id = :id for update")
                .bind("id", workspaceId)
                .map(WorkspaceStore::view)
                .findOne();
    }

    /** Also one that is deleted. */
    public static Optional<WorkspaceView> findBySlug(Handle handle, String slug) {
        return handle.createQuery("select * from workspace where slug = :slug")
                .bind("slug", slug)
                .map(WorkspaceStore::view)
                .findOne();
    }

    /** Those that are there. */
    public static List<WorkspaceView> list(Handle handle) {
        return handle.createQuery("select * from workspace where deleted_at is null order by slug")
                .map(WorkspaceStore::view)
                .list();
    }

    /**
     * Those that are there, ordered by slug, one more than a page.
     *
     * @param slugs which ones are wanted; null for all
     * @param page its position is a slug
     */
    public static List<WorkspaceView> list(Handle handle, @Nullable Collection<String> slugs, PageRequest page) {
        return handle.createQuery("""
                        select * from workspace
                        where deleted_at is null
                          and (:all or slug = any(:slugs))
                          and (cast(:after as text) is null or slug > :after)
                        order by slug limit :limit
                        """)
                .bind("all", slugs == null)
                .bindArray("slugs", String.class, slugs == null ? List.of() : slugs)
                .bind("after", page.position())
                .bind("limit", page.oneMore())
                .map(WorkspaceStore::view)
                .list();
    }

    private static WorkspaceView view(ResultSet row, StatementContext context) throws SQLException {
        Timestamp deletedAt = row.getTimestamp("deleted_at");
        try {
            return new WorkspaceView(
                    row.getObject("workspace_id", UUID.class),
                    row.getString("slug"),
                    row.getString("name"),
                    Capture.of(row.getString("capture")),
                    row.getBoolean("fail_open"),
                    Json.events().readValue(row.getString("domains"), DOMAINS),
                    row.getLong("version"),
                    row.getTimestamp("changed_at").toInstant(),
                    deletedAt == null ? null : deletedAt.toInstant(),
                    Enrolment.of(row.getString("enrolment")),
                    Json.events().readValue(row.getString("api_tokens"), API_TOKENS),
                    Json.events().readValue(row.getString("redaction"), REDACTION),
                    KeyChoicePolicy.of(row.getString("key_choice")),
                    row.getBoolean("leases_expire"));
        } catch (JsonProcessingException unreadable) {
            throw new SQLException("workspace.domains, api_tokens or redaction is not what we wrote", unreadable);
        }
    }

    private static String json(List<?> parts) {
        try {
            return Json.events().writeValueAsString(parts);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
