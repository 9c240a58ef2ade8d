package io.leasehold.distribution;

import io.leasehold.test.TestDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Looks into the service's database, and sometimes changes what only time would. */
public final class Sql {
    private Sql() {}

    /** The first column of the first row, as text; null when there is no row. */
    public static @Nullable String one(String query, Object... parameters) {
        try (Connection database = TestDatabase.open();
                PreparedStatement statement = prepare(database, query, parameters);
                ResultSet rows = statement.executeQuery()) {
            return rows.next() ? rows.getString(1) : null;
        } catch (SQLException failure) {
            throw new IllegalStateException(query, failure);
        }
    }

    public static int update(String statement, Object... parameters) {
        try (Connection database = TestDatabase.open();
                PreparedStatement prepared = prepare(database, statement, parameters)) {
            return prepared.executeUpdate();
        } catch (SQLException failure) {
            throw new IllegalStateException(statement, failure);
        }
    }

    private static PreparedStatement prepare(Connection database, String text, Object... parameters)
            throws SQLException {
        PreparedStatement statement = database.prepareStatement(text);
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
        return statement;
    }
}
