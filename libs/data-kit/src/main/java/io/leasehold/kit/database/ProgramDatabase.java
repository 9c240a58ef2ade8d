package io.leasehold.kit.database;

import org.eclipse.microprofile.config.Config;
import org.postgresql.ds.PGSimpleDataSource;

/** A service's database, for a program that runs beside the service with its settings and without its framework. */
public final class ProgramDatabase {
    private static final String PREFIX = "leasehold.database.";

    private ProgramDatabase() {}

    /**
     * Connections are opened as they are needed.
     *
     * @throws java.util.NoSuchElementException when a setting is missing
     */
    public static Database open(Config config) {
        return new Database(source(config, "app"), source(config, "system"));
    }

    private static PGSimpleDataSource source(Config config, String role) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(config.getValue(PREFIX + "url", String.class));
        source.setUser(config.getValue(PREFIX + role + ".username", String.class));
        source.setPassword(config.getValue(PREFIX + role + ".password", String.class));
        source.setLogServerErrorDetail(false);
        return source;
    }
}
