package io.leasehold.kit.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.agroal.api.AgroalDataSource;
import io.leasehold.kit.log.RedactingLogFilter;
import io.leasehold.test.ServiceUnderTest;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleConsumer;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@QuarkusTestResource(value = ServiceUnderTest.class, initArgs = @ResourceArg(name = "service", value = "key-service"))
class DatabaseTest {
    private static final String CANARY = "canary-4f1d";

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

    private record Pair(String one, int other) {}

    @Test
    void rowsAreReadByTheNamesOfTheirColumnsWhateverOrderTheseHadBefore() {
        assertThat(pair("select 'a' as one, 1 as other")).isEqualTo(new Pair("a", 1));
        assertThat(pair("select 2 as other, 'b' as one")).isEqualTo(new Pair("b", 2));
        assertThat(pair("select 'c' as one, true as another, 3 as other")).isEqualTo(new Pair("c", 3));
    }

    private Pair pair(String query) {
        return database.asSystem(
                handle -> handle.createQuery(query).map(Rows.of(Pair.class)).one());
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

    /** Each fails, with a value in it that must not be seen. */
    static Stream<Arguments> failures() {
        return Stream.of(
                arguments("a key that is there already", (HandleConsumer<RuntimeException>) handle -> {
                    handle.execute("create temporary table label (label text primary key) on commit drop");
                    handle.execute("insert into label values (?)", CANARY);
                    handle.execute("insert into label values (?)", CANARY);
                }),
                arguments("the same in a batch", (HandleConsumer<RuntimeException>) handle -> {
                    handle.execute("create temporary table label (label text primary key) on commit drop");
                    var batch = handle.prepareBatch("insert into label values (:label)");
                    batch.bind("label", CANARY)
                            .add()
                            .bind("label", CANARY)
                            .add()
                            .execute();
                }),
                arguments("what is not of the type", (HandleConsumer<RuntimeException>)
                        handle -> handle.createQuery("select cast(cast(:text as text) as uuid)")
                                .bind("text", CANARY)
                                .mapTo(String.class)
                                .one()),
                arguments("a parameter that was forgotten", (HandleConsumer<RuntimeException>)
                        handle -> handle.createUpdate("insert into note (text) values (:text || :other)")
                                .bind("text", CANARY)
                                .execute()),
                arguments("what is too long", (HandleConsumer<RuntimeException>) handle -> {
                    handle.execute("create temporary table label (label varchar(3)) on commit drop");
                    handle.execute("insert into label values (?)", CANARY);
                }));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("failures")
    void whatWasBoundIsNotLogged(String name, HandleConsumer<RuntimeException> work) {
        Throwable failure = catchThrowable(() -> database.useSystem(work));

        LogRecord logged = new LogRecord(Level.SEVERE, "failed");
        logged.setThrown(failure);
        new RedactingLogFilter().isLoggable(logged);
        StringWriter written = new StringWriter();
        logged.getThrown().printStackTrace(new PrintWriter(written));
        assertThat(written.toString())
                .contains("org.jdbi.v3.core.statement")
                .contains("[statement: ")
                .doesNotContain(CANARY);
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
