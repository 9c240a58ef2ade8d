package io.leasehold.localstack.service;

import io.leasehold.localstack.KafkaAddress;
import io.leasehold.localstack.ServiceDatabase;
import io.leasehold.localstack.StackAddresses;
import io.leasehold.localstack.VaultAddress;
import io.leasehold.localstack.settings.Port;
import io.leasehold.localstack.settings.Ports;
import io.leasehold.localstack.settings.Secrets;
import io.leasehold.localstack.settings.Service;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A service's configuration as environment variables, which other users of the machine can't read. */
final class ServiceEnvironment {
    private static final int MASTER_KEY_BYTES = 32;
    private static final List<Service> CALLED_BY_OTHERS = List.of(
            Service.KEY_SERVICE,
            Service.DISTRIBUTION_SERVICE,
            Service.USAGE_COLLECTOR,
            Service.ANALYTICS_SERVICE,
            Service.GATEWAY);
    private static final List<String> SIMULATED_PROVIDERS =
            List.of("anthropic", "cohere", "github-copilot", "google", "mistral", "openai", "openrouter");

    private final Service service;
    private final Ports ports;
    private final StackAddresses servers;
    private final Secrets secrets;
    private final Map<String, String> variables = new TreeMap<>();

    private ServiceEnvironment(Service service, Ports ports, StackAddresses servers, Secrets secrets) {
        this.service = service;
        this.ports = ports;
        this.servers = servers;
        this.secrets = secrets;
    }

    /** @param database null for a service without one */
    static Map<String, String> of(
            Service service, Ports ports, StackAddresses servers, @Nullable ServiceDatabase database, Secrets secrets) {
        var environment = new ServiceEnvironment(service, ports, servers, secrets);
        environment.putHttp();
        environment.putKafka();
        environment.putOidc();
        environment.putSecretStore();
        environment.putNeighbours();
        if (database != null) {
            environment.putDatabase(database);
        }
        return environment.variables;
    }

    private void putHttp() {
        put("leasehold.mode", "local");
        put("quarkus.http.host", ports.listenAddress());
        switch (service) {
            case GATEWAY -> {
                put("quarkus.http.port", ports.number(service.managementPort()));
                put("leasehold.gateway.server.host", ports.listenAddress());
                put("leasehold.gateway.port", ports.number(service.port()));
            }
            case ADMIN_UI -> {
                put("quarkus.http.port", ports.number(service.port()));
                put("quarkus.management.host", ports.listenAddress());
                put("quarkus.management.port", ports.number(service.managementPort()));
            }
            default -> put("quarkus.http.port", ports.number(service.port()));
        }
    }

    private void putKafka() {
        if (!service.usesKafka()) {
            return;
        }
        KafkaAddress kafka = servers.kafka();
        put("leasehold.kafka.bootstrap-servers", kafka.bootstrapServers());
        put("leasehold.kafka.security-protocol", "SASL_PLAINTEXT");
        put("leasehold.kafka.username", service.id());
        put("leasehold.kafka.password", kafka.password(service.id()));
    }

    private void putOidc() {
        put("leasehold.oidc.issuer", servers.keycloak().issuer());
        put("leasehold.oidc.client-id", service.id());
        put("leasehold.oidc.client-secret", servers.keycloak().clientSecret(service.id()));
        if (service == Service.KEY_SERVICE) {
            put("leasehold.members.client-secret", servers.keycloak().clientSecret("key-service-members"));
        }
    }

    private void putSecretStore() {
        if (!service.usesVault()) {
            return;
        }
        VaultAddress vault = servers.vault();
        if (vault == null) {
            put("leasehold.secrets.store", "sealed");
            if (service == Service.KEY_SERVICE) {
                // The others read through its internal endpoint; they have no need for what opens everything.
                put("leasehold.secrets.master-key", secrets.get("sealed.master-key", MASTER_KEY_BYTES));
            }
            return;
        }
        put("leasehold.secrets.store", "vault");
        put("leasehold.vault.url", vault.url());
        put("leasehold.vault.role-id", vault.role(service.id()).roleId());
        put("leasehold.vault.secret-id", vault.role(service.id()).secretId());
    }

    private void putNeighbours() {
        for (Service other : CALLED_BY_OTHERS) {
            put("leasehold.services." + other.id() + ".url", ports.url(other.port()));
        }
        put("leasehold.gateway.base-url", ports.url(Port.GATEWAY));
        for (String provider : SIMULATED_PROVIDERS) {
            put("leasehold.providers." + provider + ".base-url", ports.url(Port.PROVIDER_SIM) + "/" + provider);
        }
        if (service == Service.USAGE_COLLECTOR) {
            // The simulated GitHub knows every application.
            put("leasehold.sign-in.github.client-id", "leasehold-local");
            put(
                    "leasehold.collector.exchange-rates.address",
                    ports.url(Port.PROVIDER_SIM) + "/ecb/stats/eurofxref/eurofxref-hist-90d.xml");
        }
    }

    private void putDatabase(ServiceDatabase database) {
        put("leasehold.database.url", database.url());
        putRole("owner", database.owner());
        putRole("app", database.app());
        putRole("system", database.system());
    }

    private void putRole(String name, ServiceDatabase.Role role) {
        put("leasehold.database." + name + ".username", role.username());
        put("leasehold.database." + name + ".password", role.password());
    }

    private void put(String property, Object value) {
        variables.put(property.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_"), value.toString());
    }
}
