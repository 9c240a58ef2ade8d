package io.leasehold.distribution;

import static io.leasehold.distribution.KeyFixture.aKey;
import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.leasehold.test.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What role {@code app} sees when somebody forgets to say which workspace is meant, or says another one. */
@QuarkusTest
class RowLevelSecurityTest {
    @Inject
    AgroalDataSource app;

    private final TestWorkspace workspace = TestWorkspace.fresh();

    @BeforeEach
    void somethingIsThere() {
        aKey(workspace).told();
        Api.asNode(workspace, "node-1")
                .body("{\"provider\":\"anthropic\"}")
                .post("/api/v1/leases")
                .then()
                .statusCode(201);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "workspace",
                "outbox",
                "processed_event",
                "pool_key",
                "pool_account",
                "scope_limit",
                "node",
                "lease",
                "lease_token",
                "spend_window",
                "hold",
                "settled_request",
                "key_bill_day",
                "key_bill_reading",
                "direct_use",
                "stored_response",
                "replica"
            })
    void withoutAWorkspaceNothingIsSeen(String table) throws SQLException {
        assertThat(count(null, table)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"pool_key", "node", "lease", "lease_token"})
    void aWorkspaceSeesItsOwnRowsOnly(String table) throws SQLException {
        assertThat(count(workspace.id(), table)).isEqualTo(1);
        assertThat(count(UUID.randomUUID(), table)).isZero();
    }

    @Test
    void noTableWithoutRowLevelSecurityIsForgotten() {
        assertThat(Sql.one("""
                select string_agg(relname, ', ') from pg_class
                where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace
                  and not (relrowsecurity and relforcerowsecurity) and relname <> 'flyway_schema_history'
                """)).isNull();
    }

    private int count(@Nullable UUID workspaceId, String table) throws SQLException {
        try (Connection connection = app.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            if (workspaceId != null) {
                statement.execute("select set_config('leasehold.workspace', '" + workspaceId + "', true)");
            }
            try (ResultSet rows = statement.executeQuery("select count(*) from " + table)) {
                rows.next();
                return rows.getInt(1);
            } finally {
                connection.rollback();
            }
        }
    }
}
