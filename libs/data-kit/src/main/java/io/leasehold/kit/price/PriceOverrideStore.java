package io.leasehold.kit.price;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.leasehold.contracts.event.PriceOverridesView;
import io.leasehold.contracts.event.PriceOverridesView.PriceOverride;
import io.leasehold.kit.json.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** The table {@code workspace_price}: in key-service the truth, elsewhere a copy of it. Each service makes it itself. */
public final class PriceOverrideStore {
    private static final TypeReference<List<PriceOverride>> OVERRIDES = new TypeReference<>() {};

    private PriceOverrideStore() {}

    /** Keeps the newer of what is there and what is given. */
    public static void put(Handle handle, PriceOverridesView view) {
        handle.createUpdate("""
                        insert into workspace_price (workspace_id, overrides, version, changed_at)
                        values (:workspaceId, cast(:json as jsonb), :version, :changedAt)
                        on conflict (workspace_id) do update
                        set overrides = excluded.overrides, version = excluded.version, changed_at = excluded.changed_at
                        where workspace_price.version < excluded.version
                        """)
                .bindMethods(view)
                .bind("json", json(view.overrides()))
                .execute();
    }

    public static Optional<PriceOverridesView> find(Handle handle, UUID workspaceId) {
        return handle.createQuery("select * from workspace_price where workspace_id = :workspaceId")
                .bind("workspaceId", workspaceId)
                .map(PriceOverrideStore::view)
                .findOne();
    }

    private static PriceOverridesView view(ResultSet row, StatementContext context) throws SQLException {
        try {
            return new PriceOverridesView(
                    row.getObject("workspace_id", UUID.class),
                    Json.events().readValue(row.getString("overrides"), OVERRIDES),
                    row.getLong("version"),
                    row.getTimestamp("changed_at").toInstant());
        } catch (JsonProcessingException unreadable) {
            throw new SQLException("workspace_price.overrides is not what we wrote", unreadable);
        }
    }

    private static String json(List<PriceOverride> overrides) {
        try {
            return Json.events().writeValueAsString(overrides);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
