package io.leasehold.distribution.spend;

import io.leasehold.contracts.Period;
import io.leasehold.contracts.Scope;
import io.leasehold.contracts.hold.WindowKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.statement.SqlStatement;

/** How window keys go into a statement, many at once and in their lock order, and come out of a row. */
public final class WindowKeys {
    /** A relation {@code k} of window keys with their place in the lock order; {@link #bind} fills it. */
    public static final String RELATION = """
            unnest(cast(:workspaces as uuid[]), cast(:scopes as text[]), cast(:scopeIds as text[]),
                   cast(:periods as text[]), cast(:starts as timestamptz[]))
                with ordinality as k (workspace_id, scope, scope_id, period, window_start, place)
            """;

    private WindowKeys() {}

    public static <S extends SqlStatement<S>> S bind(S statement, List<WindowKey> inOrder) {
        return statement
                .bindArray(
                        "workspaces",
                        UUID.class,
                        inOrder.stream().map(WindowKey::workspaceId).toList())
                .bindArray(
                        "scopes",
                        String.class,
                        inOrder.stream().map(key -> key.scope().wireName()).toList())
                .bindArray(
                        "scopeIds",
                        String.class,
                        inOrder.stream().map(WindowKey::scopeId).toList())
                .bindArray(
                        "periods",
                        String.class,
                        inOrder.stream().map(key -> key.period().wireName()).toList())
                .bindArray(
                        "starts",
                        String.class,
                        inOrder.stream()
                                .map(key -> key.windowStart().toString())
                                .toList());
    }

    public static WindowKey read(ResultSet row) throws SQLException {
        return new WindowKey(
                row.getObject("workspace_id", UUID.class),
                Scope.of(row.getString("scope")),
                row.getString("scope_id"),
                Period.of(row.getString("period")),
                row.getTimestamp("window_start").toInstant());
    }
}
