package io.leasehold.localstack.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.leasehold.localstack.KafkaAddress;
import io.leasehold.localstack.KeycloakAddress;
import io.leasehold.localstack.PostgresAddress;
import io.leasehold.localstack.ServiceDatabase;
import io.leasehold.localstack.ServiceDatabase.Role;
import io.leasehold.localstack.StackAddresses;
import io.leasehold.localstack.VaultAddress;
import io.leasehold.localstack.VaultAddress.AppRole;
import io.leasehold.localstack.settings.Ports;
import io.leasehold.localstack.settings.Secrets;
import io.leasehold.localstack.settings.Service;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceEnvironmentTest {
    private static final Ports PORTS = Ports.fromEnvironment(Map.of());
    private static final VaultAddress VAULT = new VaultAddress(
            URI.create("http://127.0.0.1:18200"), "root", null, Map.of("key-service", new AppRole("role", "secret")));

    @TempDir
    Path folder;

    @Test
    void aServiceWithADatabaseGetsItsThreeRoles() throws Exception {
        var database = new ServiceDatabase(
                "jdbc:postgresql://localhost:15432/key_service",
                "key_service",
                new Role("key_service_owner", "o"),
                new Role("key_service_app", "a"),
                new Role("key_service_system", "s"));

        Map<String, String> environment = environment(Service.KEY_SERVICE, database, VAULT);

        assertThat(environment)
                .containsEntry("LEASEHOLD_MODE", "local")
                .containsEntry("LEASEHOLD_DATABASE_URL", database.url())
                .containsEntry("LEASEHOLD_DATABASE_SYSTEM_USERNAME", "key_service_system")
                .containsEntry("LEASEHOLD_KAFKA_USERNAME", "key-service")
                .containsEntry("LEASEHOLD_SECRETS_STORE", "vault")
                .containsEntry("LEASEHOLD_VAULT_ROLE_ID", "role")
                .containsEntry("LEASEHOLD_SERVICES_DISTRIBUTION_SERVICE_URL", "http://localhost:8082")
                .containsEntry("LEASEHOLD_PROVIDERS_ANTHROPIC_BASE_URL", "http://localhost:8090/anthropic")
                .containsEntry("QUARKUS_HTTP_PORT", "8081");
    }

    @Test
    void withoutAVaultTheSealedStoreGetsItsMasterKey() throws Exception {
        Map<String, String> environment = environment(Service.KEY_SERVICE, null, null);

        assertThat(environment)
                .containsEntry("LEASEHOLD_SECRETS_STORE", "sealed")
                .doesNotContainKey("LEASEHOLD_VAULT_URL");
        assertThat(environment.get("LEASEHOLD_SECRETS_MASTER_KEY")).matches("[0-9a-f]{64}");
    }

    @Test
    void theGatewayServesClientsAndOperatorsOnTwoPorts() throws Exception {
        Map<String, String> environment = environment(Service.GATEWAY, null, null);

        assertThat(environment)
                .containsEntry("LEASEHOLD_GATEWAY_PORT", "8080")
                .containsEntry("QUARKUS_HTTP_PORT", "8085")
                .doesNotContainKey("LEASEHOLD_DATABASE_URL");
    }

    @Test
    void theUiServesBrowsersAndOperatorsOnTwoPorts() throws Exception {
        assertThat(environment(Service.ADMIN_UI, null, null))
                .containsEntry("QUARKUS_HTTP_PORT", "8000")
                .containsEntry("QUARKUS_MANAGEMENT_PORT", "8001");
    }

    @Test
    void theUiGetsNeitherKafkaNorSecrets() throws Exception {
        Map<String, String> environment = environment(Service.ADMIN_UI, null, VAULT);

        assertThat(environment.keySet())
                .noneMatch(name -> name.startsWith("LEASEHOLD_KAFKA") || name.startsWith("LEASEHOLD_VAULT"));
    }

    @Test
    void theCollectorCallsNobodyOutsideTheMachine() throws Exception {
        assertThat(environment(Service.USAGE_COLLECTOR, null, null))
                .containsEntry(
                        "LEASEHOLD_COLLECTOR_EXCHANGE_RATES_ADDRESS",
                        "http://localhost:8090/ecb/stats/eurofxref/eurofxref-hist-90d.xml");
        assertThat(environment(Service.GATEWAY, null, null))
                .doesNotContainKey("LEASEHOLD_COLLECTOR_EXCHANGE_RATES_ADDRESS");
    }

    private Map<String, String> environment(
            Service service, @Nullable ServiceDatabase database, @Nullable VaultAddress vault) throws Exception {
        var servers = new StackAddresses(
                new PostgresAddress("localhost", 15432, "postgres", "p"),
                new KafkaAddress("localhost:19092", "admin", "p", Map.of(service.id(), "p")),
                new KeycloakAddress(
                        URI.create("http://localhost:8180"),
                        "leasehold",
                        "admin",
                        "p",
                        Map.of(service.id(), "p", "key-service-members", "members-secret"),
                        Map.of()),
                vault);
        var secrets = new Secrets(folder.resolve("secrets.properties"));
        return ServiceEnvironment.of(service, PORTS, servers, database, secrets);
    }
}
