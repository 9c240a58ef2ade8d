package io.leasehold.key.limit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.leasehold.contracts.Scope;
import io.leasehold.contracts.event.LimitsView;
import io.leasehold.contracts.event.RateLimits;
import io.leasehold.key.EntityName;
import io.leasehold.kit.json.Json;
import io.leasehold.kit.page.PageRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** The table {@code spend_limit}. */
public final class LimitStore {
    private static final TypeReference<List<LimitsView.Limit>> LIMITS = new TypeReference<>() {};

    private LimitStore() {}

    /**
     * Replaces the limits of a scope and raises their version, under the row's lock.
     *
     * @param rates null keeps them
     */
    static LimitsView put(
            Handle handle,
            UUID workspaceId,
            Scope scope,
            String scopeId,
            List<LimitsView.Limit> limits,
            @Nullable RateLimits rates,
            Instant now) {
        return handle.createQuery("""
                        insert into spend_limit (workspace_id, scope, scope_id, limits, rates, version, changed_at)
                        values (:workspaceId, :scope, :scopeId, cast(:limits as jsonb), cast(:rates as jsonb), 1, :now)
                        on conflict (workspace_id, scope, scope_id) do update
                        set limits = excluded.limits, rates = case when :keepRates then spend_limit.rates else excluded.rates end,
                            version = spend_limit.version + 1, changed_at = excluded.changed_at
                        returning *
                        """)
                .bind("workspaceId", workspaceId)
                .bind("scope", scope)
                .bind("scopeId", scopeId)
                .bind("limits", write(limits))
                .bind("rates", rates == null || rates.isEmpty() ? null : write(rates))
                .bind("keepRates", rates == null)
                .bind("now", now)
                .map(LimitStore::view)
                .one();
    }

    /** Raises the version of a scope's limits, which stay as they are. */
    static LimitsView touch(Handle handle, UUID workspaceId, ScopeTarget target, Instant now) {
        return handle.createQuery("""
                        insert into spend_limit (workspace_id, scope, scope_id, limits, version, changed_at)
                        values (:workspaceId, :scope, :scopeId, '[]', 1, :now)
                        on conflict (workspace_id, scope, scope_id) do update
                        set version = spend_limit.version + 1, changed_at = excluded.changed_at
                        returning *
                        """)
                .bind("workspaceId", workspaceId)
                .bind("scope", target.scope())
                .bind("scopeId", target.id())
                .bind("now", now)
                .map(LimitStore::view)
                .one();
    }

    static Optional<LimitsView> find(Handle handle, UUID workspaceId, Scope scope, String scopeId) {
        return handle.createQuery("""
                        select * from spend_limit
                        where workspace_id = :workspaceId and scope = :scope and scope_id = :scopeId
                        """)
                .bind("workspaceId", workspaceId)
                .bind("scope", scope)
                .bind("scopeId", scopeId)
                .map(LimitStore::view)
                .findOne();
    }

    /**
     * Ordered by scope and its id, one more than a page.
     *
     * @param domainIds the only domains whose limits are wanted, and nothing else; null for everything
     * @param page its position is {@code scope:scope_id}
     */
    static List<LimitsView> list(
            Handle handle,
            UUID workspaceId,
            @Nullable Scope scope,
            @Nullable String scopeId,
            @Nullable Collection<String> domainIds,
            PageRequest page) {
        return handle.createQuery("""
                        select * from spend_limit
                        where workspace_id = :workspaceId
                          and (cast(:scope as text) is null or scope = :scope)
                          and (cast(:scopeId as text) is null or scope_id = :scopeId)
                          and (:all or (scope = 'domain' and scope_id = any(:domainIds)))
                          and (cast(:after as text) is null
                               or (scope, scope_id) > (split_part(:after, ':', 1), substr(:after, strpos(:after, ':') + 1)))
                        order by scope, scope_id limit :limit
                        """)
                .bind("workspaceId", workspaceId)
                .bind("scope", scope)
                .bind("scopeId", scopeId)
                .bind("all", domainIds == null)
                .bindArray("domainIds", String.class, domainIds == null ? List.of() : domainIds)
                .bind("after", page.position())
                .bind("limit", page.oneMore())
                .map(LimitStore::view)
                .list();
    }

    /** The limits of many keys at once; a key without any is missing. */
    public static Map<UUID, List<LimitsView.Limit>> ofKeys(Handle handle, UUID workspaceId, Collection<UUID> keyIds) {
        return handle
                .createQuery("""
                        select * from spend_limit
                        where workspace_id = :workspaceId and scope = 'key' and scope_id = any(:keyIds)
                        """)
                .bind("workspaceId", workspaceId)
                .bindArray(
                        "keyIds",
                        String.class,
                        keyIds.stream().map(UUID::toString).toList())
                .map(LimitStore::view)
                .stream()
                .collect(Collectors.toMap(view -> UUID.fromString(view.scopeId()), LimitsView::limits));
    }

    /** A look into the table of the feature {@code apikey}, which in turn needs this one. */
    static Optional<UUID> findKeyId(Handle handle, UUID workspaceId, String idOrName) {
        return handle.createQuery("""
                        select key_id from api_key
                        where workspace_id = :workspaceId and (key_id = cast(:keyId as uuid) or name = :idOrName)
                        """)
                .bind("workspaceId", workspaceId)
                .bind("keyId", EntityName.asId(idOrName).orElse(null))
                .bind("idOrName", idOrName)
                .mapTo(UUID.class)
                .findOne();
    }

    private static LimitsView view(ResultSet row, StatementContext context) throws SQLException {
        String rates = row.getString("rates");
        try {
            return new LimitsView(
                    row.getObject("workspace_id", UUID.class),
                    Scope.of(row.getString("scope")),
                    row.getString("scope_id"),
                    Json.events().readValue(row.getString("limits"), LIMITS),
                    row.getLong("version"),
                    row.getTimestamp("changed_at").toInstant(),
                    List.of(),
                    rates == null ? null : Json.events().readValue(rates, RateLimits.class));
        } catch (JsonProcessingException unreadable) {
            throw new SQLException("spend_limit is not what we wrote", unreadable);
        }
    }

    private static String write(Object limits) {
        try {
            return Json.events().writeValueAsString(limits);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
