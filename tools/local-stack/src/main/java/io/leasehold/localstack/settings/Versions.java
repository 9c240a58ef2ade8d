package io.leasehold.localstack.settings;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;

/** The versions of the real servers, as the root pom names them. */
public record Versions(String postgresql, String kafka, String keycloak, String vault) {

    public static Versions current() {
        try (InputStream file = Versions.class.getResourceAsStream("versions.properties")) {
            var properties = new Properties();
            properties.load(Objects.requireNonNull(file, "versions.properties"));
            return new Versions(
                    get(properties, "postgresql"),
                    get(properties, "kafka"),
                    get(properties, "keycloak"),
                    get(properties, "vault"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String get(Properties properties, String server) {
        return Objects.requireNonNull(properties.getProperty(server), server);
    }
}
