package io.leasehold.localstack;

/**
 * A running PostgreSQL server and the role that may make databases on it.
 *
 * @param host host name or loopback address
 * @param port TCP port
 * @param superuser role with every right
 * @param password the superuser's password
 */
public record PostgresAddress(String host, int port, String superuser, String password) {

    /** The JDBC address of one database on this server. */
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://%s:%d/%s".formatted(host, port, database);
    }

    @Override
    public String toString() {
        return "PostgresAddress[" + host + ":" + port + "]";
    }
}
