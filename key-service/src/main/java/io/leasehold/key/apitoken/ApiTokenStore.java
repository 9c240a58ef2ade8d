package io.leasehold.key.apitoken;

import io.leasehold.key.EntityName;
import io.leasehold.kit.database.Rows;
import io.leasehold.kit.page.PageRequest;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** The table {@code api_token}. */
final class ApiTokenStore {
    private static final RowMapper<KeptApiToken> ROW = Rows.of(KeptApiToken.class);

    private ApiTokenStore() {}

    static void add(Handle handle, KeptApiToken token) {
        handle.createUpdate("""
                        insert into api_token (workspace_id, token_id, name, sha256, masked, role, domain, expires_at,
                                               created_at, created_by)
                        values (:workspaceId, :tokenId, :name, :sha256, :masked, :role, :domain, :expiresAt, :createdAt,
                                :createdBy)
                        """).bindMethods(token).execute();
    }

    /** Gives a token another secret. */
    static void replaceSecret(Handle handle, UUID workspaceId, UUID tokenId, String sha256, String masked) {
        handle.createUpdate("""
                        update api_token set sha256 = :sha256, masked = :masked
                        where workspace_id = :workspaceId and token_id = :tokenId
                        """)
                .bind("workspaceId", workspaceId)
                .bind("tokenId", tokenId)
                .bind("sha256", sha256)
                .bind("masked", masked)
                .execute();
    }

    static void revoke(Handle handle, KeptApiToken token, Instant now, String by) {
        handle.createUpdate("""
                        update api_token set revoked_at = :now, revoked_by = :by
                        where workspace_id = :workspaceId and token_id = :tokenId and revoked_at is null
                        """)
                .bind("workspaceId", token.workspaceId())
                .bind("tokenId", token.tokenId())
                .bind("now", now)
                .bind("by", by)
                .execute();
    }

    /** The one of that id, or the one of that name that is not revoked. */
    static Optional<KeptApiToken> find(Handle handle, UUID workspaceId, String idOrName) {
        return handle.createQuery("""
                        select * from api_token
                        where workspace_id = :workspaceId
                          and (token_id = cast(:tokenId as uuid) or (name = :idOrName and revoked_at is null))
                        """)
                .bind("workspaceId", workspaceId)
                .bind("tokenId", EntityName.asId(idOrName).orElse(null))
                .bind("idOrName", idOrName)
                .map(ROW)
                .findOne();
    }

    /**
     * The newest first, one more than a page.
     *
     * @param domains the only domains whose tokens are wanted; null for all of the workspace
     * @param page its position is a token's id
     */
    static List<KeptApiToken> list(
            Handle handle, UUID workspaceId, @Nullable Collection<String> domains, PageRequest page) {
        return handle.createQuery("""
                        select * from api_token
                        where workspace_id = :workspaceId
                          and (:all or domain = any(:domains))
                          and (cast(:after as uuid) is null or token_id < :after)
                        order by token_id desc limit :limit
                        """)
                .bind("workspaceId", workspaceId)
                .bind("all", domains == null)
                .bindArray("domains", String.class, domains == null ? List.of() : domains)
                .bind("after", page.positionId().orElse(null))
                .bind("limit", page.oneMore())
                .map(ROW)
                .list();
    }

    /** Those that are neither revoked nor expired. */
    static List<KeptApiToken> listGood(Handle handle, UUID workspaceId, Instant now) {
        return handle.createQuery("""
                        select * from api_token
                        where workspace_id = :workspaceId and revoked_at is null
                          and (expires_at is null or expires_at > :now)
                        order by token_id
                        """)
                .bind("workspaceId", workspaceId)
                .bind("now", now)
                .map(ROW)
                .list();
    }

    static List<KeptApiToken> listOfDomain(Handle handle, UUID workspaceId, String domain) {
        return handle.createQuery("""
                        select * from api_token
                        where workspace_id = :workspaceId and domain = :domain and revoked_at is null
                        order by token_id
                        """)
                .bind("workspaceId", workspaceId)
                .bind("domain", domain)
                .map(ROW)
                .list();
    }

    /** @param uses the latest of each token, in the order in which rows are to be locked */
    static void used(Handle handle, Map<Use, Instant> uses) {
        PreparedBatch updates = handle.prepareBatch("""
                update api_token set last_used_at = greatest(last_used_at, :at)
                where workspace_id = :workspaceId and token_id = :tokenId
                """);
        uses.forEach((use, at) -> updates.bind("workspaceId", use.workspaceId())
                .bind("tokenId", use.tokenId())
                .bind("at", at)
                .add());
        updates.execute();
    }

    /** Which token was used. */
    record Use(UUID workspaceId, UUID tokenId) {}
}
