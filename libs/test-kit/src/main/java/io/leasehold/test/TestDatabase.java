package io.leasehold.test;

import io.leasehold.localstack.PostgresAddress;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** The database of the service under test, seen with every right. */
public final class TestDatabase {
    private TestDatabase() {}

    public static Connection open() throws SQLException {
        PostgresAddress server = Servers.addresses().postgres();
        return DriverManager.getConnection(
                System.getProperty(ServiceUnderTest.DATABASE_URL), server.superuser(), server.password());
    }
}
