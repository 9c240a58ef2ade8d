package io.leasehold.localstack;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where the servers of a running stack are, with every credential needed to use them. {@code servers} writes it as a
 * properties file of mode 600; its keys:
 *
 * <pre>
 * postgres.host  postgres.port  postgres.superuser  postgres.password
 * kafka.bootstrap-servers  kafka.admin.username  kafka.admin.password  kafka.password.&lt;service&gt;
 * keycloak.url  keycloak.realm  keycloak.admin.username  keycloak.admin.password
 * keycloak.client-secret.&lt;client&gt;  keycloak.user-password.&lt;user&gt;
 * vault.url  vault.root-token  vault.unseal-key  vault.role-id.&lt;service&gt;  vault.secret-id.&lt;service&gt;
 * </pre>
 *
 * The {@code vault.*} keys are left out where no Vault can be had.
 *
 * @param vault null where no Vault can be had
 */
public record StackAddresses(
        PostgresAddress postgres,
        KafkaAddress kafka,
        KeycloakAddress keycloak,
        @Nullable VaultAddress vault) {

    /** Environment variable that names the properties file to tests. */
    public static final String ENVIRONMENT_VARIABLE = "LEASEHOLD_TEST_STACK";

    /** The stack that {@value #ENVIRONMENT_VARIABLE} names, if it is set. */
    public static Optional<StackAddresses> fromEnvironment() throws IOException {
        String file = System.getenv(ENVIRONMENT_VARIABLE);
        return file == null || file.isBlank() ? Optional.empty() : Optional.of(load(Path.of(file)));
    }

    /** @throws IllegalArgumentException when a key is missing, naming it */
    public static StackAddresses load(Path file) throws IOException {
        return new StackProperties(PrivateFile.loadProperties(file)).read();
    }

    /** Writes the file so that nobody but its owner can read it. */
    public void store(Path file) throws IOException {
        PrivateFile.storeProperties(file, StackProperties.of(this), "Addresses of a running stack");
    }

    static <T> T required(Map<String, T> values, String name) {
        T value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("unknown name " + name + "; known: " + values.keySet());
        }
        return value;
    }
}
