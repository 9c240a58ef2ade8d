package io.leasehold.test;

import io.leasehold.localstack.ServiceDatabase;
import io.leasehold.localstack.StackAddresses;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * Configures a service for its tests: a database of its own, made for this run and dropped after it, the shared broker and
 * identity provider, and consumer groups that nobody else is in.
 *
 * <pre>
 * &#64;QuarkusTestResource(value = ServiceUnderTest.class, initArgs = &#64;ResourceArg(name = "service", value = "key-service"))
 * </pre>
 */
public final class ServiceUnderTest implements QuarkusTestResourceLifecycleManager {
    static final String DATABASE_URL = "leasehold.test.database.url";

    private String service = "";
    private StackAddresses servers = Servers.addresses();
    private ServiceDatabase database = new ServiceDatabase(
            "",
            "",
            new ServiceDatabase.Role("", ""),
            new ServiceDatabase.Role("", ""),
            new ServiceDatabase.Role("", ""));

    @Override
    public void init(Map<String, String> arguments) {
        service = Objects.requireNonNull(arguments.get("service"), "initArgs must name the service");
    }

    @Override
    public Map<String, String> start() {
        String run = UUID.randomUUID().toString().substring(0, 8);
        try {
            database = ServiceDatabase.create(servers.postgres(), service.replace('-', '_') + "_" + run);
        } catch (SQLException failure) {
            throw new IllegalStateException("Can't make a database for " + service, failure);
        }
        System.setProperty(DATABASE_URL, database.url());
        Map<String, String> config = new HashMap<>();
        addDatabase(config);
        addServers(config, run);
        return config;
    }

    private void addDatabase(Map<String, String> config) {
        config.put("leasehold.database.url", database.url());
        addRole(config, "owner", database.owner());
        addRole(config, "app", database.app());
        addRole(config, "system", database.system());
    }

    private static void addRole(Map<String, String> config, String name, ServiceDatabase.Role role) {
        config.put("leasehold.database." + name + ".username", role.username());
        config.put("leasehold.database." + name + ".password", role.password());
    }

    private void addServers(Map<String, String> config, String run) {
        config.put("leasehold.mode", "local");
        String kafkaPassword = servers.kafka().passwords().get(service);
        if (kafkaPassword != null) {
            config.put("leasehold.kafka.bootstrap-servers", servers.kafka().bootstrapServers());
            config.put("leasehold.kafka.security-protocol", "SASL_PLAINTEXT");
            config.put("leasehold.kafka.username", service);
            config.put("leasehold.kafka.password", kafkaPassword);
            config.put("leasehold.consumer.group-prefix", service + ".test-" + run);
        }
        config.put("leasehold.oidc.issuer", servers.keycloak().issuer().toString());
        config.put("leasehold.oidc.client-id", service);
        config.put("leasehold.oidc.client-secret", servers.keycloak().clientSecret(service));
        if (service.equals("key-service")) {
            config.put("leasehold.members.client-secret", servers.keycloak().clientSecret("key-service-members"));
        }
        var vault = servers.vault();
        if (vault != null && vault.roles().containsKey(service)) {
            config.put("leasehold.vault.url", vault.url().toString());
            config.put("leasehold.vault.role-id", vault.role(service).roleId());
            config.put("leasehold.vault.secret-id", vault.role(service).secretId());
        }
        config.put("quarkus.http.test-port", "0");
        config.put("quarkus.management.test-port", "0");
        config.put("quarkus.log.console.json.enabled", "false");
    }

    @Override
    public void stop() {
        try {
            database.drop(servers.postgres());
        } catch (SQLException failure) {
            throw new IllegalStateException("Can't drop the database of " + service, failure);
        }
    }
}
