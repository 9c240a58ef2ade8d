package io.leasehold.distribution.limit;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.statement.SqlStatement;

/** How scopes go into a statement, many at once. */
final class ScopeKeys {
    /** A relation {@code k} of scopes; {@link #bind} fills it. */
    static final String RELATION = """
            unnest(cast(:workspaces as uuid[]), cast(:scopes as text[]), cast(:ids as text[]))
                as k (workspace_id, scope, scope_id)
            """;

    private ScopeKeys() {}

    static <S extends SqlStatement<S>> S bind(S statement, Collection<ScopeKey> scopes) {
        return statement
                .bindArray("workspaces", UUID.class, list(scopes, ScopeKey::workspaceId))
                .bindArray(
                        "scopes", String.class, list(scopes, key -> key.scope().wireName()))
                .bindArray("ids", String.class, list(scopes, ScopeKey::scopeId));
    }

    private static <T> List<T> list(Collection<ScopeKey> scopes, Function<ScopeKey, T> part) {
        return scopes.stream().map(part).toList();
    }
}
