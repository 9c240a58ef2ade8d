package io.leasehold.localstack;

import java.sql.SQLException;

/** A database with one role that owns it, for a server that is not ours. */
public record OwnedDatabase(String url, String username, String password) {

    /** Makes sure that role and database, both of that name, are there. */
    public static OwnedDatabase create(PostgresAddress server, String name, String password) throws SQLException {
        try (var session = new PostgresSession(server, "postgres")) {
            session.ensureRole(new ServiceDatabase.Role(name, password), "nobypassrls");
            session.ensureDatabase(name, name);
            session.allowConnect(name);
        }
        return new OwnedDatabase(server.jdbcUrl(name), name, password);
    }

    @Override
    public String toString() {
        return "OwnedDatabase[" + url + "]";
    }
}
