package io.leasehold.kit.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agroal.api.AgroalDataSource;
import io.leasehold.test.ServiceUnderTest;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = ServiceUnderTest.class, initArgs = @ResourceArg(name = "service", value = "key-service"))
class DatabaseTest {
    @Inject
    Database database;

    @Inject
    AgroalDataSource app;

    private final UUID acme = UUID.randomUUID();
    private final UUID globex = UUID.randomUUID();

    @Test
    void aWorkspaceSeesItsOwnRowsOnly() {
        database.useWorkspace(acme, handle -> write(handle, acme));
        database.useWorkspace(globex, handle -> write(handle, globex));

        assertThat(database.inWorkspace(acme, DatabaseTest::owners)).isEqualTo(acme.toString());
    }

    @Test
    void rowsOfAnotherWorkspaceCannotBeWritten() {
        assertThatThrownBy(() -> database.useWorkspace(acme, handle -> write(handle, globex)))
                .isInstanceOf(UnableToExecuteStatementException.class)
                .hasMessageContaining("row-level security");
    }

    @Test
    void whoForgetsTheWorkspaceSeesNothing() throws SQLException {
        database.useWorkspace(acme, handle -> write(handle, acme));

        for (int i = 0; i < 20; i++) {
            assertThat(rowsSeenWithoutWorkspace())
                    .as("also on a connection that was used before")
                    .isZero();
        }
    }

    @Test
    void theSystemSeesAll() {
        database.useWorkspace(acme, handle -> write(handle, acme));
        database.useWorkspace(globex, handle -> write(handle, globex));

        Set<UUID> owners = database.asSystem(handle -> handle.createQuery("select workspace_id from note")
                .mapTo(UUID.class)
                .set());
        assertThat(owners).contains(acme, globex);
    }

    @Test
    void whatFailsLeavesNothingBehind() {
        assertThatThrownBy(() -> database.useWorkspace(acme, handle -> {
                    write(handle, acme);
                    throw new IllegalStateException("after the write");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(database.inWorkspace(acme, DatabaseTest::owners)).isNull();
    }

    private int rowsSeenWithoutWorkspace() throws SQLException {
        try (Connection connection = app.getConnection();
                ResultSet rows = connection.createStatement().executeQuery("select count(*) from note")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private static void write(Handle handle, UUID workspaceId) {
        handle.execute(
                "insert into note (workspace_id, note_id, text) values (?, ?, 'x')", workspaceId, UUID.randomUUID());
    }

    private static String owners(Handle handle) {
        return handle.createQuery("select string_agg(distinct workspace_id::text, ',') from note")
                .mapTo(String.class)
                .one();
    }
}
