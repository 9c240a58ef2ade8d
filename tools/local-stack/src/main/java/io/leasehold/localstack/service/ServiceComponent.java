package io.leasehold.localstack.service;

import io.leasehold.localstack.ServiceDatabase;
import io.leasehold.localstack.StackAddresses;
import io.leasehold.localstack.component.Component;
import io.leasehold.localstack.component.HttpProbe;
import io.leasehold.localstack.kafka.KafkaComponent;
import io.leasehold.localstack.keycloak.KeycloakComponent;
import io.leasehold.localstack.postgres.PostgresComponent;
import io.leasehold.localstack.process.JavaCommand;
import io.leasehold.localstack.process.ProcessSpec;
import io.leasehold.localstack.process.ServerProcess;
import io.leasehold.localstack.settings.Port;
import io.leasehold.localstack.settings.Ports;
import io.leasehold.localstack.settings.Secrets;
import io.leasehold.localstack.settings.Service;
import io.leasehold.localstack.settings.StackHome;
import io.leasehold.localstack.vault.VaultComponent;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One of Leasehold's own services, as its module packages it. */
public final class ServiceComponent implements Component {
    private final Service service;
    private final StackHome home;
    private final Ports ports;
    private final Secrets secrets;
    private final Supplier<StackAddresses> servers;
    private final Options options;
    private volatile @Nullable ServerProcess process;

    /**
     * What one stack does differently from another.
     *
     * @param databaseSuffix put after the database's name, so that several stacks can share a server; empty for none
     * @param replica which of several of the same service this is, from 1; the others are started after the first
     * @param variables further environment variables
     * @param optimised whether it runs as it would in production, with the optimising compiler
     */
    public record Options(String databaseSuffix, int replica, Map<String, String> variables, boolean optimised) {
        public Options {
            variables = Map.copyOf(variables);
        }
    }

    /**
     * @param ports those of this replica, and those of its neighbours
     * @param servers where the servers are; asked only once they are ready
     */
    public ServiceComponent(
            Service service,
            StackHome home,
            Ports ports,
            Secrets secrets,
            Supplier<StackAddresses> servers,
            Options options) {
        this.service = service;
        this.home = home;
        this.ports = ports;
        this.secrets = secrets;
        this.servers = servers;
        this.options = options;
    }

    @Override
    public String name() {
        return name(service, options.replica());
    }

    /** What the replica is called among the components. */
    public static String name(Service service, int replica) {
        return replica == 1 ? service.id() : service.id() + "-" + replica;
    }

    @Override
    public Set<String> dependencies() {
        var needed = new HashSet<>(
                Set.of(PostgresComponent.NAME, KafkaComponent.NAME, KeycloakComponent.NAME, VaultComponent.NAME));
        if (options.replica() > 1) {
            needed.add(service.id());
        }
        return needed;
    }

    @Override
    public Set<Port> ports() {
        if (options.replica() > 1) {
            return Set.of();
        }
        return service.port() == service.managementPort()
                ? Set.of(service.port())
                : Set.of(service.port(), service.managementPort());
    }

    @Override
    public Optional<String> unavailable() {
        return Files.exists(jar()) ? Optional.empty() : Optional.of("not built: " + jar());
    }

    private Path jar() {
        return home.checkout().resolve(service.id()).resolve("target/quarkus-app/quarkus-run.jar");
    }

    @Override
    public void start(Consumer<String> progress) throws IOException {
        Path folder = home.run();
        Files.createDirectories(folder);
        var command = JavaCommand.of(JvmOptions.of(service, options.optimised()))
                .aotCache(jar().resolveSibling("app.aot"))
                .jar(jar());
        process = ServerProcess.start(new ProcessSpec(name(), command, environment(), folder, home.log(name())));
    }

    private Map<String, String> environment() throws IOException {
        StackAddresses addresses = servers.get();
        var variables = new TreeMap<>(ServiceEnvironment.of(service, ports, addresses, database(addresses), secrets));
        variables.putAll(options.variables());
        return variables;
    }

    private @Nullable ServiceDatabase database(StackAddresses addresses) throws IOException {
        if (!service.usesDatabase()) {
            return null;
        }
        try {
            String name = service.database() + options.databaseSuffix();
            return ServiceDatabase.create(addresses.postgres(), name, role -> secrets.get("database." + role));
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    @Override
    public boolean isReady() throws InterruptedException {
        return HttpProbe.isOk(URI.create(ports.url(service.managementPort()) + "/q/health/ready"));
    }

    @Override
    public Optional<ServerProcess> process() {
        return Optional.ofNullable(process);
    }
}
