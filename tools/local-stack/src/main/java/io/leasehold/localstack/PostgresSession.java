package io.leasehold.localstack;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Pattern;

/** The superuser's session on one database, for making roles and databases. */
final class PostgresSession implements AutoCloseable {
    private static final Pattern IDENTIFIER = Pattern.compile("[a-z][a-z0-9_]{0,62}");

    private final Connection connection;

    PostgresSession(PostgresAddress server, String database) throws SQLException {
        connection = DriverManager.getConnection(server.jdbcUrl(database), server.superuser(), server.password());
    }

    /** Waits for anybody else who prepares the same; until this session ends, others wait. Statements like these collide. */
    void alone(String name) throws SQLException {
        execute("select pg_advisory_lock(hashtext('%s'))".formatted(identifier(name)));
    }

    void ensureRole(ServiceDatabase.Role role, String attributes) throws SQLException {
        String name = identifier(role.username());
        if (!exists("select 1 from pg_roles where rolname = ?", name)) {
            execute("create role " + name + " login");
        }
        execute("alter role %s with login %s password '%s'"
                .formatted(name, attributes, role.password().replace("'", "''")));
    }

    void ensureDatabase(String name, String owner) throws SQLException {
        if (!exists("select 1 from pg_database where datname = ?", identifier(name))) {
            execute("create database " + name + " owner " + identifier(owner));
        }
    }

    /** Lets only the owner, who always may, and the given roles connect. */
    void allowConnect(String database, String... roles) throws SQLException {
        execute("revoke all on database " + identifier(database) + " from public");
        for (String role : roles) {
            execute("grant connect on database " + database + " to " + identifier(role));
        }
    }

    void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private boolean exists(String sql, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, name);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static String identifier(String name) {
        if (!IDENTIFIER.matcher(name).matches()) {
            throw new IllegalArgumentException("not a plain lower-case identifier: " + name);
        }
        return name;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
