package io.leasehold.e2e.kubernetes;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.leasehold.localstack.KafkaAddress;
import io.leasehold.localstack.PostgresAddress;
import io.leasehold.localstack.ServiceDatabase;
import io.leasehold.localstack.StackAddresses;
import io.leasehold.localstack.VaultAddress;
import io.leasehold.localstack.settings.Service;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** What an operator prepares for the chart (databases, Secrets, a way in to Vault), and what is done with the release. */
final class Release implements AutoCloseable {
    static final String NAME = "leasehold";
    private static final ObjectMapper JSON = new ObjectMapper();
    static final Path ROOT = Path.of(Objects.requireNonNull(System.getenv("LEASEHOLD_ROOT")));
    private static final String PATIENCE = "300s";

    private final Namespace namespace;
    private final StackAddresses servers;
    private final URI simulator;
    private final VaultSignIn vaultSignIn;
    private final Map<Service, ServiceDatabase> databases = new EnumMap<>(Service.class);

    /** @param simulator the providers */
    Release(Namespace namespace, StackAddresses servers, URI simulator) {
        this.namespace = namespace;
        this.servers = servers;
        this.simulator = simulator;
        this.vaultSignIn = new VaultSignIn(vault(), namespace);
    }

    private VaultAddress vault() {
        return Objects.requireNonNull(servers.vault(), "These tests need a Vault; ./leasehold vault build");
    }

    /** Makes what the chart takes for granted. */
    void prepare() throws SQLException {
        String suffix = namespace.name().replace("leasehold", "").replace('-', '_');
        for (Service service : Service.values()) {
            if (service.usesDatabase()) {
                databases.put(service, ServiceDatabase.create(servers.postgres(), service.database() + suffix));
            }
            namespace.secret(NAME + "-" + service.id(), secretOf(service));
        }
        namespace.secret(
                NAME + "-kafka-setup", Map.of("kafka-password", servers.kafka().adminPassword()));
        vaultSignIn.prepare();
        for (Service service : Service.withVault()) {
            vaultSignIn.letIn(NAME + "-" + service.id(), service.id());
        }
    }

    private Map<String, String> secretOf(Service service) {
        var entries = new HashMap<String, String>();
        entries.put("oidc-client-secret", servers.keycloak().clientSecret(service.id()));
        if (service.usesKafka()) {
            entries.put("kafka-password", servers.kafka().password(service.id()));
        }
        ServiceDatabase database = databases.get(service);
        if (database != null) {
            entries.put("database-owner-password", database.owner().password());
            entries.put("database-app-password", database.app().password());
            entries.put("database-system-password", database.system().password());
        }
        if (service == Service.KEY_SERVICE) {
            entries.put("fingerprint-secret", "only for tests: 0123456789abcdef");
            entries.put("members-client-secret", servers.keycloak().clientSecret("key-service-members"));
        }
        return entries;
    }

    void install() throws IOException {
        put("install");
    }

    /** @param set further values, as {@code key=value} */
    void upgrade(String... set) throws IOException {
        put("upgrade", set);
    }

    void rollback() {
        namespace.helm("rollback", NAME, "--wait", "--timeout", PATIENCE);
    }

    void uninstall() {
        namespace.helm("uninstall", NAME, "--ignore-not-found", "--wait", "--timeout", PATIENCE);
    }

    private void put(String verb, String... set) throws IOException {
        var arguments = new ArrayList<>(
                List.of(verb, NAME, ROOT.resolve("helm/leasehold").toString(), "--wait", "--timeout", PATIENCE));
        arguments.addAll(
                List.of("--values", ROOT.resolve("k8s/local-cluster.yaml").toString()));
        arguments.addAll(List.of("--values", writeValues().toString()));
        for (String value : set) {
            arguments.addAll(List.of("--set-string", value));
        }
        namespace.helm(arguments.toArray(String[]::new));
    }

    private Path writeValues() throws IOException {
        Path file = Path.of("target/values.json");
        Files.createDirectories(file.getParent());
        Files.writeString(file, JSON.writeValueAsString(values()));
        return file;
    }

    /** What differs from run to run: addresses, names of databases, images. */
    private Map<String, Object> values() {
        PostgresAddress postgres = servers.postgres();
        KafkaAddress kafka = servers.kafka();
        var values = new HashMap<String, Object>();
        values.put("image", Map.of("repository", setting("REPOSITORY"), "tag", setting("TAG")));
        values.put("oidc", Map.of("issuer", servers.keycloak().issuer()));
        values.put("database", Map.of("host", postgres.host(), "port", postgres.port()));
        values.put(
                "kafka",
                Map.of("bootstrapServers", kafka.bootstrapServers(), "setup", Map.of("user", kafka.adminUser())));
        values.put("vault", Map.of("url", vault().url(), "auth", Map.of("mount", vaultSignIn.mount())));
        values.put("providers", Map.of("anthropic", simulator + "/anthropic", "openrouter", simulator + "/openrouter"));
        databases.forEach((service, database) ->
                values.put(section(service), Map.of("database", Map.of("name", database.name()))));
        return values;
    }

    private static String setting(String name) {
        return Objects.requireNonNull(
                System.getenv("LEASEHOLD_IMAGE_" + name), "Run these tests by ./leasehold test --kubernetes");
    }

    /** A service's section of the values: {@code keyService}. */
    private static String section(Service service) {
        String[] words = service.id().split("-", 2);
        return words[0] + words[1].substring(0, 1).toUpperCase(Locale.ROOT) + words[1].substring(1);
    }

    /** Leaves the servers as they were found. */
    @Override
    public void close() throws SQLException {
        vaultSignIn.close();
        for (ServiceDatabase database : databases.values()) {
            database.drop(servers.postgres());
        }
    }
}
