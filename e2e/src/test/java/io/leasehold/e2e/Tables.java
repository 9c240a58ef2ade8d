package io.leasehold.e2e;

import io.leasehold.localstack.PostgresAddress;
import io.leasehold.test.Servers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** The services' tables with every right, for what no API tells and what no test can wait for. */
final class Tables {
    private Tables() {}

    static Connection open(String database) throws SQLException {
        PostgresAddress server = Servers.addresses().postgres();
        return DriverManager.getConnection(server.jdbcUrl(database), server.superuser(), server.password());
    }

    /** @return how many rows were changed */
    static int update(String database, String statement, Object... values) throws SQLException {
        try (Connection connection = open(database);
                PreparedStatement update = connection.prepareStatement(statement)) {
            for (int i = 0; i < values.length; i++) {
                update.setObject(i + 1, values[i]);
            }
            return update.executeUpdate();
        }
    }
}
