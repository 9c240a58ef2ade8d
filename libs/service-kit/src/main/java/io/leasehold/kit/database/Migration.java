package io.leasehold.kit.database;

import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.output.MigrateResult;

/**
 * A program that brings a service's database to the state its jars want, and ends. In a container of its own it runs before
 * the service, which then never gets the owner's role. It starts in a second and needs nothing but PostgreSQL.
 *
 * <p>Environment: {@code LEASEHOLD_DATABASE_URL} (JDBC), {@code LEASEHOLD_DATABASE_OWNER_USERNAME} and {@code …_PASSWORD}.
 * Exit code 0, or 1 with the reason on standard error.
 */
public final class Migration {
    private static final String PREFIX = "LEASEHOLD_DATABASE_";
    /** With the pauses between them, half a minute. */
    private static final int CONNECTION_ATTEMPTS = 5;

    private Migration() {}

    public static void main(String[] arguments) {
        try {
            MigrateResult result = flyway(System.getenv()).load().migrate();
            System.out.println(result.migrationsExecuted + " migrations applied; the schema is at version "
                    + (result.targetSchemaVersion == null ? result.initialSchemaVersion : result.targetSchemaVersion));
        } catch (FlywayException | IllegalStateException failure) {
            System.err.println("The database could not be migrated. " + failure.getMessage());
            System.exit(1);
        }
    }

    /** The same as {@code quarkus.flyway.owner} says for a service that migrates when it starts. */
    static FluentConfiguration flyway(Map<String, String> environment) {
        return Flyway.configure()
                .dataSource(
                        required(environment, "URL"),
                        required(environment, "OWNER_USERNAME"),
                        required(environment, "OWNER_PASSWORD"))
                .locations("db/kit", "db/migration")
                .outOfOrder(true)
                .connectRetries(CONNECTION_ATTEMPTS);
    }

    private static String required(Map<String, String> environment, String name) {
        String value = environment.get(PREFIX + name);
        if (value == null || value.isBlank()) {
            throw new IllegalStateException(PREFIX + name + " is not set.");
        }
        return value;
    }
}
