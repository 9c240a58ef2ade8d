package io.leasehold.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import io.leasehold.test.Await;
import io.leasehold.test.TestDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Another transaction that has locked a row and keeps it, so that a test decides who comes first. */
public final class HeldRow implements AutoCloseable {
    private final Connection database;

    private HeldRow(Connection database) {
        this.database = database;
    }

    /** @param statement locks the row */
    public static HeldRow of(String statement, Object... parameters) {
        try {
            Connection database = TestDatabase.open();
            database.setAutoCommit(false);
            HeldRow held = new HeldRow(database);
            held.run(statement, parameters);
            return held;
        } catch (SQLException failure) {
            throw new IllegalStateException(statement, failure);
        }
    }

    /** Returns once somebody waits for the row. */
    public void awaitWaiting() {
        Await.untilAsserted(() -> assertThat(Sql.one("""
                        select count(*) from pg_stat_activity a
                        where datname = current_database() and wait_event_type = 'Lock'
                          and ? = any(pg_blocking_pids(pid))
                        """, backend())).isNotEqualTo("0"));
    }

    private int backend() throws SQLException {
        try (PreparedStatement statement = database.prepareStatement("select pg_backend_pid()");
                var rows = statement.executeQuery()) {
            rows.next();
            return rows.getInt(1);
        }
    }

    public void update(String statement, Object... parameters) {
        run(statement, parameters);
    }

    private void run(String statement, Object... parameters) {
        try (PreparedStatement prepared = database.prepareStatement(statement)) {
            for (int i = 0; i < parameters.length; i++) {
                prepared.setObject(i + 1, parameters[i]);
            }
            prepared.execute();
        } catch (SQLException failure) {
            throw new IllegalStateException(statement, failure);
        }
    }

    public void commit() {
        try {
            database.commit();
        } catch (SQLException failure) {
            throw new IllegalStateException("Can't commit", failure);
        }
    }

    @Override
    public void close() {
        try {
            database.rollback();
            database.close();
        } catch (SQLException failure) {
            throw new IllegalStateException("Can't close", failure);
        }
    }
}
