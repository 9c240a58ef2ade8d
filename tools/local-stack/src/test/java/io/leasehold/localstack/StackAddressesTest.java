package io.leasehold.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leasehold.localstack.VaultAddress.AppRole;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackAddressesTest {
    @TempDir
    Path folder;

    @Test
    void whatIsStoredIsLoadedAgain() throws Exception {
        var addresses = addresses(new VaultAddress(
                URI.create("http://127.0.0.1:18200"),
                "root-token",
                "unseal-key",
                Map.of("gateway", new AppRole("role", "secret"))));
        Path file = folder.resolve("stack.properties");

        addresses.store(file);

        assertThat(StackAddresses.load(file)).isEqualTo(addresses);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void thereMayBeNoVault() throws Exception {
        Path file = folder.resolve("stack.properties");

        addresses(null).store(file);

        assertThat(StackAddresses.load(file).vault()).isNull();
    }

    @Test
    void aMissingKeyIsNamed() throws Exception {
        Path file = Files.writeString(folder.resolve("stack.properties"), "postgres.host=localhost\n");

        assertThatThrownBy(() -> StackAddresses.load(file)).hasMessageContaining("postgres.port");
    }

    @Test
    void noSecretIsInTheText() {
        assertThat(addresses(null).toString()).doesNotContain("secret");
    }

    private static StackAddresses addresses(@Nullable VaultAddress vault) {
        return new StackAddresses(
                new PostgresAddress("localhost", 15432, "postgres", "pg-secret"),
                new KafkaAddress("localhost:19092", "admin", "kafka-secret", Map.of("gateway", "gw-secret")),
                new KeycloakAddress(
                        URI.create("http://localhost:8180"),
                        "leasehold",
                        "admin",
                        "kc-secret",
                        Map.of("node-a", "node-secret"),
                        Map.of("ada", "ada-secret")),
                vault);
    }
}
