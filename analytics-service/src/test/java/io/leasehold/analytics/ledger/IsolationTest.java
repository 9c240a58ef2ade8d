package io.leasehold.analytics.ledger;

import static io.leasehold.analytics.RequestFixture.aRequest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agroal.api.AgroalDataSource;
import io.leasehold.kit.database.Database;
import io.leasehold.test.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A query that forgets its workspace sees nothing, and one that names another's sees nothing either. */
@QuarkusTest
class IsolationTest {
    private final TestWorkspace own = TestWorkspace.fresh();
    private final TestWorkspace other = TestWorkspace.fresh();

    @Inject
    Ledger ledger;

    @Inject
    Database database;

    @Inject
    AgroalDataSource app;

    @Test
    void withoutAWorkspaceEveryTableIsEmpty() throws SQLException {
        takeOneEach();

        for (String table : tables()) {
            assertThat(countOutsideOfAnyWorkspace(table)).as(table).isZero();
        }
    }

    @Test
    void aQueryThatForgetsTheWorkspaceSeesItsOwnRowsOnly() throws SQLException {
        takeOneEach();
        for (String table : List.of("request", "rollup_total", "rollup_key", partitionOfThisMonth())) {
            List<UUID> seen = database.inWorkspace(
                    own.id(),
                    handle -> handle.createQuery("select distinct workspace_id from " + table)
                            .mapTo(UUID.class)
                            .list());

            assertThat(seen).as(table).containsExactly(own.id());
        }
    }

    @Test
    void rowsOfAnotherWorkspaceCantBeWritten() {
        assertThatThrownBy(() -> database.useWorkspace(
                        own.id(),
                        handle -> handle.execute("insert into ledger_position values (?, 1, now())", other.id())))
                .hasMessageContaining("row-level security");
    }

    private void takeOneEach() {
        database.useSystem(handle -> ledger.take(
                handle, List.of(aRequest(own.id()).build(), aRequest(other.id()).build())));
    }

    private static String partitionOfThisMonth() {
        return "request_" + YearMonth.now(ZoneOffset.UTC).format(DateTimeFormatter.ofPattern("yyyy_MM"));
    }

    private List<String> tables() {
        return database.asSystem(
                handle -> handle.createQuery("""
                        select c.table_name from information_schema.columns c
                        join information_schema.tables t using (table_schema, table_name)
                        where c.table_schema = 'public' and c.column_name = 'workspace_id' and t.table_type = 'BASE TABLE'
                        """).mapTo(String.class).list());
    }

    private long countOutsideOfAnyWorkspace(String table) throws SQLException {
        try (Connection connection = app.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select count(*) from " + table)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
