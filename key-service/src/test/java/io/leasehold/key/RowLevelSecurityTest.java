package io.leasehold.key;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.leasehold.test.TestDatabase;
import io.leasehold.test.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What code sees that forgets to say in which workspace it works. */
@QuarkusTest
class RowLevelSecurityTest {
    /** Role {@code app}, without {@code Database.inWorkspace} around it. */
    @Inject
    AgroalDataSource app;

    @Test
    void withoutAWorkspaceNoTableShowsARow() throws SQLException {
        fillTables(TestWorkspace.fresh());
        List<String> tables = tables("");

        assertThat(tables).contains("api_key", "provider_account", "spend_limit", "revocation", "workspace");
        try (Connection connection = app.getConnection()) {
            for (String table : tables) {
                assertThat(count(connection, table)).as(table).isZero();
            }
        }
    }

    @Test
    void insideAWorkspaceAnotherOnesRowsAreNotThere() throws SQLException {
        TestWorkspace one = TestWorkspace.fresh();
        TestWorkspace other = TestWorkspace.fresh();
        fillTables(one);

        try (Connection connection = app.getConnection()) {
            connection.setAutoCommit(false);
            enter(connection, other.id());
            assertThat(count(connection, "api_key")).isZero();
            enter(connection, one.id());
            assertThat(count(connection, "api_key")).isEqualTo(1);
            connection.rollback();
        }
    }

    @Test
    void everyTableOfWorkspacesForcesIt() throws SQLException {
        assertThat(tables(" and not (c.relrowsecurity and c.relforcerowsecurity)"))
                .isEmpty();
    }

    private static void fillTables(TestWorkspace workspace) {
        KeyApi admin = KeyApi.as(workspace, "admin");
        UUID key = admin.addKey(admin.addAnthropicAccount(), Sim.anthropicKey());
        admin.call()
                .body("{\"limits\":[]}")
                .put("/api/v1/limits/key/" + key)
                .then()
                .statusCode(200);
        admin.call().post("/api/v1/keys/" + key + "/revoke").then().statusCode(202);
    }

    /** Every table that has a workspace. */
    private static List<String> tables(String condition) throws SQLException {
        try (Connection all = TestDatabase.open();
                ResultSet rows = all.createStatement().executeQuery("""
                        select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid
                        where c.relkind = 'r' and a.attname = 'workspace_id' and c.relnamespace = 'public'::regnamespace
                        """ + condition)) {
            List<String> tables = new ArrayList<>();
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
            return tables;
        }
    }

    private static long count(Connection connection, String table) throws SQLException {
        try (ResultSet row = connection.createStatement().executeQuery("select count(*) from " + table)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static void enter(Connection connection, UUID workspaceId) throws SQLException {
        connection.createStatement().execute("select set_config('leasehold.workspace', '" + workspaceId + "', true)");
    }
}
