package io.leasehold.localstack;

import io.leasehold.localstack.VaultAddress.AppRole;
import java.net.URI;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** {@link StackAddresses} as properties, in both directions. */
final class StackProperties {
    private final Properties properties;

    StackProperties(Properties properties) {
        this.properties = properties;
    }

    StackAddresses read() {
        return new StackAddresses(readPostgres(), readKafka(), readKeycloak(), readVault());
    }

    private PostgresAddress readPostgres() {
        return new PostgresAddress(
                get("postgres.host"),
                Integer.parseInt(get("postgres.port")),
                get("postgres.superuser"),
                get("postgres.password"));
    }

    private KafkaAddress readKafka() {
        return new KafkaAddress(
                get("kafka.bootstrap-servers"),
                get("kafka.admin.username"),
                get("kafka.admin.password"),
                group("kafka.password."));
    }

    private KeycloakAddress readKeycloak() {
        return new KeycloakAddress(
                URI.create(get("keycloak.url")),
                get("keycloak.realm"),
                get("keycloak.admin.username"),
                get("keycloak.admin.password"),
                group("keycloak.client-secret."),
                group("keycloak.user-password."));
    }

    private @Nullable VaultAddress readVault() {
        String url = properties.getProperty("vault.url");
        if (url == null) {
            return null;
        }
        var roles = new TreeMap<String, AppRole>();
        group("vault.role-id.")
                .forEach((service, roleId) ->
                        roles.put(service, new AppRole(roleId, get("vault.secret-id." + service))));
        return new VaultAddress(
                URI.create(url), get("vault.root-token"), properties.getProperty("vault.unseal-key"), roles);
    }

    private String get(String key) {
        String value = properties.getProperty(key);
        if (value == null) {
            throw new IllegalArgumentException("the stack's properties lack " + key);
        }
        return value;
    }

    private Map<String, String> group(String prefix) {
        var group = new TreeMap<String, String>();
        for (String key : properties.stringPropertyNames()) {
            if (key.startsWith(prefix)) {
                group.put(key.substring(prefix.length()), get(key));
            }
        }
        return group;
    }

    static Properties of(StackAddresses stack) {
        var writer = new StackProperties(new Properties());
        writer.put(stack.postgres());
        writer.put(stack.kafka());
        writer.put(stack.keycloak());
        VaultAddress vault = stack.vault();
        if (vault != null) {
            writer.put(vault);
        }
        return writer.properties;
    }

    private void put(PostgresAddress postgres) {
        put("postgres.host", postgres.host());
        put("postgres.port", String.valueOf(postgres.port()));
        put("postgres.superuser", postgres.superuser());
        put("postgres.password", postgres.password());
    }

    private void put(KafkaAddress kafka) {
        put("kafka.bootstrap-servers", kafka.bootstrapServers());
        put("kafka.admin.username", kafka.adminUser());
        put("kafka.admin.password", kafka.adminPassword());
        kafka.passwords().forEach((service, password) -> put("kafka.password." + service, password));
    }

    private void put(KeycloakAddress keycloak) {
        put("keycloak.url", keycloak.url().toString());
        put("keycloak.realm", keycloak.realm());
        put("keycloak.admin.username", keycloak.adminUser());
        put("keycloak.admin.password", keycloak.adminPassword());
        keycloak.clientSecrets().forEach((client, secret) -> put("keycloak.client-secret." + client, secret));
        keycloak.userPasswords().forEach((user, password) -> put("keycloak.user-password." + user, password));
    }

    private void put(VaultAddress vault) {
        put("vault.url", vault.url().toString());
        put("vault.root-token", vault.rootToken());
        String unsealKey = vault.unsealKey();
        if (unsealKey != null) {
            put("vault.unseal-key", unsealKey);
        }
        vault.roles().forEach((service, role) -> {
            put("vault.role-id." + service, role.roleId());
            put("vault.secret-id." + service, role.secretId());
        });
    }

    private void put(String key, String value) {
        properties.setProperty(key, value);
    }
}
