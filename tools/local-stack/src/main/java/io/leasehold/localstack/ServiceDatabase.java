package io.leasehold.localstack;

import java.sql.SQLException;
import java.util.function.UnaryOperator;

/**
 * A service's database with its three roles: {@code owner} migrates, {@code app} is under row-level security, and
 * {@code system} goes around it. What the owner makes later is readable and writable, not alterable, by the other two.
 *
 * @param url JDBC address
 * @param name name of the database; the roles are called {@code <name>_owner}, {@code <name>_app}, {@code <name>_system}
 */
public record ServiceDatabase(String url, String name, Role owner, Role app, Role system) {

    /** A database role that can sign in. */
    public record Role(String username, String password) {
        @Override
        public String toString() {
            return "Role[" + username + "]";
        }
    }

    /** Makes the database with generated passwords, or gives an existing one new passwords. */
    public static ServiceDatabase create(PostgresAddress server, String name) throws SQLException {
        return create(server, name, role -> RandomText.password());
    }

    /**
     * Makes sure that database, roles and grants are there; running it again changes nothing but the passwords.
     *
     * @param passwordOf the password for a role's name
     */
    public static ServiceDatabase create(PostgresAddress server, String name, UnaryOperator<String> passwordOf)
            throws SQLException {
        var database = new ServiceDatabase(
                server.jdbcUrl(name),
                name,
                role(name + "_owner", passwordOf),
                role(name + "_app", passwordOf),
                role(name + "_system", passwordOf));
        try (var session = new PostgresSession(server, "postgres")) {
            // Replicas of one service may start at the same moment.
            session.alone(name);
            session.ensureRole(database.owner, "nobypassrls");
            session.ensureRole(database.app, "nobypassrls");
            session.ensureRole(database.system, "bypassrls");
            session.ensureDatabase(name, database.owner.username());
            session.allowConnect(name, database.app.username(), database.system.username());
            try (var within = new PostgresSession(server, name)) {
                database.grantWithin(within);
            }
        }
        return database;
    }

    private static Role role(String username, UnaryOperator<String> passwordOf) {
        return new Role(username, passwordOf.apply(username));
    }

    private void grantWithin(PostgresSession session) throws SQLException {
        session.execute("revoke all on schema public from public");
        session.execute("grant all on schema public to " + owner.username());
        String users = app.username() + ", " + system.username();
        session.execute("grant usage on schema public to " + users);
        String defaults = "alter default privileges for role " + owner.username() + " in schema public ";
        session.execute(defaults + "grant select, insert, update, delete on tables to " + users);
        session.execute(defaults + "grant usage, select on sequences to " + users);
    }

    /** Ends every connection to the database, then removes it together with its roles. */
    public void drop(PostgresAddress server) throws SQLException {
        try (var session = new PostgresSession(server, "postgres")) {
            session.execute("drop database if exists " + name + " with (force)");
            for (Role role : new Role[] {app, system, owner}) {
                session.execute("drop role if exists " + role.username());
            }
        }
    }
}
